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
 * The run-off of a count whose last seats are tied: `secure` are elected already, `between` stand again for `seats`.
 * `null` when nothing is tied, or when lots have decided.
 */
export function runOffFor(result: Result): {
  readonly secure: readonly OptionId[]
  readonly between: readonly OptionId[]
  readonly seats: number
} | null {
  const tie = result.ties.find((one) => one.over === 'seat' && one.by === 'open')
  if (!tie) return null
  const secure = result.winners.filter((option) => !tie.options.includes(option))
  return { secure, between: tie.options, seats: result.seats - secure.length }
}
