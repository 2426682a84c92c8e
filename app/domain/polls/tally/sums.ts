/** Sums of whole numbers per option, as score, points and date finding need them. */
import { type Election, indexOf, placeOf, type ScoreBallot } from '#app/domain/polls/tally/ballots.ts'
import { type Figures, figures, type Result } from '#app/domain/polls/tally/result.ts'
import { seatFromTop, tiersByFigure } from '#app/domain/polls/tally/seats.ts'

/** `sums` by option; `marked`: ballots with a mark for it; ballots without any mark are `blank`. */
export type SumRound = {
  readonly sums: Figures
  readonly marked: Figures
  readonly valid: number
  readonly blank: number
  readonly invalid: number
}

/**
 * Adds up the marks; a missing mark is 0.
 * @param isValid whether a ballot's marks, taken together, may be counted
 */
export function countSums(
  method: string,
  election: Election<ScoreBallot>,
  isValid: (marks: readonly number[]) => boolean,
): Result<SumRound> {
  const index = indexOf(election.options)
  const sums = new Float64Array(election.options.length)
  const marked = new Float64Array(election.options.length)
  const tally = { valid: 0, blank: 0, invalid: 0 }
  for (const { scores, count } of election.ballots) {
    const entries = Object.entries(scores)
    const marks = entries.map(([, mark]) => mark)
    const kind = marks.length === 0 ? 'blank' : isValid(marks) ? 'valid' : 'invalid'
    tally[kind] += count
    if (kind !== 'valid') continue
    for (const [option, mark] of entries) {
      const place = placeOf(index, option)
      sums[place] = (sums[place] ?? 0) + mark * count
      marked[place] = (marked[place] ?? 0) + count
    }
  }
  const seated = seatFromTop(tally.valid > 0 ? election : { ...election, seats: 0 }, tiersByFigure(sums), 1)
  return {
    method,
    seats: election.seats,
    ...seated,
    rounds: [{ sums: figures(election.options, sums), marked: figures(election.options, marked), ...tally }],
    secondRound: [],
  }
}

/** A test for marks that are whole numbers from `lowest` to `highest`. */
export function wholeBetween(lowest: number, highest: number): (marks: readonly number[]) => boolean {
  return (marks) => marks.every((mark) => Number.isInteger(mark) && mark >= lowest && mark <= highest)
}
