/** Ballots with marks per option as rows of small numbers, equal ones collapsed. */
import { type Election, indexOf, placeOf, type ScoreBallot } from '#app/domain/polls/tally/ballots.ts'

/**
 * `marks[row * size + option]`, `unmarked` where the voter left it out; `weights[row]`: ballots filled in exactly so.
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
 * The ballots as rows, in an order that does not depend on the order they came in.
 * @param highest the best or worst mark of the scale that begins at 0
 * @throws RangeError for an unknown option
 */
export function marksOf(election: Election<ScoreBallot>, highest: number): Marks {
  const size = election.options.length
  const index = indexOf(election.options)
  const weights = new Map<string, number>()
  const row = new Uint16Array(size)
  const tally = { valid: 0, blank: 0, invalid: 0 }
  for (const { scores, count } of election.ballots) {
    row.fill(unmarked)
    let kind: keyof typeof tally = 'blank'
    for (const [option, mark] of Object.entries(scores)) {
      const place = placeOf(index, option)
      if (!Number.isInteger(mark) || mark < 0 || mark > highest) kind = 'invalid'
      else {
        row[place] = mark
        if (kind === 'blank') kind = 'valid'
      }
    }
    tally[kind] += count
    if (kind !== 'valid') continue
    const key = String.fromCharCode.apply(null, row as unknown as number[])
    weights.set(key, (weights.get(key) ?? 0) + count)
  }
  const keys = [...weights.keys()].sort()
  const marks = new Uint16Array(keys.length * size)
  keys.forEach((key, at) => {
    for (let option = 0; option < size; option++) marks[at * size + option] = key.charCodeAt(option)
  })
  const counts = Float64Array.from(keys, (key) => weights.get(key) ?? 0)
  return { size, rows: keys.length, marks, weights: counts, ...tally }
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
