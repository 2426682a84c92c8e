/** Points: a fixed sum to hand out freely among the options. */
import type { Election, ScoreBallot } from '#app/domain/polls/tally/ballots.ts'
import { countSums, type SumRound } from '#app/domain/polls/tally/counting/sums.ts'
import type { Result } from '#app/domain/polls/tally/result.ts'

/**
 * Adds up the points. Points left over are lost; a ballot that hands out more than `budget` is invalid as a whole.
 * @param settings.budget the points of one ballot, a whole number
 * @returns one round; a tie for the last seat goes to the lots
 * @throws RangeError for an unknown option
 * Source: cumulative voting.
 */
export function points(
  election: Election<ScoreBallot>,
  settings: { readonly budget: number },
): Result<SumRound> {
  return countSums('points', election, (marks) => {
    let handedOut = 0
    for (const mark of marks) {
      if (Number.isNaN(mark)) continue
      if (!Number.isInteger(mark) || mark < 0) return false
      handedOut += mark
    }
    return handedOut <= settings.budget
  })
}
