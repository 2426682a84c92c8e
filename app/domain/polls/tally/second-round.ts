/** Who stands again: after a missed majority the first two, after a tie for the last seats the tied. */
import type { OptionId } from '#app/domain/polls/tally/ballots.ts'
import type { Result } from '#app/domain/polls/tally/result.ts'

/** The first two of an order. Whoever is equal with the second goes on too; so do all who share the first place. */
export function firstTwo(ranking: readonly (readonly OptionId[])[]): readonly OptionId[] {
  const going: OptionId[] = []
  for (const tier of ranking) {
    if (going.length >= 2) break
    going.push(...tier)
  }
  return going
}

/**
 * The run-off of a count that is tied where the seats end: `secure` are elected already, `between` stand again for
 * `seats`. `later`: how many more seats can only be filled once this tie is decided, as after a branch's own seats.
 * `null` when nothing is tied, or when lots have decided.
 */
export function runOffFor(result: Result & { readonly parts?: readonly { readonly seats: number }[] }): {
  readonly secure: readonly OptionId[]
  readonly between: readonly OptionId[]
  readonly seats: number
  readonly later: number
} | null {
  const tie = result.ties.find((one) => one.by === 'open' && one.over !== 'order')
  if (!tie) return null
  const counted = result.parts?.reduce((sum, { seats }) => sum + seats, 0) ?? result.seats
  // Those who are tied stand at the end of the winners, every one of them.
  const secure = result.winners.slice(0, result.winners.length - tie.options.length)
  const seats = counted - secure.length
  return { secure, between: tie.options, seats, later: result.seats - counted }
}
