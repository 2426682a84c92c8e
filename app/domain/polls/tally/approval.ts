/** Approval voting: tick everything you would be content with; most ticks win. */
import {
  type ApprovalBallot,
  countOf,
  type Election,
  indexOf,
  placeOf,
} from '#app/domain/polls/tally/ballots.ts'
import { seatFromTop, tiersByFigure } from '#app/domain/polls/tally/counting/seats.ts'
import { type Figures, figures, type Result } from '#app/domain/polls/tally/result.ts'

/** `votes`: ticks by option; `blank` ballots carry no tick; `invalid` ones more than were allowed. */
export type TickRound = {
  readonly votes: Figures
  readonly valid: number
  readonly blank: number
  readonly invalid: number
}

/**
 * Counts the ticks. A ballot without a tick is blank and gives nobody anything.
 * @returns one round; a tie for the last seat goes to the lots
 * @throws RangeError for an unknown option
 * Source: Brams and Fishburn, Approval Voting, 1983. For several seats a bare majority can take them all.
 */
export function approval(election: Election<ApprovalBallot>): Result<TickRound> {
  return countTicks('approval', election, election.options.length)
}

/** The count shared with multiple choice: ballots with more than `limit` ticks are invalid as a whole. */
export function countTicks(
  method: string,
  election: Election<ApprovalBallot>,
  limit: number,
): Result<TickRound> {
  const index = indexOf(election.options)
  const votes = new Float64Array(election.options.length)
  let blank = 0
  let invalid = 0
  for (const { approved, count } of election.ballots) {
    const places = new Set(approved.map((option) => placeOf(index, option)))
    if (places.size === 0) blank += count
    else if (places.size > limit) invalid += count
    else for (const place of places) votes[place] = (votes[place] ?? 0) + count
  }
  const valid = countOf(election.ballots) - blank - invalid
  const seated = seatFromTop(valid > 0 ? election : { ...election, seats: 0 }, tiersByFigure(votes), 1)
  return {
    method,
    seats: election.seats,
    ...seated,
    rounds: [{ votes: figures(election.options, votes), valid, blank, invalid }],
    secondRound: [],
  }
}
