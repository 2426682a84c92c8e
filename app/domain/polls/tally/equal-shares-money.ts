/** Method of Equal Shares for money: proposals with costs, a budget, and every voter with the same part of it. */
import type { ApprovalBallot, Election, OptionId } from '#app/domain/polls/tally/ballots.ts'
import { type Fraction, fraction, written } from '#app/domain/polls/tally/counting/fraction.ts'
import { inLotOrder, lotsFor } from '#app/domain/polls/tally/counting/lots.ts'
import { type Price, pursesOf, supportersOf } from '#app/domain/polls/tally/counting/purses.ts'
import { supportByGroup, ticksOf } from '#app/domain/polls/tally/counting/ticks.ts'
import type { Result, Tie, TieBreak } from '#app/domain/polls/tally/result.ts'

/** One proposal bought: its cost and the most any supporter paid, in units of money as a fraction. */
export type PurchaseRound = { readonly elected: OptionId; readonly cost: number; readonly price: string }

/** `share`: what each voter held in the end; `raises`: how often it was raised; `spent` and `budget` in units of money. */
export type MoneyResult = Result<PurchaseRound> & {
  readonly budget: number
  readonly spent: number
  readonly share: string
  readonly raises: number
}

type Purchase = { readonly place: number; readonly cost: bigint; readonly price: Fraction }
type Run = { readonly bought: readonly Purchase[]; readonly ties: readonly Tie[]; readonly spent: bigint }

/**
 * Every voter holds budget / voters. Supporters of a proposal raise its cost with at most p each; bought next is the one
 * with most effective votes, cost / p. Equal: more supporters, then lower cost, then lot. With `add1` everybody's share
 * is raised by one unit again and again, the count done anew each time, until the next raise would overspend.
 * @param settings.costs whole units of money for every option, more than 0
 * @param settings.budget whole units of money
 * @param settings.completion `add1` unless told; `none` stops after the first count
 * @param settings.raise units per raise and voter, 1 unless told
 * @returns one round per proposal bought, in order; `seats` is how many these are
 * @throws RangeError for an unknown option or a cost that is no whole number above 0
 * Source: Peters, Pierczyński and Skowron, Proportional participatory budgeting with additive utilities, NeurIPS 2021;
 * Add1 as used by the town of Wieliczka in 2023 (equalshares.net).
 */
export function equalSharesMoney(
  election: Omit<Election<ApprovalBallot>, 'seats'>,
  settings: {
    readonly costs: Readonly<Record<OptionId, number>>
    readonly budget: number
    readonly completion?: 'add1' | 'none'
    readonly raise?: number
  },
): MoneyResult {
  const { options } = election
  const ticks = ticksOf({ ...election, seats: 1 })
  const supporters = supportersOf(ticks)
  const support = supportByGroup(ticks, new Int32Array(ticks.rows), 1)
  const costs = options.map((option) => wholeCost(settings.costs[option], option))
  const voters = BigInt(Math.max(1, ticks.voters))
  const lots = lotsFor(options, election.lots)
  const name = (place: number) => options[place] as OptionId
  const affordable = options.flatMap((_, place) => (support[place] ? [place] : []))
  const run = (total: bigint): Run =>
    buy(total, voters, affordable, costs, support, ticks.weights, supporters, { ...lots, name })

  const budget = BigInt(settings.budget)
  const raise = BigInt(settings.raise ?? 1) * voters
  let total = budget
  let last = run(total)
  const trials: Tie[] = [...last.ties]
  let raises = 0
  while (settings.completion !== 'none' && last.bought.length < affordable.length) {
    const next = run(total + raise)
    trials.push(...next.ties)
    if (next.spent > budget) break
    total += raise
    raises += 1
    last = next
  }
  const winners = last.bought.map(({ place }) => place)
  const rest = options.flatMap((_, place) => (winners.includes(place) ? [] : [place]))
  const supportOf = (place: number) => support[place] as number
  rest.sort((a, b) => supportOf(b) - supportOf(a) || a - b)
  const tiers: number[][] = winners.map((place) => [place])
  rest.forEach((place, at) => {
    if (at > 0 && supportOf(rest[at - 1] as number) === supportOf(place)) tiers.at(-1)?.push(place)
    else tiers.push([place])
  })
  return {
    method: 'equal-shares',
    seats: winners.length,
    winners: winners.map(name),
    ranking: tiers.map((tier) => tier.map(name)),
    rounds: last.bought.map(({ place, cost, price }) => ({
      elected: name(place),
      cost: Number(cost),
      price: written(price),
    })),
    ties: [...last.ties, ...onlyInTrials(trials, last.ties)],
    secondRound: [],
    budget: settings.budget,
    spent: Number(last.spent),
    share: written(fraction(total, voters)),
    raises,
  }
}

