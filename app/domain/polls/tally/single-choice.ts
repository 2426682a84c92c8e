/** Single choice: one mark each, most marks wins; on wish more than half is needed and a second round follows. */
import {
  type ChoiceBallot,
  countOf,
  type Election,
  indexOf,
  placeOf,
} from '#app/domain/polls/tally/ballots.ts'
import { seatFromTop, tiersByFigure } from '#app/domain/polls/tally/counting/seats.ts'
import { type Figures, figures, type Result } from '#app/domain/polls/tally/result.ts'
import { firstTwo } from '#app/domain/polls/tally/second-round.ts'

/** `votes`: marks by option; `valid` ballots carry a mark, `blank` ones none; `needed`: marks that are a majority. */
export type ChoiceRound = {
  readonly votes: Figures
  readonly valid: number
  readonly blank: number
  readonly needed: number | null
}

/**
 * Counts one mark per ballot.
 * @param settings.majority `relative`: most marks; `absolute`: more than half of the valid ballots (blank ones are not
 *   in the base). Missing it, nobody wins and `secondRound` names the first two, with all who are tied for their place.
 * @returns one round; a tie for the last seat goes to the lots
 * @throws RangeError for an unknown option
 * Source: plurality voting; the two-round rule as in German mayoral elections (§ 46c KWahlG NRW).
 */
export function singleChoice(
  election: Election<ChoiceBallot>,
  settings: { readonly majority?: 'relative' | 'absolute' } = {},
): Result<ChoiceRound> {
  const index = indexOf(election.options)
  const votes = new Float64Array(election.options.length)
  let blank = 0
  for (const { choice, count } of election.ballots) {
    if (choice === null) blank += count
    else {
      const place = placeOf(index, choice)
      votes[place] = (votes[place] ?? 0) + count
    }
  }
  const valid = countOf(election.ballots) - blank
  const absolute = settings.majority === 'absolute' && election.seats === 1
  const needed = absolute ? Math.floor(valid / 2) + 1 : null
  const tiers = tiersByFigure(votes)
  const best = votes[tiers[0]?.[0] ?? 0] ?? 0
  const decided = valid > 0 && (needed === null || best >= needed)
  const seated = decided
    ? seatFromTop(election, tiers, 1)
    : { ...seatFromTop({ ...election, seats: 0 }, tiers, 1), winners: [] }
  return {
    method: 'single-choice',
    seats: election.seats,
    ...seated,
    rounds: [{ votes: figures(election.options, votes), valid, blank, needed }],
    secondRound: decided || valid === 0 ? [] : firstTwo(seated.ranking),
  }
}
