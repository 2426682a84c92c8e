/** Sainte-Laguë: seats to lists by highest quotients, votes divided by 1, 3, 5 and so on. */
import {
  type ChoiceBallot,
  countOf,
  type Election,
  indexOf,
  type OptionId,
  placeOf,
} from '#app/domain/polls/tally/ballots.ts'
import { inLotOrder, lotsFor } from '#app/domain/polls/tally/counting/lots.ts'
import { tiersBy } from '#app/domain/polls/tally/counting/seats.ts'
import { type Figures, figures, type Result, type Tie } from '#app/domain/polls/tally/result.ts'

/** One seat: which list took it, with how many votes divided by what. */
export type SeatRound = { readonly elected: OptionId; readonly votes: number; readonly divisor: number }

/** `winners` names the list of every seat in the order given out, so a list comes as often as it has seats. */
export type ApportionmentResult = Result<SeatRound> & {
  readonly votes: Figures
  readonly allocation: Figures
}

/**
 * Gives seat by seat to the largest votes / (2 × seats so far + 1). Equal quotients: lot; when there are seats for all
 * of them the lot only sets their order. A list without votes gets nothing. While a tie for the last seats is open,
 * `allocation` holds the seats that are certain, and `winners` names the tied lists once each behind them.
 * @returns one round per seat given
 * @throws RangeError for an unknown list
 * Source: Sainte-Laguë, 1910, as for the German Bundestag (§ 5 BWahlG) in its highest-quotient form.
 */
export function sainteLague(election: Election<ChoiceBallot>): ApportionmentResult {
  const { options, seats } = election
  const index = indexOf(options)
  const lots = lotsFor(options, election.lots)
  const name = (place: number) => options[place] as OptionId
  const votes = new Float64Array(options.length)
  for (const { choice, count } of election.ballots) {
    if (choice === null) continue
    const place = placeOf(index, choice)
    votes[place] = (votes[place] as number) + count
  }
  const held = new Float64Array(options.length)
  const winners: number[] = []
  const rounds: SeatRound[] = []
  const ties: Tie[] = []
  let open: readonly number[] = []
  while (countOf(election.ballots) > 0 && winners.length < seats && open.length === 0) {
    const best = largestQuotients(votes, held)
    if (best.length === 0) break
    const left = seats - winners.length
    const order = inLotOrder(lots, best)
    if (best.length > left && !lots.drawn) open = best
    const taking = open.length > 0 ? [] : order.slice(0, left)
    if (best.length > 1) {
      ties.push({
        round: rounds.length + 1,
        over: best.length > left ? 'seat' : 'order',
        options: best.map(name),
        chosen: taking.map(name),
        by: open.length > 0 ? 'open' : lots.by,
      })
    }
    for (const place of taking) {
      const divisor = 2 * (held[place] as number) + 1
      rounds.push({ elected: name(place), votes: votes[place] as number, divisor })
      held[place] = (held[place] as number) + 1
      winners.push(place)
    }
  }
  const tiers = tiersBy(
    options.length,
    (a, b) => (held[b] as number) - (held[a] as number) || (votes[b] as number) - (votes[a] as number),
  )
  return {
    method: 'sainte-lague',
    seats,
    winners: [...winners, ...open].map(name),
    ranking: tiers.map((tier) => tier.map(name)),
    rounds,
    ties,
    secondRound: [],
    votes: figures(options, votes),
    allocation: figures(options, held),
  }
}

/** All lists that share the largest quotient, compared by cross-multiplying. */
function largestQuotients(votes: Float64Array, held: Float64Array): number[] {
  let best: number[] = []
  votes.forEach((own, place) => {
    if (own === 0) return
    const first = best[0]
    const lead =
      first === undefined
        ? 1n
        : BigInt(own) * BigInt(2 * (held[first] as number) + 1) -
          BigInt(votes[first] as number) * BigInt(2 * (held[place] as number) + 1)
    if (lead > 0n) best = [place]
    else if (lead === 0n) best.push(place)
  })
  return best
}
