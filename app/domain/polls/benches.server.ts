// Votes that need a yes of every bench: who sits where is kept when the vote opens, and counted with the ballots.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { type BenchYes, withBenches } from './decision.ts'
import type { Outcome } from './outcome.ts'
import type { Poll } from './poll.ts'

export interface Seat {
  readonly accountId: string
  readonly bench: string
  readonly name: string
}

/** Asks nobody: the meeting asked already. Secret ballots tell no bench, so such a vote is open. */
export async function askEveryBench(
  work: Work,
  poll: Pick<Poll, 'id' | 'secrecy'>,
  seats: readonly Seat[],
): Promise<void> {
  if (seats.length === 0) return
  if (poll.secrecy !== 'open') throw refuse('bench_vote_not_secret')
  await work.tx
    .insertInto('benchSeat')
    .values(seats.map(({ accountId, bench, name }) => ({ pollId: poll.id, accountId, bench, name })))
    .execute()
}

/** The benches whose yes is needed, in the order of their names; none where none is asked. */
export async function benchesOf(
  db: Kysely<Tables>,
  pollId: string,
): Promise<readonly Pick<Seat, 'bench' | 'name'>[]> {
  return db
    .selectFrom('benchSeat')
    .select(['bench', 'name'])
    .distinct()
    .where('pollId', '=', pollId)
    .orderBy('name')
    .execute()
}

/** @param hands how many yes were counted on each bench, where hands were counted */
export async function decideWithBenches(
  db: Kysely<Tables>,
  poll: Pick<Poll, 'id'>,
  outcome: Outcome,
  hands: Readonly<Record<string, number>> | null = null,
): Promise<Outcome> {
  if (outcome.kind !== 'motion') return outcome
  const benches = await benchesOf(db, poll.id)
  if (benches.length === 0) return outcome
  const yes = hands ?? (await yesByBench(db, poll.id))
  return withBenches(
    outcome,
    benches.map(({ bench, name }): BenchYes => ({ bench, name, yes: yes[bench] ?? 0 })),
  )
}

/** Hands of a bench are no more than sit there, and all benches together no more than all hands for yes. */
export async function checkBenchHands(
  db: Kysely<Tables>,
  pollId: string,
  yes: number,
  hands: Readonly<Record<string, number>>,
): Promise<void> {
  const seats = await db
    .selectFrom('benchSeat')
    .innerJoin('pollRoll', (join) =>
      join
        .onRef('pollRoll.pollId', '=', 'benchSeat.pollId')
        .onRef('pollRoll.accountId', '=', 'benchSeat.accountId'),
    )
    .select(['benchSeat.bench', (eb) => eb.fn.countAll().as('voters')])
    .where('benchSeat.pollId', '=', pollId)
    .groupBy('benchSeat.bench')
    .execute()
  const voters = new Map(seats.map((row) => [row.bench, Number(row.voters)]))
  const all = Object.values(hands).reduce((sum, one) => sum + one, 0)
  if (all > yes || Object.entries(hands).some(([bench, one]) => one > (voters.get(bench) ?? 0))) {
    throw refuse('bench_hands_wrong')
  }
}

async function yesByBench(db: Kysely<Tables>, pollId: string): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .selectFrom('openBallot')
    .innerJoin('benchSeat', (join) =>
      join
        .onRef('benchSeat.pollId', '=', 'openBallot.pollId')
        .onRef('benchSeat.accountId', '=', 'openBallot.accountId'),
    )
    .select(['benchSeat.bench', (eb) => eb.fn.countAll().as('votes')])
    .where('openBallot.pollId', '=', pollId)
    .where('openBallot.choice', '=', 'yes')
    .groupBy('benchSeat.bench')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.bench, Number(row.votes)]))
}
