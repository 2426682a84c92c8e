// Ideas in the database: find one, post one, take one back. Every other deed on an idea follows these three.
import type { Kysely } from 'kysely'
import type { IdeaTable, Tables } from '#db/tables.ts'
import type { Subject } from '../policy.ts'
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { nextNumber, prepared, type Work } from '../run.server.ts'
import { answerDue, type Idea, isPublic, withdraw } from './idea.ts'

/** The idea with this id, or the refusal 'not_found'. */
export async function getIdea(db: Kysely<Tables>, id: string): Promise<Idea> {
  const row = await db.selectFrom('idea').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return asIdea(row)
}

/** The idea with this public number, for one who may read it; else 'not_found', as if it were not there. */
export async function getReadableIdea(ask: Ask, number: number): Promise<Idea> {
  const row = await ask.db.selectFrom('idea').selectAll().where('number', '=', number).executeTakeFirst()
  if (!row || !may(ask.actor, 'idea.read', ideaSubject(row))) throw refuse('not_found')
  return asIdea(row)
}

/** An idea as the policy sees it. */
export function ideaSubject(
  idea: Pick<Idea | IdeaTable, 'id' | 'state' | 'authorId' | 'responsible'>,
): Extract<Subject, { kind: 'idea' }> {
  return {
    kind: 'idea',
    id: idea.id,
    public: isPublic(idea.state as Idea['state']),
    authorId: idea.authorId,
    responsible: idea.responsible,
  }
}

export function asIdea(row: IdeaTable): Idea {
  return { ...row, state: row.state as Idea['state'], source: row.source as Idea['source'] }
}

export interface NewIdea {
  readonly title: string
  readonly text: string
  readonly district: string
  readonly language: string
  /** How a guest wants to be called; null for an account. */
  readonly authorName: string | null
  /** The word with which a guest follows the idea; null for an account. */
  readonly secret: string | null
  readonly source: Idea['source']
  readonly picture: {
    readonly id: string
    readonly alt: string
    readonly width: number
    readonly height: number
  } | null
}

export const postIdea = prepared(
  async (platform, input: NewIdea) => ({
    ...input,
    ...(await platform.render(input.text)),
    secretHash: input.secret === null ? null : platform.hash(input.secret),
  }),
  async (work: Work, input): Promise<{ id: string; number: number; state: Idea['state'] }> => {
    work.require(input.source === 'web' ? 'idea.post' : 'idea.enter-for-somebody', { kind: 'town' })
    const { promise } = await firstPromise(work)
    const known = work.actor.kind === 'account'
    const idea: Idea = {
      id: work.newId(),
      number: await nextNumber(work.tx, 'idea'),
      conversationId: work.newId(),
      title: input.title,
      text: input.text,
      html: input.html,
      sanitiser: input.sanitiser,
      language: input.language,
      state: known ? 'talk' : 'waiting',
      district: input.district,
      authorId: known && input.source === 'web' ? work.actor.accountId : null,
      authorName: input.authorName,
      source: input.source,
      secretHash: input.secretHash,
      pictureId: input.picture?.id ?? null,
      supportCount: 0,
      receivedAt: work.now,
      publishedAt: known ? work.now : null,
      movedAt: work.now,
      responsible: known ? promise.responsible : null,
      answerDueAt: known ? promise.answerDueAt : null,
      reviewOn: null,
      mergedIntoId: null,
      closedReason: null,
      version: 1,
    }
    if (input.picture) {
      await work.tx
        .insertInto('picture')
        .values({ ...input.picture, ownerId: work.actor.accountId, at: work.now })
        .execute()
    }
    await work.tx.insertInto('idea').values(idea).execute()
    await openConversation(work, idea)
    await keepVersion(work, idea)
    if (idea.authorId) await follow(work, idea.authorId, idea.id)
    await work.record({ type: 'idea.received', ideaId: idea.id })
    if (known) await work.record({ type: 'idea.published', ideaId: idea.id })
    return { id: idea.id, number: idea.number, state: idea.state }
  },
)

export async function withdrawIdea(work: Work, input: { ideaId: string; reason: string }): Promise<void> {
  const idea = await getIdea(work.tx, input.ideaId)
  work.require('idea.withdraw', ideaSubject(idea))
  const withdrawn = withdraw(idea, input.reason, work.now)
  await saveIdea(work, withdrawn)
  await work.record({ type: 'idea.withdrawn', ideaId: idea.id })
}

/** Writes the idea back where nobody changed it meanwhile. */
export async function saveIdea(work: Work, idea: Idea): Promise<void> {
  const { id, version, ...rest } = idea
  const saved = await work.tx
    .updateTable('idea')
    .set({ ...rest, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw refuse('somebody_was_faster')
}

/** Who answers at first, and until when: the role the town names first, after the town's weeks. */
export async function firstPromise(
  work: Work,
): Promise<{ promise: { responsible: string; answerDueAt: string } }> {
  const role = await work.tx.selectFrom('responsibleRole').select('slug').orderBy('slug').executeTakeFirst()
  return {
    promise: {
      responsible: role?.slug ?? 'kulturbuero',
      answerDueAt: answerDue(work.now, work.platform.town.rules.answerWithinWeeks),
    },
  }
}

async function openConversation(work: Work, idea: Idea): Promise<void> {
  await work.tx
    .insertInto('conversation')
    .values({
      id: idea.conversationId,
      subjectKind: 'idea',
      subjectId: idea.id,
      state: 'open',
      contributionCount: 0,
      movedAt: work.now,
      version: 1,
    })
    .execute()
}

/** Every version that was public stays readable. */
export async function keepVersion(work: Work, idea: Idea): Promise<void> {
  const latest = await work.tx
    .selectFrom('ideaVersion')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('ideaId', '=', idea.id)
    .executeTakeFirst()
  await work.tx
    .insertInto('ideaVersion')
    .values({
      ideaId: idea.id,
      number: Number(latest?.number ?? 0) + 1,
      title: idea.title,
      text: idea.text,
      html: idea.html,
      byId: work.actor.accountId,
      at: work.now,
    })
    .execute()
}

export async function follow(work: Work, accountId: string, ideaId: string): Promise<void> {
  await work.tx
    .insertInto('follow')
    .values({ accountId, subject: `idea:${ideaId}`, at: work.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
