// Knows what a second vote of an election decides: who stands again for how many seats, and how the first count goes on.
import type { Result } from '../polls/tally/result.ts'

/** What stood open, and who took it. */
export interface DecidedTie {
  readonly between: readonly string[]
  readonly winners: readonly string[]
}

export interface OpenTie {
  readonly between: readonly string[]
  readonly seats: number
}

/**
 * The order in which the first count breaks its ties: those who won a tie before those who lost it. Only for seats
 * does it matter; whoever won one is seated before the next tie comes.
 * @param keys all options of the first ballot
 */
export function orderAfter(keys: readonly string[], decided: readonly DecidedTie[]): readonly string[] {
  const first = decided.flatMap(({ winners }) => winners)
  return [...new Set([...first, ...keys])]
}

/**
 * The first tie for seats that no second vote has decided.
 * @param result counted in the order of `orderAfter`: whatever is broken by it shows as a lot
 */
export function openTie(result: Pick<Result, 'ties'>, decided: readonly DecidedTie[]): OpenTie | null {
  const tie = result.ties.find(
    ({ over, by, options }) =>
      over === 'seat' &&
      by === 'lot' &&
      !decided.some(({ between }) => options.every((option) => between.includes(option))),
  )
  return tie ? { between: tie.options, seats: tie.chosen.length } : null
}
