// An election as its pages show it: where it stands, and what came out, seat by seat.

import { isPaperAwaited } from '../polls/ballots/paper-batch.server.ts'
import type { Outcome } from '../polls/outcome.ts'
import { getPoll, listOptions } from '../polls/poll.server.ts'
import type { Poll } from '../polls/poll.ts'
import { marksOf } from '../polls/tick-marks.ts'
import type { Ask } from '../query.server.ts'
import type { CompleteElection, Election } from './election.ts'
import { electedOf, listOnBallot, readCount, wonSeats } from './outcome.server.ts'
import { hasDecided, listRunOffs } from './run-off.server.ts'

/** Where an election stands, in one word for which there is a sentence. */
export const electionPhases = [
  'draft',
  'candidates',
  'roll-closed',
  'ballot-ready',
  'open',
  'counting',
  'paper',
  'tie',
  'run-off-ahead',
  'run-off',
  'run-off-counting',
  'run-off-paper',
  'run-off-tie',
  'run-off-too-few',
  'objection',
  'objection-undecided',
  'held',
  'over',
  'invalid',
] as const
export type ElectionPhase = (typeof electionPhases)[number]

export async function findPollOf(ask: Pick<Ask, 'db'>, election: Election): Promise<Poll | null> {
  return election.pollId === null ? null : getPoll(ask.db, election.pollId)
}

export async function phaseOf(
  ask: Pick<Ask, 'db'>,
  election: Election,
  poll: Poll | null,
): Promise<ElectionPhase> {
  switch (election.state) {
    case 'draft':
    case 'held':
    case 'over':
    case 'invalid':
      return election.state
    case 'announced':
      return election.rollClosedAt === null ? 'candidates' : 'roll-closed'
    case 'prepared':
      return phaseOfPoll(ask, election, poll)
  }
}

async function phaseOfPoll(
  { db }: Pick<Ask, 'db'>,
  election: Election,
  poll: Poll | null,
): Promise<ElectionPhase> {
  switch (poll?.state) {
    case 'open':
      return 'open'
    case 'closed':
      return (await isPaperAwaited(db, poll.id)) ? 'paper' : 'counting'
    case 'counted':
      return election.rules.runOff === 'vote' ? phaseOfRunOff(db, election) : 'tie'
    case 'objection':
      return 'objection'
    case 'final':
      return 'objection-undecided'
    case 'invalid':
      return 'invalid'
    default:
      return 'ballot-ready'
  }
}

async function phaseOfRunOff(db: Ask['db'], election: Election): Promise<ElectionPhase> {
  const last = (await listRunOffs(db, election.id)).at(-1)
  const poll = last ? await getPoll(db, last.pollId) : null
  switch (poll?.state) {
    case 'open':
      return 'run-off'
    case 'closed':
      return (await isPaperAwaited(db, poll.id)) ? 'run-off-paper' : 'run-off-counting'
    case 'counted':
      return 'run-off-tie'
    case 'final':
      return last?.winners === null && !(await hasDecided(db, last)) ? 'run-off-too-few' : 'run-off-counting'
    case 'invalid':
      return 'run-off-too-few'
    default:
      return 'run-off-ahead'
  }
}

/** The vote that runs now, or waits for something: the second one where there is one. */
export async function findCurrentPoll({ db }: Pick<Ask, 'db'>, election: Election): Promise<Poll | null> {
  const last = (await listRunOffs(db, election.id)).at(-1)
  const pollId = last?.pollId ?? election.pollId
  return pollId === null ? null : getPoll(db, pollId)
}

export interface SeatTaken {
  readonly name: string
  readonly branch: string
  /** The branch whose own seat it is; null for an open one. */
  readonly ownSeat: string | null
  /** Not taken, or given back: the next in line has it. */
  readonly left: boolean
}

export interface ShownRunOff {
  readonly pollNumber: number
  readonly between: readonly string[]
  readonly seats: number
  readonly opensAt: string | null
  readonly closesAt: string | null
  /** Null while it has not decided. */
  readonly chosen: readonly string[] | null
  /** Where a lot ended it. */
  readonly seed: string | null
}

