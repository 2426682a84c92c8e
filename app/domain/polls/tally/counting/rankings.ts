/** Ranked ballots as rows of small numbers in typed arrays, so that 100,000 of them count in a moment. */
import { type Election, indexOf, placeOf, type RankedBallot } from '#app/domain/polls/tally/ballots.ts'

/**
 * `ranks[row * size + option]`: the place of the option on that ballot, 0 the top; `size` for an option not named.
 * `weights[row]`: how many ballots were filled in so; `valid`: how many that are together. Blank ones are left out. All counts add whole numbers, so the order of rows never matters.
 */
export type Rankings = {
  readonly size: number
  readonly rows: number
  readonly ranks: Uint16Array
  readonly weights: Float64Array
  readonly valid: number
}

/** The ballots as rows. @throws RangeError for an unknown option, or one ranked twice on a ballot */
export function rankingsOf(election: Election<RankedBallot>): Rankings {
  const size = election.options.length
  const index = indexOf(election.options)
  const ranks = new Uint16Array(election.ballots.length * size).fill(size)
  const weights = new Float64Array(election.ballots.length)
  let row = 0
  let valid = 0
  for (const ballot of election.ballots) {
    const start = row * size
    let rank = 0
    for (const tier of ballot.ranking) {
      if (tier.length === 0) continue
      for (const option of tier) {
        const at = start + placeOf(index, option)
        if (ranks[at] !== size) throw new RangeError(`ballot ranks an option twice: ${option}`)
        ranks[at] = rank
      }
      rank += 1
    }
    if (rank === 0) continue
    weights[row] = ballot.count
    valid += ballot.count
    row += 1
  }
  return { size, rows: row, ranks, weights, valid }
}

/**
 * The same ballots as lists of preferences, for counts that hand a paper on from option to option.
 * A paper ends where a place is shared by several: the rules of transfer know no equal preference.
 * `lists[row * size + n]`: the option in place n; `lengths[row]`: how many there are.
 */
export type Preferences = {
  readonly size: number
  readonly rows: number
  readonly lists: Uint16Array
  readonly lengths: Uint16Array
  readonly weights: Float64Array
  readonly valid: number
}

export function preferencesOf(election: Election<RankedBallot>): Preferences {
  const { size, rows, ranks, weights, valid } = rankingsOf(election)
  const lists = new Uint16Array(rows * size)
  const lengths = new Uint16Array(rows)
  const holders = new Uint16Array(size + 1)
  for (let row = 0; row < rows; row++) {
    const start = row * size
    holders.fill(0)
    for (let option = 0; option < size; option++) {
      const rank = ranks[start + option] as number
      holders[rank] = (holders[rank] as number) + 1
      if (rank < size) lists[start + rank] = option
    }
    let length = 0
    while (length < size && holders[length] === 1) length += 1
    lengths[row] = length
  }
  return { size, rows, lists, lengths, weights, valid }
}
