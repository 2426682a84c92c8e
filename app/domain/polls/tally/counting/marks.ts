/** Ballots with marks per option as rows of small numbers in typed arrays. */
import { type Election, indexOf, type OptionId, type ScoreBallot } from '#app/domain/polls/tally/ballots.ts'

/**
 * `marks[row * size + option]`, `unmarked` where the voter left it out; `weights[row]`: how many ballots were filled in so.
 * Ballots without any mark are `blank`, those with a mark outside the scale `invalid`; neither is among the rows.
 */
export type Marks = {
  readonly size: number
  readonly rows: number
  readonly marks: Uint16Array
  readonly weights: Float64Array
  readonly valid: number
  readonly blank: number
  readonly invalid: number
}

/** What stands for a mark left out. */
export const unmarked = 0xffff

/**
 * The ballots as rows.
 * @param highest the best or worst mark of the scale that begins at 0
 * @throws RangeError for an unknown option
 */
export function marksOf(election: Election<ScoreBallot>, highest: number): Marks {
  const { options, ballots } = election
  const size = indexOf(options).size
  const marks = new Uint16Array(ballots.length * size)
  const weights = new Float64Array(ballots.length)
  const tally = { valid: 0, blank: 0, invalid: 0 }
  let rows = 0
  for (const { scores, count } of ballots) {
    const start = rows * size
    const kind = readMarks(scores, options, (place, mark) => {
      const fits = Number.isInteger(mark) && mark >= 0 && mark <= highest
      marks[start + place] = fits ? mark : unmarked
      return fits
    })
    tally[kind] += count
    if (kind === 'valid') weights[rows++] = count
  }
  return { size, rows, marks, weights, ...tally }
}

/**
 * Goes through the marks of one ballot, an option left out being `unmarked`.
 * @param take says for every mark given whether it may be counted; one that may not makes the ballot invalid
 * @throws RangeError for an unknown option
 */
export function readMarks(
  scores: Readonly<Record<OptionId, number>>,
  options: readonly OptionId[],
  take: (place: number, mark: number) => boolean,
): 'valid' | 'blank' | 'invalid' {
  let given = 0
  let fits = true
  for (let place = 0; place < options.length; place++) {
    const mark = scores[options[place] as string]
    if (typeof mark !== 'number') {
      take(place, unmarked)
      continue
    }
    given += 1
    if (!take(place, mark)) fits = false
  }
  const named = Object.keys(scores)
  if (named.length > given) {
    const unknown = named.find((name) => !options.includes(name) || typeof scores[name] !== 'number')
    throw new RangeError(`ballot names an unknown option: ${unknown}`)
  }
  return given === 0 ? 'blank' : fits ? 'valid' : 'invalid'
}

/** How many ballots gave each mark: `table[option][mark]`; a mark left out counts as `missing`, or not at all. */
export function markTable(counted: Marks, highest: number, missing: number | null): number[][] {
  const table = Array.from({ length: counted.size }, () => new Array<number>(highest + 1).fill(0))
  for (let row = 0; row < counted.rows; row++) {
    for (let option = 0; option < counted.size; option++) {
      const given = counted.marks[row * counted.size + option] as number
      const mark = given === unmarked ? missing : given
      const line = table[option] as number[]
      if (mark !== null) line[mark] = (line[mark] as number) + (counted.weights[row] as number)
    }
  }
  return table
}
