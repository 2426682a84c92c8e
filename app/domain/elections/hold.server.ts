// After the vote: the result becomes final when the time for objections is over and none is left undecided.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import { council } from '../council/house.ts'
import { getPoll } from '../polls/poll.server.ts'
import type { Work } from '../run.server.ts'
import { getElectionById, plan, saveElection } from './election.server.ts'
import { type CompleteElection, momentsOf } from './election.ts'

/** The clock: the objection period is over. It waits for objections that nobody has decided yet. */
export async function holdElection(work: Work, input: { readonly electionId: string }): Promise<void> {
  const election = await getElectionById(work.tx, input.electionId)
  work.require('election.run', council)
  await holdWhenFinal(work, election)
}

/** When a vote of the house becomes final, its election is held. */
export async function holdAfterPoll(work: Work, pollId: string): Promise<void> {
  const row = await work.tx
    .selectFrom('election')
    .select('id')
    .where('pollId', '=', pollId)
    .executeTakeFirst()
  if (row) await plan(work, 'election-hold', row.id, work.now)
}

/** Asks nobody: the clock comes here, and whoever has just rejected the last objection. */
export async function holdWhenFinal(work: Work, election: CompleteElection): Promise<void> {
  if (election.state !== 'prepared' || election.pollId === null) return
  const poll = await getPoll(work.tx, election.pollId)
  if (poll.state !== 'final' || (await hasOpenObjection(work.tx, election.id))) return
  await saveElection(work, { ...election, state: 'held', heldAt: work.now })
  const { termFromAt } = momentsOf(election.rules, work.platform.town.timeZone)
  await plan(work, 'election-terms', election.id, termFromAt > work.now ? termFromAt : work.now)
  await work.record({ type: 'election.held', electionId: election.id })
}

async function hasOpenObjection(db: Kysely<Tables>, electionId: string): Promise<boolean> {
  const row = await db
    .selectFrom('electionObjection')
    .select('id')
    .where('electionId', '=', electionId)
    .where('against', '=', 'result')
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
