// Reads a town's database from outside: is it sound, are its numbers without gaps, do its sums agree with what they sum up.
import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import type { Finding } from '../gate.ts'
import { disagreements, rowsOfNumbers } from '../writes/index.ts'
import { gapsIn } from './history.ts'

export async function findUnsound(database: Pick<Database, 'kind' | 'read'>): Promise<readonly Finding[]> {
  const { read, kind } = database
  return [
    ...(kind === 'sqlite' ? await brokenFile(read) : []),
    ...(await brokenNumbers(read)),
    ...(await brokenSums(read)),
  ]
}

async function brokenFile(db: Kysely<Tables>): Promise<Finding[]> {
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  const lines = integrity.rows.map((row) => row.integrity_check).filter((line) => line !== 'ok')
  const keys = await sql`pragma foreign_key_check`.execute(db)
  return [
    ...lines.map((line) => `integrity_check: ${line}`),
    ...(keys.rows.length > 0 ? [`foreign_key_check: ${keys.rows.length} rows point nowhere`] : []),
  ]
}

async function brokenNumbers(db: Kysely<Tables>): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { table, column, within } of rowsOfNumbers) {
    const group = within ? sql.ref(within) : sql`''`
    const { rows } = await sql<{ number: number | string; group: string }>`
      select ${sql.ref(column)} as "number", ${group} as "group" from ${sql.table(table)}`.execute(db)
    const groups = new Map<string, number[]>()
    for (const row of rows) {
      const numbers = groups.get(row.group) ?? []
      numbers.push(Number(row.number))
      groups.set(row.group, numbers)
    }
    for (const [name, numbers] of groups) {
      const { missing, twice } = gapsIn(numbers)
      const where = `${table}.${column}${name === '' ? '' : ` within ${name}`}`
      if (missing.length > 0) findings.push(`${where}: no ${missing.slice(0, 5).join(', ')}`)
      if (twice.length > 0) findings.push(`${where}: ${twice.slice(0, 5).join(', ')} twice`)
    }
  }
  return findings
}

async function brokenSums(db: Kysely<Tables>): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { what, sql: question } of disagreements) {
    const { rows } = await sql.raw(question).execute(db)
    if (rows.length > 0) findings.push(`${what}: ${rows.length}, such as ${JSON.stringify(rows[0])}`)
  }
  return findings
}
