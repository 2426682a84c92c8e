// Contributions in the database: get one, write one back. Moderation builds on these three.
import type { ExpressionBuilder, Kysely } from 'kysely'
import type { ContributionTable, ConversationTable, Tables } from '#db/tables.ts'
import type { Actor } from '../actor.ts'
import { isNumber } from '../numbers.ts'
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { putIntoIndex, removeFromIndex } from '../search/indexing.server.ts'
import { answers, type Contribution, sectionOf } from './contribution.ts'
import type { Conversation } from './conversation.ts'
import { type ConversationIds, subjectKindRooms } from './kinds.server.ts'
import { contributionSubject, type Matter } from './subject.server.ts'

/** The contribution with this id, or the refusal 'not_found'. */
export async function getContribution(db: Kysely<Tables>, id: string): Promise<Contribution> {
  const row = await db.selectFrom('contribution').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return asContribution(row)
}

/** The contribution with this public number, for one who may read it; else 'not_found', as if it were not there. */
export async function getReadableContribution(ask: Ask, publicNumber: number): Promise<Contribution> {
  const row = isNumber(publicNumber)
    ? await ask.db
        .selectFrom('contribution')
        .selectAll()
        .where('publicNumber', '=', publicNumber)
        .executeTakeFirst()
    : undefined
  if (!row || !may(ask.actor, 'contribution.read', await contributionSubject(ask.db, row))) {
    throw refuse('not_found')
  }
  if (row.deletedAt !== null) throw refuse('contribution_gone')
  return asContribution(row)
}

export async function getConversation(db: Kysely<Tables>, id: string): Promise<Conversation> {
  const row = await db.selectFrom('conversation').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return asConversation(row)
}

/**
 * Writes the contribution back where nobody changed it meanwhile, and keeps the search index in step. Where an
 * answer came or went, the question above it moves between open and answered.
 */
export async function saveContribution(work: Work, contribution: Contribution): Promise<void> {
  const { id, version, ...rest } = contribution
  const saved = await work.tx
    .updateTable('contribution')
    .set({ ...rest, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw refuse('somebody_was_faster')
  await indexContribution(work, contribution)
  if (contribution.parentId !== null && answers(contribution))
    await settleQuestion(work, contribution.parentId)
}

/** Found are the words that stand there for everybody. */
export async function indexContribution(work: Work, contribution: Contribution): Promise<void> {
  const { id, text, hiddenAt, deletedAt } = contribution
  if (hiddenAt !== null || deletedAt !== null) return removeFromIndex(work, id)
  const { subjectId } = await getConversation(work.tx, contribution.conversationId)
  await putIntoIndex(work, { id, kind: 'contribution', subjectId, title: '', body: text })
}

/** Sets whether a question counts as answered, from the answers below it that can be read. */
export async function settleQuestion(work: Work, id: string): Promise<void> {
  const question = await getContribution(work.tx, id)
  if (question.move !== 'question' || question.depth > 0) return
  const answer = await work.tx
    .selectFrom('contribution')
    .select('id')
    .where('parentId', '=', id)
    .where('hiddenAt', 'is', null)
    .where('deletedAt', 'is', null)
    .where((eb) => eb.or([eb('move', '=', 'answer'), eb('authorFunction', 'is not', null)]))
    .limit(1)
    .executeTakeFirst()
  await work.tx
    .updateTable('contribution')
    .set({ section: sectionOf(question.move, question.depth, answer !== undefined) })
    .where('id', '=', id)
    .execute()
}

/** What every event of a contribution names. */
export function namesOf(contribution: Contribution, matter: Pick<Matter, 'topic'>) {
  return {
    contributionId: contribution.id,
    conversationId: contribution.conversationId,
    subject: matter.topic,
  }
}

/**
 * The condition in SQL for what `may('contribution.read')` says one by one, for search and lists, kind by kind.
 * Deleted ones have no words left and are listed for nobody.
 */
export function contributionVisibleTo(actor: Actor) {
  const rooms = Object.values(subjectKindRooms)
  return (eb: ExpressionBuilder<Tables, 'contribution'>) => {
    // Asked of each contribution by itself: a list of all conversations would be written down for every question.
    const among = (ids: ConversationIds | null) => {
      if (ids === null) return []
      const talk = eb.selectFrom(ids.as('talk')).select('talk.id')
      return [eb.exists(talk.whereRef('talk.id', '=', 'contribution.conversationId'))]
    }
    const open = eb.and([
      eb('contribution.hiddenAt', 'is', null),
      eb.or(rooms.flatMap((room) => among(room.open(actor)))),
    ])
    const moderated = rooms.flatMap((room) => among(room.moderated(actor)))
    const own = eb.and([
      eb('contribution.authorId', '=', actor.accountId),
      ...rooms.flatMap((room) => among(room.shut(actor))).map((shut) => eb.not(shut)),
    ])
    const read = [open, ...moderated, ...(actor.accountId === null ? [] : [own])]
    return eb.and([eb('contribution.deletedAt', 'is', null), eb.or(read)])
  }
}

export function asContribution(row: ContributionTable): Contribution {
  return { ...row, move: row.move as Contribution['move'], section: row.section as Contribution['section'] }
}

export function asConversation(row: ConversationTable): Conversation {
  return {
    ...row,
    subjectKind: row.subjectKind as Conversation['subjectKind'],
    state: row.state as Conversation['state'],
    contributionCount: Number(row.contributionCount),
  }
}
