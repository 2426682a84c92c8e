// What a migration kept of a database: the same rows with the same words, but for what a step changes on purpose. Pure.
import type { Finding } from '../gate.ts'
import type { Content } from '../harness/filled-database.ts'

/** Tables made anew because nothing was ever in them. */
const madeAnew = new Set(['sectionDraft'])
/** Columns that a step fills in anew, or that the house rewrites at its start. */
const rewritten =
  /^(election\.rules|contribution\.section|turnout\.people|mail\.accountId|.*\.(html|sanitiser|.*Html))$/

export function judgeKept(before: Content, after: Content): readonly Finding[] {
  const findings: Finding[] = []
  for (const [table, rows] of before) {
    if (madeAnew.has(table)) continue
    const now = after.get(table)
    if (!now) {
      findings.push(`The table ${table} is gone, and with it ${rows.length} rows.`)
      continue
    }
    const columns = Object.keys(rows[0] ?? {}).filter((name) => !rewritten.test(`${table}.${name}`))
    const told = (row: Readonly<Record<string, unknown>>) => JSON.stringify(columns.map((name) => row[name]))
    const kept = new Map<string, number>()
    for (const row of now) kept.set(told(row), (kept.get(told(row)) ?? 0) + 1)
    const lost = rows.filter((row) => {
      const left = kept.get(told(row)) ?? 0
      kept.set(told(row), left - 1)
      return left <= 0
    })
    if (lost.length > 0)
      findings.push(
        `${table}: ${lost.length} of ${rows.length} rows are lost or changed, such as ${told(lost[0] ?? {}).slice(0, 120)}`,
      )
    if (now.length < rows.length)
      findings.push(`${table}: ${now.length} rows, where there were ${rows.length}`)
  }
  return findings
}
