// What became of ideas: the last answers with their reason, one No among them where there is one, and the late ones.

import { sql } from 'kysely'
import { type AnswerKind, daysOverdue, type IdeaState } from '../ideas/idea.ts'
import type { Ask } from '../query.server.ts'
import { firstThought } from '../search/plain-words.ts'

export interface Outcome {
  readonly number: number
  readonly title: string
  readonly language: string
  readonly state: IdeaState
  /** The first sentences of the answer, or what was said when it was done. */
  readonly thought: string
  readonly office: string
  readonly at: string
}

export const mostOutcomes = 3

const answered = ['will_be_done', 'partly', 'later', 'no', 'done'] as const

/** The newest first. The last place belongs to a No, so that reasons for it are seen too. */
export async function listOutcomes(ask: Ask): Promise<readonly Outcome[]> {
  const latest = await newestAnswers(ask, answered)
  if (latest.length < mostOutcomes || latest.some((row) => row.state === 'no')) return latest
  const [no] = await newestAnswers(ask, ['no'])
  return no ? [...latest.slice(0, mostOutcomes - 1), no] : latest
}

async function newestAnswers(
  ask: Ask,
  states: readonly (AnswerKind | 'done')[],
): Promise<readonly Outcome[]> {
  const rows = await ask.db
    .selectFrom('idea')
    .innerJoin('officialAnswer', 'officialAnswer.ideaId', 'idea.id')
    .where('idea.state', 'in', states)
    // An idea put off until later has two answers; the last one counts.
    .where('officialAnswer.at', '=', (eb) =>
      eb
        .selectFrom('officialAnswer as later')
        .whereRef('later.ideaId', '=', 'idea.id')
        .select((last) => last.fn.max('later.at').as('at')),
    )
    .select((eb) => [
      'idea.id',
      'idea.number',
      'idea.title',
      'idea.language',
      'idea.state',
      'idea.movedAt',
      'officialAnswer.text',
      'officialAnswer.byFunction',
      eb
        .selectFrom('lifelineStep')
        .where('lifelineStep.kind', '=', 'done')
        .where('lifelineStep.subject', '=', sql<string>`'idea:' || ${eb.ref('idea.id')}`)
        .orderBy('lifelineStep.at', 'desc')
        .limit(1)
        .select('lifelineStep.note')
        .as('doneNote'),
    ])
    .orderBy('idea.movedAt', 'desc')
    .orderBy('idea.number', 'desc')
    .limit(mostOutcomes)
    .execute()
  return rows.map((row) => ({
    number: row.number,
    title: row.title,
    language: row.language,
    state: row.state as IdeaState,
    thought: firstThought(row.state === 'done' && row.doneNote ? row.doneNote : row.text),
    office: row.byFunction,
    at: row.movedAt,
  }))
}

export interface LateAnswer {
  readonly number: number
  readonly title: string
  readonly language: string
  readonly days: number
  readonly office: string | null
}

export const mostLate = 3

/** Answers that are overdue, the latest ones first, and how many there are in all. */
export async function listLateAnswers(
  ask: Ask,
): Promise<{ readonly late: readonly LateAnswer[]; readonly total: number }> {
  const all = ask.db
    .selectFrom('idea')
    .where('idea.state', '=', 'talk')
    .where('idea.answerDueAt', '<', ask.now)
  const { total } = await all.select((eb) => eb.fn.countAll().as('total')).executeTakeFirstOrThrow()
  const rows = await all
    .leftJoin('responsibleRole', 'responsibleRole.slug', 'idea.responsible')
    .select([
      'idea.number',
      'idea.title',
      'idea.language',
      'idea.answerDueAt',
      'responsibleRole.name as office',
    ])
    .orderBy('idea.answerDueAt')
    .orderBy('idea.number')
    .limit(mostLate)
    .execute()
  return {
    total: Number(total),
    late: rows.map(({ answerDueAt, ...row }) => ({
      ...row,
      days: daysOverdue({ state: 'talk', answerDueAt }, ask.now),
    })),
  }
}
