// How well an order betrays another one: a thief knows who voted when, and finds the ballots lying in some order.

export interface Guess {
  /** Voters given their true ballot when both orders are laid side by side, forwards or backwards. By chance one or two. */
  readonly hits: number
  /** From 0, the orders know nothing of each other, to 1, one is the other (Spearman). */
  readonly likeness: number
}

/** @param cast ballots in the order they were cast @param found the same ballots in the order they were found */
export function guess(cast: readonly string[], found: readonly string[]): Guess {
  const matches = (order: readonly string[]) => order.filter((ballot, at) => ballot === cast[at]).length
  const place = new Map(cast.map((ballot, at) => [ballot, at]))
  const n = cast.length
  const squares = found.reduce((sum, ballot, at) => sum + ((place.get(ballot) ?? 0) - at) ** 2, 0)
  const correlation = 1 - (6 * squares) / (n * (n * n - 1))
  return {
    hits: Math.max(matches(found), matches([...found].reverse())),
    likeness: Math.abs(correlation),
  }
}

/** What chance alone reaches less than once in a hundred thousand runs, with two dozen ballots. */
export const chance = { hits: 9, likeness: 0.85 } as const
