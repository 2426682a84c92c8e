/** What every count gives back: who won, in what order, how it was counted, and every tie with its breaking. */
import type { OptionId } from '#app/domain/polls/tally/ballots.ts'

/** What was to be decided when options stood equal. */
export type TieOver = 'seat' | 'finalist' | 'runoff' | 'exclusion' | 'surplus' | 'order'

/**
 * How a tie was broken. The last three are no rule of the method:
 * - `lot`: by the order drawn;
 * - `assumed`: no lot drawn yet, the order of the options was assumed so the count could go on;
 * - `open`: no lot drawn yet, the tie stands and all tied are named as winners.
 */
export type TieBreak =
  | 'head-to-head'
  | 'top-marks'
  | 'higher-sum'
  | 'smaller-maximum'
  | 'fewer-high-marks'
  | 'earlier-round'
  | 'more-supporters'
  | 'lower-cost'
  | 'status-quo'
  | 'lot'
  | 'assumed'
  | 'open'

/**
 * `round` is the position in `rounds`, from 1; 0 in a trial count that `rounds` does not show (Add1).
 * `chosen`: who was taken; over an exclusion, who was excluded.
 */
export type Tie = {
  readonly round: number
  readonly over: TieOver
  readonly options: readonly OptionId[]
  readonly chosen: readonly OptionId[]
  readonly by: TieBreak
}

/** Votes, points or other whole numbers by option. */
export type Figures = Readonly<Record<OptionId, number>>

/** Exact figures as text, with the decimals the method counts in: "1346.00000". */
export type ExactFigures = Readonly<Record<OptionId, string>>

/**
 * - `winners`: in order of merit or election. More than `seats` only while a tie for the last seat is open;
 *   fewer when too few options stand, none when no valid ballot was cast.
 * - `ranking`: all options, best first; options in one tier are equal by the method, before any lot.
 * - `rounds`: the steps of the count in order; the shape is the method's own.
 * - `secondRound`: who goes on when the method decided nothing yet, else empty.
 */
export type Result<Round = unknown> = {
  readonly method: string
  readonly seats: number
  readonly winners: readonly OptionId[]
  readonly ranking: readonly (readonly OptionId[])[]
  readonly rounds: readonly Round[]
  readonly ties: readonly Tie[]
  readonly secondRound: readonly OptionId[]
}

/** Figures by name from figures by place. */
export function figures(options: readonly OptionId[], values: ArrayLike<number>): Figures {
  return Object.fromEntries(options.map((option, place) => [option, values[place] ?? 0]))
}
