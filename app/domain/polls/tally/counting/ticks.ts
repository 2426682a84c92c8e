/** Ballots with ticks as rows in typed arrays, for counts that give seats in proportion. */
import { type ApprovalBallot, type Election, indexOf, placeOf } from '#app/domain/polls/tally/ballots.ts'

/**
 * `ticked[row * size + option]` is 1 where the option is ticked; `weights[row]`: how many ballots were filled in so.
 * `voters` counts every ballot, blank ones too.
 */
export type Ticks = {
  readonly size: number
  readonly rows: number
  readonly ticked: Uint8Array
  readonly weights: Float64Array
  readonly voters: number
}

/** The ballots as rows. @throws RangeError for an unknown option */
export function ticksOf(election: Election<ApprovalBallot>): Ticks {
  const size = election.options.length
  const index = indexOf(election.options)
  const rows = election.ballots.length
  const ticked = new Uint8Array(rows * size)
  const weights = new Float64Array(rows)
  let voters = 0
  election.ballots.forEach(({ approved, count }, row) => {
    for (const option of approved) ticked[row * size + placeOf(index, option)] = 1
    weights[row] = count
    voters += count
  })
  return { size, rows, ticked, weights, voters }
}

/** How many voters of each group tick each option: `table[group * size + option]`. */
export function supportByGroup(ticks: Ticks, group: Int32Array, groups: number): Float64Array {
  const { size, rows, ticked, weights } = ticks
  const table = new Float64Array(groups * size)
  // Without a branch: random ticks would make the processor guess wrong half of the time.
  for (let row = 0; row < rows; row++) {
    const line = (group[row] as number) * size
    const weight = weights[row] as number
    for (let option = 0; option < size; option++) {
      table[line + option] =
        (table[line + option] as number) + weight * (ticked[row * size + option] as number)
    }
  }
  return table
}
