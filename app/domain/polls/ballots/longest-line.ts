// How long the longest line on a ballot can be: sealed ballots are padded to it, so that their length tells nothing.

/** Marks have up to four digits; beside every option stands at most a colon and a comma. */
export function longestLine(keys: readonly string[]): number {
  return keys.reduce((length, key) => length + key.length + 6, 0)
}
