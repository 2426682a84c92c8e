/** Score voting: marks from 0 to 5 for every option, highest sum wins. */
import type { Election, ScoreBallot } from '#app/domain/polls/tally/ballots.ts'
import { countSums, type SumRound, wholeBetween } from '#app/domain/polls/tally/counting/sums.ts'
import type { Result } from '#app/domain/polls/tally/result.ts'

/**
 * Adds up the marks. A missing mark counts as 0, which the ballot must say.
 * @param settings.highest the top mark, 5 unless told; a ballot with any other number is invalid
 * @returns one round; a tie for the last seat goes to the lots
 * @throws RangeError for an unknown option
 * Source: range voting with zeros for blanks.
 */
export function score(
  election: Election<ScoreBallot>,
  settings: { readonly highest?: number } = {},
): Result<SumRound> {
  return countSums('score', election, wholeBetween(0, settings.highest ?? 5))
}
