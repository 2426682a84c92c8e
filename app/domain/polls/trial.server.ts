// Plays a vote through with made-up ballots and the house's own count. Nothing of it is stored.
import type { Platform } from '../platform.ts'
import { ballotRules } from './ballot-rules.ts'
import { outcomeFor } from './count.server.ts'
import type { Counted } from './counting.ts'
import { isTieOpen, type Outcome } from './outcome.ts'
import type { PollTerms } from './poll.ts'
import { mirrored, type TrialWish, trialLines } from './trial.ts'

export type TrialTerms = Pick<
  PollTerms,
  'method' | 'seats' | 'settings' | 'majority' | 'majorityBase' | 'secrecy' | 'quorum'
>

type Counter = Pick<Platform, 'countBallots' | 'drawLots'>

export interface Tried {
  readonly lines: readonly string[]
  readonly counted: Counted
  readonly outcome: Outcome
  /** The order the seed gave, where a lot had to decide. */
  readonly lots: readonly string[] | null
}

/** Filled, counted, and where options stand equal, counted again with lots drawn from the same seed. */
export async function tryPoll(
  counter: Counter,
  terms: TrialTerms,
  keys: readonly string[],
  wish: TrialWish,
): Promise<Tried> {
  const lines = await trialBallots(counter, terms, keys, wish)
  const counted = await countTrial(counter, terms, keys, lines, null)
  const outcome = trialOutcome(terms, counted)
  if (!isTieOpen(outcome)) return { lines, counted, outcome, lots: null }
  const lots = counter.drawLots(wish.seed, keys)
  const drawn = await countTrial(counter, terms, keys, lines, lots)
  return { lines, counted: drawn, outcome: trialOutcome(terms, drawn), lots }
}

/** So many pairs are tried at most to bring about a tie. */
const mostPairs = 24

/** Where a tie is wished, the first that leaves one open; without one where no pair of options gives it. */
export async function trialBallots(
  counter: Counter,
  terms: TrialTerms,
  keys: readonly string[],
  wish: TrialWish,
): Promise<readonly string[]> {
  const rules = ballotRules(terms, keys)
  if (!wish.tie) return trialLines(rules, wish)
  const half = trialLines(rules, { ...wish, voters: Math.ceil(wish.voters / 2) })
  for (const pair of pairsOf(await countTrial(counter, terms, keys, half, null))) {
    const lines = mirrored(half, rules, pair)
    const outcome = trialOutcome(terms, await countTrial(counter, terms, keys, lines, null))
    if (isTieOpen(outcome)) return lines
  }
  return trialLines(rules, wish)
}

/** The last who is in with the first who is out, and so on; last of all those with each other who stood equal already. */
function pairsOf(counted: Counted): readonly (readonly [string, string])[] {
  if (counted.kind !== 'options') return []
  const { winners, ranking } = counted.result
  const out = ranking.flat().filter((key) => !winners.includes(key))
  const last = [...winners].reverse()
  const across = last.flatMap((winner) => out.map((other) => [winner, other] as const))
  const among = last.slice(1).map((winner) => [last[0] ?? '', winner] as const)
  return [...across.slice(0, mostPairs), ...among.slice(0, mostPairs)]
}

export function countTrial(
  { countBallots }: Counter,
  { method, seats, settings, majority }: TrialTerms,
  options: readonly string[],
  lines: readonly string[],
  lots: readonly string[] | null,
): Promise<Counted> {
  async function* pages() {
    yield lines
  }
  return countBallots({ method, options, seats, settings, majority, lots }, pages())
}

/** Everybody on the roll took part. */
export function trialOutcome(terms: TrialTerms, counted: Counted): Outcome {
  return outcomeFor({ ...terms, rollSize: counted.turnout.cast, source: 'ballots' }, counted)
}
