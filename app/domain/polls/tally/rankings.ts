/** Ranked ballots as rows of small numbers, equal ones collapsed, so that 100,000 of them count in a moment. */
import { type Election, indexOf, placeOf, type RankedBallot } from '#app/domain/polls/tally/ballots.ts'

/**
 * `ranks[row * size + option]`: the place of the option on that ballot, 0 the top; `size` for an option not named.
 * `weights[row]`: how many ballots were filled in exactly so.
 */
export type Rankings = {
  readonly size: number
  readonly rows: number
  readonly ranks: Uint16Array
  readonly weights: Float64Array
}

/**
 * The ballots as rows, in an order that does not depend on the order they came in.
 * @throws RangeError for an unknown option, or one ranked twice on a ballot
 */
export function rankingsOf(election: Election<RankedBallot>): Rankings {
  const size = election.options.length
  const index = indexOf(election.options)
  const weights = new Map<string, number>()
  const row = new Uint16Array(size)
  for (const ballot of election.ballots) {
    row.fill(size)
    let rank = 0
    for (const tier of ballot.ranking) {
      if (tier.length === 0) continue
      for (const option of tier) {
        const place = placeOf(index, option)
        if (row[place] !== size) throw new RangeError(`ballot ranks an option twice: ${option}`)
        row[place] = rank
      }
      rank += 1
    }
    const key = String.fromCharCode.apply(null, row as unknown as number[])
    weights.set(key, (weights.get(key) ?? 0) + ballot.count)
  }
  const keys = [...weights.keys()].sort()
  const ranks = new Uint16Array(keys.length * size)
  keys.forEach((key, at) => {
    for (let option = 0; option < size; option++) ranks[at * size + option] = key.charCodeAt(option)
  })
  return { size, rows: keys.length, ranks, weights: Float64Array.from(keys, (key) => weights.get(key) ?? 0) }
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
}

export function preferencesOf(election: Election<RankedBallot>): Preferences {
  const { size, rows, ranks, weights } = rankingsOf(election)
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
  return { size, rows, lists, lengths, weights }
}
