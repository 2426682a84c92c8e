// Knows what a second vote of an election decides: who stands again for how many seats, and how the first count goes on.
import type { PollMethod, PollSettings } from '../polls/method.ts'
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

/** How a second vote is filled in: as many marks as there are seats, and the most votes win. */
export function runOffBallot(seats: number) {
  return {
    method: (seats > 1 ? 'multiple-choice' : 'single-choice') satisfies PollMethod,
    settings: (seats > 1 ? { marks: seats } : {}) satisfies PollSettings,
    majority: 'most',
    quorum: 0,
    seats,
  } as const
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
