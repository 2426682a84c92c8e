/** The papers on the counting table: which pile each lies on, and what each is worth. */
import type { Preferences } from '#app/domain/polls/tally/counting/rankings.ts'

/**
 * `votes[candidate]`: worth of the pile, in the smallest part the method counts in.
 * `moveAll` takes every paper off a pile and lays it on that of its next standing candidate at the worth `shareOf` says;
 * the pile's own figure is left to the caller. It gives back the worth of the papers that name nobody standing any more.
 */
export type Piles = {
  readonly votes: Float64Array
  moveAll(from: number, standing: readonly number[], shareOf: (value: number) => number): number
}

/** All papers on the piles of their first preferences, each worth `unit`. Whole numbers up to 2^53 stay exact. */
export function pilesOf(papers: Preferences, unit: number): Piles {
  const { size, rows, lists, lengths, weights } = papers
  const votes = new Float64Array(size)
  const value = new Float64Array(rows).fill(unit)
  const position = new Uint16Array(rows)
  const piles: number[][] = Array.from({ length: size }, () => [])
  const lay = (row: number, candidate: number) => {
    piles[candidate]?.push(row)
    votes[candidate] = (votes[candidate] as number) + (value[row] as number) * (weights[row] as number)
  }
  for (let row = 0; row < rows; row++) if (lengths[row]) lay(row, lists[row * size] as number)
  if (total(votes) > Number.MAX_SAFE_INTEGER) throw new RangeError('too many papers to count exactly')
  return {
    votes,
    moveAll(from, standing, shareOf) {
      const stands = new Uint8Array(size)
      for (const place of standing) stands[place] = 1
      const pile = piles[from] ?? []
      piles[from] = []
      let spent = 0
      for (const row of pile) {
        let at = (position[row] as number) + 1
        while (at < (lengths[row] as number) && !stands[lists[row * size + at] as number]) at += 1
        position[row] = at
        value[row] = shareOf(value[row] as number)
        if (at < (lengths[row] as number)) lay(row, lists[row * size + at] as number)
        else spent += (value[row] as number) * (weights[row] as number)
      }
      return spent
    },
  }
}

/** What all piles are worth together. */
export function total(votes: Float64Array): number {
  return votes.reduce((sum, worth) => sum + worth, 0)
}
