// Counts a published file again, with the very rules the house counted with.
import { type Counted, type CountOrder, countLines } from '../counting.ts'
import { motionOutcome, type Outcome, outcomeOf } from '../outcome.ts'
import type { Result } from '../tally/result.ts'
import type { Manifest } from './manifest.ts'
import type { PublishedBallot } from './published.ts'

export interface Recounted {
  /** Null where yes and no were counted: the outcome says all. */
  readonly result: Result | null
  readonly outcome: Outcome
}

/** @param lots the order of lots the house drew, null where none was needed */
export function recount(
  manifest: Manifest,
  ballots: readonly Pick<PublishedBallot, 'ballot'>[],
  lots: readonly string[] | null,
): Recounted {
  const order: CountOrder = { ...manifest, options: manifest.options.map(({ key }) => key), lots }
  return decided(manifest, countLines(order, linesOf(ballots)))
}

/** How often each line was cast. */
export function linesOf(ballots: readonly Pick<PublishedBallot, 'ballot'>[]): ReadonlyMap<string, number> {
  const lines = new Map<string, number>()
  for (const { ballot } of ballots) lines.set(ballot, (lines.get(ballot) ?? 0) + 1)
  return lines
}

function decided(manifest: Manifest, counted: Counted): Recounted {
  switch (counted.kind) {
    case 'motion':
      return { result: null, outcome: motionOutcome({ ...manifest, source: 'ballots' }, counted.votes) }
    case 'options':
      return { result: counted.result, outcome: outcomeOf(manifest, counted.result, counted.turnout) }
    case 'consent':
      throw new RangeError('a consent round is never secret')
  }
}
