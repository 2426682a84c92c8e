/** The order of lots: what decides when the method's own rules leave options equal. */
import { indexOf, type OptionId, placeOf } from '#app/domain/polls/tally/ballots.ts'
import type { TieBreak } from '#app/domain/polls/tally/result.ts'

/** `rank[place]` is an option's lot, 0 the best; not drawn: the order of the options, which is only assumed. */
export type Lots = { readonly drawn: boolean; readonly rank: Int32Array; readonly by: TieBreak }

/**
 * The lots of these options.
 * @param lots best lot first; must name every option, may name others; `null` while none are drawn
 * @throws RangeError when an option has no lot or two
 */
export function lotsFor(options: readonly OptionId[], lots: readonly OptionId[] | null): Lots {
  if (lots === null) {
    return { drawn: false, rank: Int32Array.from(options, (_, place) => place), by: 'assumed' }
  }
  const drawn = indexOf(lots)
  return { drawn: true, rank: Int32Array.from(options, (option) => placeOf(drawn, option)), by: 'lot' }
}

/** The places given, best lot first. */
export function inLotOrder(lots: Lots, places: readonly number[]): number[] {
  return [...places].sort((a, b) => (lots.rank[a] ?? 0) - (lots.rank[b] ?? 0))
}
