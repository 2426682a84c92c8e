// Prints a table for people, or the same as JSON for programs.

export function print(args: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]): number {
  if (args.includes('--json')) {
    console.info(JSON.stringify(rows, null, 2))
    return 0
  }
  for (const row of rows) {
    const [first, ...rest] = Object.values(row)
    console.info(String(first))
    for (const value of rest)
      console.info(`    ${typeof value === 'string' ? value || '(empty)' : JSON.stringify(value)}`)
  }
  return 0
}
