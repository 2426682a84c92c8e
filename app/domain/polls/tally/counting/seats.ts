/** From an order with equal places to the seats: who is in, and whether the last seat is tied. */
import type { OptionId } from '#app/domain/polls/tally/ballots.ts'
import { inLotOrder, lotsFor } from '#app/domain/polls/tally/counting/lots.ts'
import type { Tie } from '#app/domain/polls/tally/result.ts'

/** An order of options with those who take the seats. */
export type Seated = {
  readonly winners: readonly OptionId[]
  readonly ranking: readonly (readonly OptionId[])[]
  readonly ties: readonly Tie[]
}

/**
 * Gives the seats from the top of the order. Where a tier holds more options than seats are left, the lots decide;
 * without lots the tie stays open and the whole tier is named.
 * @param tiers places in `options`, best tier first, each place once
 * @param round the round a tie is reported for, from 1
 */
export function seatFromTop(
  election: {
    readonly options: readonly OptionId[]
    readonly seats: number
    readonly lots: readonly OptionId[] | null
  },
  tiers: readonly (readonly number[])[],
  round: number,
): Seated {
  const name = (place: number) => election.options[place] as OptionId
  const lots = lotsFor(election.options, election.lots)
  const winners: number[] = []
  const ties: Tie[] = []
  for (const tier of tiers) {
    const open = election.seats - winners.length
    if (open <= 0) break
    if (tier.length <= open) {
      winners.push(...tier)
      continue
    }
    const chosen = lots.drawn ? inLotOrder(lots, tier).slice(0, open) : []
    winners.push(...(lots.drawn ? chosen : tier))
    ties.push({
      round,
      over: 'seat',
      options: tier.map(name),
      chosen: chosen.map(name),
      by: lots.drawn ? 'lot' : 'open',
    })
    break
  }
  return { winners: winners.map(name), ranking: tiers.map((tier) => tier.map(name)), ties }
}

/** Tiers of equal figures, highest first; within a tier the order of the options. */
export function tiersByFigure(values: ArrayLike<number>): number[][] {
  return tiersBy(values.length, (a, b) => (values[b] ?? 0) - (values[a] ?? 0))
}

/** Tiers of the places 0 … size-1 by a comparison that is negative when the first is better. */
export function tiersBy(size: number, better: (a: number, b: number) => number): number[][] {
  const places = Array.from({ length: size }, (_, place) => place).sort((a, b) => better(a, b) || a - b)
  const tiers: number[][] = []
  for (const place of places) {
    const last = tiers.at(-1)
    if (last?.[0] !== undefined && better(last[0], place) === 0) last.push(place)
    else tiers.push([place])
  }
  return tiers
}
