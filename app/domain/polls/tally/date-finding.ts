/** Date finding: every date gets yes, if need be, or no. */
import type { Election, ScoreBallot } from '#app/domain/polls/tally/ballots.ts'
import { countSums, type SumRound, wholeBetween } from '#app/domain/polls/tally/counting/sums.ts'
import type { Result } from '#app/domain/polls/tally/result.ts'

/** What an answer is worth in the sum. */
export const dateAnswers = { yes: 2, ifNeedBe: 1, no: 0 } as const

/**
 * Adds up the answers: yes 2, if need be 1, no 0. A date without an answer counts as no.
 * @returns one round; a tie for the last date goes to the lots
 * @throws RangeError for an unknown date
 * Source: score voting with three marks.
 */
export function dateFinding(election: Election<ScoreBallot>): Result<SumRound> {
  return countSums('date-finding', election, wholeBetween(dateAnswers.no, dateAnswers.yes))
}
