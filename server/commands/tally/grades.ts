/** Counts of grades as files publish them, made comparable. */

/** Fills every tally up to the number of voters: whoever left a proposal out gave it the grade `missing`. */
export function balanced(file: {
  readonly tallies: readonly (readonly number[])[]
  readonly voters: number
  readonly missing: number
}): number[][] {
  const grades = Math.max(...file.tallies.map((tally) => tally.length), file.missing + 1)
  return file.tallies.map((tally) => {
    const full = Array.from({ length: grades }, (_, grade) => tally[grade] ?? 0)
    const given = full.reduce((sum, ballots) => sum + ballots, 0)
    full[file.missing] = (full[file.missing] as number) + file.voters - given
    return full
  })
}
