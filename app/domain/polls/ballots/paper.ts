// Knows when two people have read the same paper ballots: sheet by sheet, and as many of them.

/** What one of the two read, by the number written on the sheet. */
export type PaperReading = ReadonlyMap<number, string>

/** The sheets on which they differ, or which only one of them has; in order. */
export function differingSheets(first: PaperReading, second: PaperReading): readonly number[] {
  const sheets = new Set([...first.keys(), ...second.keys()])
  return [...sheets].filter((sheet) => first.get(sheet) !== second.get(sheet)).sort((a, b) => a - b)
}
