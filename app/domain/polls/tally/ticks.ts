/** Ballots with ticks as rows, equal ones collapsed, for counts that give seats in proportion. */
import {
  type ApprovalBallot,
  type Election,
  indexOf,
  type OptionId,
  placeOf,
} from '#app/domain/polls/tally/ballots.ts'

/**
 * `ticked[row * size + option]` is 1 where the option is ticked; `weights[row]`: ballots filled in exactly so.
 * `voters` counts every ballot, blank ones too.
 */
export type Ticks = {
  readonly size: number
  readonly rows: number
  readonly ticked: Uint8Array
  readonly weights: Float64Array
  readonly voters: number
}

/** The ballots as rows, in an order that does not depend on theirs. @throws RangeError for an unknown option */
export function ticksOf(election: Election<ApprovalBallot>): Ticks {
  const size = election.options.length
  const index = indexOf(election.options)
  const weights = new Map<string, number>()
  let voters = 0
  for (const { approved, count } of election.ballots) {
    voters += count
    const places = [...new Set(approved.map((option) => placeOf(index, option)))].sort((a, b) => a - b)
    const key = String.fromCharCode(...places)
    weights.set(key, (weights.get(key) ?? 0) + count)
  }
  const keys = [...weights.keys()].sort()
  const ticked = new Uint8Array(keys.length * size)
  keys.forEach((key, row) => {
    for (let at = 0; at < key.length; at++) ticked[row * size + key.charCodeAt(at)] = 1
  })
  const counts = Float64Array.from(keys, (key) => weights.get(key) ?? 0)
  return { size, rows: keys.length, ticked, weights: counts, voters }
}

/** How many voters of each group tick each option: `table[group * size + option]`. */
export function supportByGroup(ticks: Ticks, group: Int32Array, groups: number): Float64Array {
  const { size, rows, ticked, weights } = ticks
  const table = new Float64Array(groups * size)
  for (let row = 0; row < rows; row++) {
    const line = (group[row] as number) * size
    const weight = weights[row] as number
    for (let option = 0; option < size; option++) {
      if (ticked[row * size + option]) table[line + option] = (table[line + option] as number) + weight
    }
  }
  return table
}

/** A step of a count: so many seats, to be filled from these options only. */
export type Phase = { readonly options: readonly OptionId[]; readonly seats: number }
