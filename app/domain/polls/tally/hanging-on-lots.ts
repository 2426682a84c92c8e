/** Whose seat hangs on lots that nobody has drawn: a count that went on with an assumed order must not decide by it. */
import type { OptionId } from '#app/domain/polls/tally/ballots.ts'
import type { Result } from '#app/domain/polls/tally/result.ts'

/** So many other orders are tried at most; with three tied options these are all there are. */
const mostOrders = 12

/**
 * Leaves a tie open where an order was only assumed and another one would elect others.
 * @param result a count without lots
 * @param countWith the same count with these lots
 * @returns the result as it is where every order tried elects the same; else with those who are in under all of them,
 *   then those whose seat hangs on the lot, and that tie as an open one
 */
export function openWhereLotsDecide<R extends Result>(
  options: readonly OptionId[],
  result: R,
  countWith: (lots: readonly OptionId[]) => Result,
): R {
  const tied = new Set(result.ties.filter(({ by }) => by === 'assumed').flatMap((tie) => tie.options))
  if (tied.size === 0) return result
  const others = ordersOf([...tied]).map((order) => {
    const lots = [...order, ...options.filter((option) => !tied.has(option))]
    return new Set(countWith(lots).winners)
  })
  const somewhere = new Set([...result.winners, ...others.flatMap((winners) => [...winners])])
  const always = result.winners.filter((option) => others.every((winners) => winners.has(option)))
  const hanging = options.filter((option) => somewhere.has(option) && !always.includes(option))
  if (hanging.length === 0) return result
  const tie = { round: result.rounds.length, over: 'seat', options: hanging, chosen: [], by: 'open' } as const
  return { ...result, winners: [...always, ...hanging], ties: [...result.ties, tie] }
}

/** All orders of up to three; of more, every one of them first once, forwards and backwards. */
function ordersOf(tied: readonly OptionId[]): readonly (readonly OptionId[])[] {
  const turned = (some: readonly OptionId[]) => some.map((_, at) => [...some.slice(at), ...some.slice(0, at)])
  return [...turned([...tied].reverse()), ...turned(tied)].slice(0, mostOrders)
}
