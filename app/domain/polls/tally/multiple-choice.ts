/** Multiple choice: at most n marks each, most marks win. */

import { countTicks, type TickRound } from '#app/domain/polls/tally/approval.ts'
import type { ApprovalBallot, Election } from '#app/domain/polls/tally/ballots.ts'
import type { Result } from '#app/domain/polls/tally/result.ts'

/**
 * Counts up to `marks` marks per ballot; a ballot with more is invalid as a whole, never cut to size.
 * @param settings.marks how many marks a ballot may carry, 1 or more
 * @returns one round; a tie for the last seat goes to the lots
 * @throws RangeError for an unknown option
 * Source: block voting, limited when fewer marks than seats are allowed.
 */
export function multipleChoice(
  election: Election<ApprovalBallot>,
  settings: { readonly marks: number },
): Result<TickRound> {
  return countTicks('multiple-choice', election, settings.marks)
}
