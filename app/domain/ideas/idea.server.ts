// Ideas in the database: find one, keep one, take one back. Every other deed on an idea follows these.
import type { Kysely } from 'kysely'
import type { IdeaTable, Tables } from '#db/tables.ts'
import { addLifelineStep } from '../lifelines.server.ts'
import { isNumber } from '../numbers.ts'
import type { Subject } from '../policy.ts'
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { putIntoIndex, removeFromIndex } from '../search/indexing.server.ts'
import { answerDue, type Idea, type IdeaState, isPublic, withdraw } from './idea.ts'

/** The idea with this id, or the refusal 'not_found'. */
export async function getIdea(db: Kysely<Tables>, id: string): Promise<Idea> {
  const row = await db.selectFrom('idea').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return asIdea(row)
}

/** The idea with this public number, for one who may read it; else 'not_found', as if it were not there. */
export async function getReadableIdea(ask: Ask, number: number): Promise<Idea> {
  const row = isNumber(number)
    ? await ask.db.selectFrom('idea').selectAll().where('number', '=', number).executeTakeFirst()
    : undefined
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
  return {
    ...row,
    state: row.state as IdeaState,
    stateBefore: row.stateBefore as IdeaState | null,
    source: row.source as Idea['source'],
  }
}

export async function withdrawIdea(work: Work, input: { ideaId: string; reason: string }): Promise<void> {
  const idea = await getIdea(work.tx, input.ideaId)
  work.require('idea.withdraw', ideaSubject(idea))
  const withdrawn = withdraw(idea, input.reason, work.now)
  await saveIdea(work, withdrawn)
  await addLifelineStep(work, `idea:${idea.id}`, 'withdrawn', { note: input.reason })
  await work.record({ type: 'idea.withdrawn', ideaId: idea.id })
}

/**
 * Writes the idea back where nobody changed it meanwhile, and keeps the search index in step.
 * The number of supporters is left out: it is counted anew by whoever changes it.
 */
export async function saveIdea(work: Work, idea: Idea): Promise<void> {
  const { id, version, supportCount: _, ...rest } = idea
  const saved = await work.tx
    .updateTable('idea')
    .set({ ...rest, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw refuse('somebody_was_faster')
  await indexIdea(work, idea)
}

/** Found by its words while it has a page of its own that anybody may read. */
export async function indexIdea(work: Work, idea: Idea): Promise<void> {
  if (!isPublic(idea.state) || idea.state === 'merged') return removeFromIndex(work, idea.id)
  const { id, title, text } = idea
  await putIntoIndex(work, { id, kind: 'idea', subjectId: id, title, body: text })
}

/** Who answers at first, and until when: the role the town names first, after the town's weeks. */
export async function firstPromise(
  work: Work,
): Promise<{ promise: { responsible: string; answerDueAt: string } }> {
  const role = await work.tx.selectFrom('responsibleRole').select('slug').orderBy('slug').executeTakeFirst()
  const { rules, timeZone } = work.platform.town
  return {
    promise: {
      responsible: role?.slug ?? 'kulturbuero',
      answerDueAt: answerDue(work.now, rules.answerWithinWeeks, timeZone),
    },
  }
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

/** One line for each person: following twice changes nothing. */
export async function follow(work: Work, accountId: string, ideaId: string): Promise<void> {
  await work.tx
    .insertInto('follow')
    .values({ accountId, subject: `idea:${ideaId}`, at: work.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export { enterForSomebody, postIdea } from './post.server.ts'