/** A lot in a trial count may have decided where the raises stop, so it is reported too, once per set of tied. */
function onlyInTrials(trials: readonly Tie[], shown: readonly Tie[]): readonly Tie[] {
  const keyOf = (tie: Tie) => `${tie.by}: ${tie.options.join('\n')}`
  const seen = new Set(shown.map(keyOf))
  return trials.flatMap((tie) => {
    if ((tie.by !== 'lot' && tie.by !== 'assumed') || seen.has(keyOf(tie))) return []
    seen.add(keyOf(tie))
    return [{ ...tie, round: 0 }]
  })
}

function wholeCost(cost: number | undefined, option: OptionId): bigint {
  if (cost === undefined || !Number.isSafeInteger(cost) || cost <= 0) {
    throw new RangeError(`cost of ${option} is not a whole number above 0: ${cost}`)
  }
  return BigInt(cost)
}

/** Effective votes, cost × bottom × payers / rest, as an unreduced fraction. */
type Votes = { readonly top: bigint; readonly bottom: bigint; readonly price: Price }

function buy(
  total: bigint,
  voters: bigint,
  affordable: readonly number[],
  costs: readonly bigint[],
  support: Float64Array,
  weights: Float64Array,
  supporters: readonly Int32Array[],
  lots: ReturnType<typeof lotsFor> & { readonly name: (place: number) => OptionId },
): Run {
  const purses = pursesOf(weights, supporters, total, voters)
  const bought: Purchase[] = []
  const ties: Tie[] = []
  let spent = 0n
  // Purses only shrink, so effective votes found earlier are the most a proposal can still have.
  const most = new Map<number, Votes>()
  let left = affordable.map((place) => place)
  while (true) {
    let best: number[] = []
    let lead: Votes | null = null
    const out = new Set<number>()
    const bounded = [...left].sort((a, b) => moreVotes(most.get(a), most.get(b)))
    for (const place of bounded) {
      const bound = most.get(place)
      if (lead !== null && bound !== undefined && moreVotes(lead, bound) < 0) break
      const cost = costs[place] as bigint
      const price = purses.priceOf(place, cost)
      if (price === null) {
        out.add(place)
        continue
      }
      const votes: Votes = { top: cost * purses.bottom() * price.payers, bottom: price.rest, price }
      most.set(place, votes)
      const difference = lead === null ? -1 : moreVotes(votes, lead)
      if (difference < 0) {
        lead = votes
        best = [place]
      } else if (difference === 0) best.push(place)
    }
    left = left.filter((place) => !out.has(place))
    if (lead === null) return { bought, ties, spent }
    const place = choose(best, costs, support, lots, ties, bought.length + 1)
    const { price } = most.get(place) as Votes
    bought.push({
      place,
      cost: costs[place] as bigint,
      price: fraction(price.rest, price.payers * purses.bottom()),
    })
    spent += costs[place] as bigint
    purses.pay(place, price)
    left = left.filter((one) => one !== place)
  }
}

/** Negative when a has more; a proposal not yet priced comes before all. */
function moreVotes(a: Votes | undefined, b: Votes | undefined): number {
  if (!a || !b) return Number(b === undefined) - Number(a === undefined)
  const difference = b.top * a.bottom - a.top * b.bottom
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

function choose(
  best: readonly number[],
  costs: readonly bigint[],
  support: Float64Array,
  lots: ReturnType<typeof lotsFor> & { readonly name: (place: number) => OptionId },
  ties: Tie[],
  round: number,
): number {
  if (best.length === 1) return best[0] as number
  const most = Math.max(...best.map((place) => support[place] as number))
  const liked = best.filter((place) => support[place] === most)
  const cheap = liked.reduce(
    (least, place) => {
      const cost = costs[place] as bigint
      return cost < least ? cost : least
    },
    costs[liked[0] as number] as bigint,
  )
  const left = liked.filter((place) => costs[place] === cheap)
  const chosen = inLotOrder(lots, left)[0] as number
  const by: TieBreak = liked.length === 1 ? 'more-supporters' : left.length === 1 ? 'lower-cost' : lots.by
  const tied = by === lots.by ? left : best
  ties.push({ round, over: 'order', options: tied.map(lots.name), chosen: [lots.name(chosen)], by })
  return chosen
}
