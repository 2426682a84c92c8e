/** Every option against every other: how many ballots put one above the other. */

import type { OptionId } from '#app/domain/polls/tally/ballots.ts'
import type { Rankings } from '#app/domain/polls/tally/counting/rankings.ts'

/** `above[x * size + y]`: ballots that rank x above y. An option not named is below every named one. */
export type Pairwise = { readonly size: number; readonly above: Float64Array }

export function pairwise({ size, rows, ranks, weights }: Omit<Rankings, 'valid'>): Pairwise {
  const above = new Float64Array(size * size)
  const line = new Int32Array(size)
  for (let row = 0; row < rows; row++) {
    const weight = weights[row] as number
    for (let option = 0; option < size; option++) line[option] = ranks[row * size + option] as number
    for (let x = 0; x < size; x++) {
      const rank = line[x] as number
      const start = x * size
      // The sign bit of the difference is the comparison; a branch would be guessed wrong half of the time.
      for (let y = 0; y < size; y++) {
        above[start + y] = (above[start + y] as number) + weight * ((rank - (line[y] as number)) >>> 31)
      }
    }
  }
  return { size, above }
}

/** The matrix as a record by name, for the page of the result: `table[x][y]`. */
export function tableOf(
  options: readonly OptionId[],
  matrix: ArrayLike<number>,
): Readonly<Record<OptionId, Readonly<Record<OptionId, number>>>> {
  const size = options.length
  return Object.fromEntries(
    options.map((row, x) => [
      row,
      Object.fromEntries(
        options.flatMap((column, y) => (x === y ? [] : [[column, matrix[x * size + y] ?? 0] as const])),
      ),
    ]),
  )
}

/**
 * Tiers of an order where some beat others: those whom none of the remaining beats, then again without them.
 * @param beats whether x beats y, free of cycles
 */
export function tiersByBeating(size: number, beats: (x: number, y: number) => boolean): number[][] {
  let remaining = Array.from({ length: size }, (_, place) => place)
  const tiers: number[][] = []
  while (remaining.length > 0) {
    const tier = remaining.filter((y) => !remaining.some((x) => x !== y && beats(x, y)))
    tiers.push(tier)
    remaining = remaining.filter((place) => !tier.includes(place))
  }
  return tiers
}
