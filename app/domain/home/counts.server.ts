// How many ideas there are: in all, for each goal and for each district. Only those that stand in the public list.

import { publicStates } from '../ideas/idea.ts'
import type { Ask } from '../query.server.ts'

/** A merged idea is told by the one it went into. */
const listed = publicStates.filter((state) => state !== 'merged')

export async function countIdeas(ask: Ask): Promise<number> {
  const { count } = await ask.db
    .selectFrom('idea')
    .where('state', 'in', listed)
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** By the goal's number, such as '1.1'; goals without an idea are missing. */
export async function countIdeasByGoal(ask: Ask): Promise<Readonly<Record<string, number>>> {
  const rows = await ask.db
    .selectFrom('ideaGoal')
    .innerJoin('idea', 'idea.id', 'ideaGoal.ideaId')
    .where('idea.state', 'in', listed)
    .groupBy('ideaGoal.goal')
    .select((eb) => ['ideaGoal.goal', eb.fn.countAll().as('count')])
    .execute()
  return Object.fromEntries(rows.map((row) => [row.goal, Number(row.count)]))
}

/** By the district's slug; districts without an idea are missing. */
export async function countIdeasByDistrict(ask: Ask): Promise<Readonly<Record<string, number>>> {
  const rows = await ask.db
    .selectFrom('idea')
    .where('state', 'in', listed)
    .groupBy('district')
    .select((eb) => ['district', eb.fn.countAll().as('count')])
    .execute()
  return Object.fromEntries(rows.map((row) => [row.district, Number(row.count)]))
}
