/** The backward tie rule of transfer counts: the latest earlier round in which the tied differed decides. */
import type { TieBreak } from '#app/domain/polls/tally/result.ts'

/**
 * Narrows tied options down by earlier rounds, the latest first.
 * @param tied places, at least one
 * @param history votes by place, one entry per round, the present round last
 * @param want who is sought: those with the fewest or the most
 * @returns those still equal in every round; a single one when the rule decided
 */
export function byEarlierRounds(
  tied: readonly number[],
  history: readonly ArrayLike<number>[],
  want: 'fewest' | 'most',
): number[] {
  let left = [...tied]
  for (let round = history.length - 2; round >= 0 && left.length > 1; round--) {
    const votes = left.map((place) => history[round]?.[place] ?? 0)
    const sought = want === 'fewest' ? Math.min(...votes) : Math.max(...votes)
    left = left.filter((_, at) => votes[at] === sought)
  }
  return left
}

/** What decided, given how many were left when the rule was through. */
export function brokenBy(left: readonly number[], lots: TieBreak): TieBreak {
  return left.length === 1 ? 'earlier-round' : lots
}