export interface ElectionResult {
  readonly outcome: Outcome
  readonly options: readonly { readonly key: string; readonly title: string }[]
  readonly rollSize: number | null
  readonly paperSheets: number | null
  readonly seats: readonly SeatTaken[]
  /** Who came after, where a seat was left. */
  readonly next: readonly { readonly name: string; readonly branch: string }[]
  readonly runOffs: readonly ShownRunOff[]
  /** Everybody who stood, most marks first; marks are null where names were ranked. */
  readonly candidates: readonly {
    readonly name: string
    readonly branch: string
    readonly marks: number | null
    readonly elected: boolean
  }[]
  readonly lot: {
    readonly seed: string
    readonly between: readonly string[]
    readonly chosen: readonly string[]
  } | null
  readonly tied: readonly string[]
  readonly countedAt: string
}

/** Null while nothing is counted. */
export async function readElectionResult(
  ask: Pick<Ask, 'db'>,
  election: CompleteElection,
  poll: Poll | null,
): Promise<ElectionResult | null> {
  const count = await readCount(ask.db, election, poll)
  if (count === null || poll === null) return null
  const { outcome, result } = count
  const options = await listOptions(ask.db, poll.id)
  const people = await listOnBallot(ask.db, election.id)
  const titles = new Map(options.map(({ key, title }) => [key, title]))
  const branches = new Map(people.map(({ key, branch }) => [key, branch]))
  const nameOf = (key: string) => titles.get(key) ?? ''
  const branchOf = (key: string) => branches.get(key) ?? ''
  const winners = outcome.kind === 'options' ? outcome.winners : []
  const elected = await electedOf(ask.db, election)
  const marks = marksOf(result?.rounds ?? [])
  const paper = await ask.db
    .selectFrom('paperBatch')
    .select('sheets')
    .where('pollId', '=', poll.id)
    .executeTakeFirst()
  const lots = (result?.ties ?? []).find((tie) => tie.over === 'seat' && tie.by === 'lot')
  return {
    outcome,
    options: options.map(({ key, title }) => ({ key, title })),
    rollSize: poll.rollSize,
    paperSheets: paper?.sheets ?? null,
    seats: wonSeats(count).map(({ key, ownSeat }) => ({
      ...{ name: nameOf(key), branch: branchOf(key), ownSeat },
      left: !elected.some((one) => one.key === key),
    })),
    next: elected.flatMap(({ key, branch }) =>
      winners.includes(key) ? [] : [{ name: nameOf(key), branch }],
    ),
    candidates: options
      .map(({ key, title }) => ({
        name: title,
        branch: branchOf(key),
        marks: marks?.[key] ?? null,
        elected: winners.includes(key),
      }))
      .sort((a, b) => (b.marks ?? 0) - (a.marks ?? 0) || Number(b.elected) - Number(a.elected)),
    lot:
      poll.seed !== null && lots
        ? { seed: poll.seed, between: lots.options.map(nameOf), chosen: lots.chosen.map(nameOf) }
        : null,
    runOffs: await shownRunOffs(ask, election, nameOf),
    tied: outcome.kind === 'options' ? outcome.tied.map(nameOf) : [],
    countedAt: count.countedAt,
  }
}

async function shownRunOffs(
  { db }: Pick<Ask, 'db'>,
  election: Election,
  nameOf: (key: string) => string,
): Promise<readonly ShownRunOff[]> {
  const shown: ShownRunOff[] = []
  for (const { pollId, between, seats, winners, seed } of await listRunOffs(db, election.id)) {
    const poll = await getPoll(db, pollId)
    shown.push({
      pollNumber: poll.number,
      between: between.map(nameOf),
      chosen: winners?.map(nameOf) ?? null,
      ...{ seats, opensAt: poll.opensAt, closesAt: poll.closesAt },
      seed: seed ?? poll.seed,
    })
  }
  return shown
}
