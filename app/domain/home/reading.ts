// Knows how long reading takes, as people are told before they begin.

/** Slow on purpose: about 130 German words a minute, so that nobody feels too slow. */
const signsPerMinute = 900
const longest = 12

/** Whole minutes for texts of these lengths in signs, at least 1; null above twelve, which no longer invites. */
export function readingMinutes(lengths: readonly number[]): number | null {
  const minutes = Math.max(1, Math.ceil(lengths.reduce((sum, length) => sum + length, 0) / signsPerMinute))
  return minutes <= longest ? minutes : null
}
