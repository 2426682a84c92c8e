/** Sums of whole numbers per option, as score, points and date finding need them. */
import { type Election, indexOf, type ScoreBallot } from '#app/domain/polls/tally/ballots.ts'
import { readMarks, unmarked } from '#app/domain/polls/tally/counting/marks.ts'
import { seatFromTop, tiersByFigure } from '#app/domain/polls/tally/counting/seats.ts'
import { type Figures, figures, type Result } from '#app/domain/polls/tally/result.ts'

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
 * @param isValid whether a ballot's marks, taken together, may be counted; one left out is NaN
 */
export function countSums(
  method: string,
  election: Election<ScoreBallot>,
  isValid: (marks: Float64Array) => boolean,
): Result<SumRound> {
  const { options, ballots } = election
  const size = indexOf(options).size
  const sums = new Float64Array(size)
  const marked = new Float64Array(size)
  const row = new Float64Array(size)
  const tally = { valid: 0, blank: 0, invalid: 0 }
  for (const { scores, count } of ballots) {
    const given = readMarks(scores, options, (place, mark) => {
      row[place] = mark === unmarked ? Number.NaN : mark
      return true
    })
    const kind = given === 'valid' && !isValid(row) ? 'invalid' : given
    tally[kind] += count
    if (kind !== 'valid') continue
    for (let place = 0; place < size; place++) {
      const mark = row[place] as number
      if (Number.isNaN(mark)) continue
      sums[place] = (sums[place] as number) + mark * count
      marked[place] = (marked[place] as number) + count
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
export function wholeBetween(lowest: number, highest: number): (marks: Float64Array) => boolean {
  return (marks) =>
    marks.every((mark) => Number.isNaN(mark) || (Number.isInteger(mark) && mark >= lowest && mark <= highest))
}
