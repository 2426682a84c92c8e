// An election as its pages show it: where it stands, and what came out, seat by seat.
import { fromJson } from '#db/columns.ts'
import type { Counted } from '../polls/counting.ts'
import type { Outcome } from '../polls/outcome.ts'
import { getPoll, listOptions } from '../polls/poll.server.ts'
import { hasResult, type Poll } from '../polls/poll.ts'
import type { TickRound } from '../polls/tally/approval.ts'
import type { BranchResult } from '../polls/tally/branches.ts'
import type { Ask } from '../query.server.ts'
import { listCandidates } from './candidature.server.ts'
import type { CompleteElection, Election } from './election.ts'

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
    case 'closed': {
      const paper = await db
        .selectFrom('paperBatch')
        .select('state')
        .where('pollId', '=', election.pollId ?? '')
        .executeTakeFirst()
      return paper?.state === 'open' ? 'paper' : 'counting'
    }
    case 'counted':
      return 'tie'
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

export interface SeatTaken {
  readonly name: string
  readonly branch: string
  /** The branch whose own seat it is; null for an open one. */
  readonly ownSeat: string | null
}

export interface ElectionResult {
  readonly outcome: Outcome
  readonly options: readonly { readonly key: string; readonly title: string }[]
  readonly rollSize: number | null
  readonly paperSheets: number | null
  readonly seats: readonly SeatTaken[]
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
  if (!poll || !(hasResult(poll) || poll.state === 'invalid')) return null
  const row = await ask.db
    .selectFrom('pollResult')
    .selectAll()
    .where('pollId', '=', poll.id)
    .where('kind', '=', 'final')
    .executeTakeFirst()
  if (!row) return null
  const outcome = fromJson<Outcome>(row.outcome)
  const counted = fromJson<Counted | null>(row.result)
  const options = await listOptions(ask.db, poll.id)
  const people = await listCandidates(ask, election)
  const titles = new Map(options.map(({ key, title }) => [key, title]))
  const branches = new Map(people.map(({ optionKey, branch }) => [optionKey ?? '', branch]))
  const nameOf = (key: string) => titles.get(key) ?? ''
  const result = counted?.kind === 'options' ? (counted.result as Partial<BranchResult<unknown>>) : null
  const winners = outcome.kind === 'options' ? outcome.winners : []
  const marks = marksIn(result)
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
    seats: seatsIn(result, winners).map(({ key, ownSeat }) => ({
      name: nameOf(key),
      branch: branches.get(key) ?? '',
      ownSeat,
    })),
    candidates: options
      .map(({ key, title }) => ({
        name: title,
        branch: branches.get(key) ?? '',
        marks: marks?.[key] ?? null,
        elected: winners.includes(key),
      }))
      .sort((a, b) => (b.marks ?? 0) - (a.marks ?? 0) || Number(b.elected) - Number(a.elected)),
    lot:
      poll.seed !== null && lots
        ? { seed: poll.seed, between: lots.options.map(nameOf), chosen: lots.chosen.map(nameOf) }
        : null,
    tied: outcome.kind === 'options' ? outcome.tied.map(nameOf) : [],
    countedAt: row.countedAt,
  }
}

/** Every phase counts the same marks, each for those who may take its seats: the largest figure is a name's own. */
function marksIn(result: Partial<BranchResult<unknown>> | null): Readonly<Record<string, number>> | null {
  const rounds = (result?.rounds ?? []) as readonly Partial<TickRound>[]
  if (rounds.length === 0 || rounds.some(({ votes }) => votes === undefined)) return null
  const marks: Record<string, number> = {}
  for (const { votes } of rounds) {
    for (const [key, count] of Object.entries(votes ?? {})) marks[key] = Math.max(marks[key] ?? 0, count)
  }
  return marks
}

/** Winners come in the order of the phases, so each takes the next seat of the phase it is in. */
function seatsIn(
  result: Partial<BranchResult<unknown>> | null,
  winners: readonly string[],
): readonly { key: string; ownSeat: string | null }[] {
  const owners = (result?.parts ?? []).flatMap(({ branch, seats }) =>
    Array<string | null>(seats).fill(branch),
  )
  const inOrder = (result?.winners ?? winners).filter((key) => winners.includes(key))
  return inOrder.map((key, place) => ({ key, ownSeat: owners[place] ?? null }))
}
