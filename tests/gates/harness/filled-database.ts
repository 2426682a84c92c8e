// Fills every table of an SQLite database with rows, whatever its shape is, and reads them all out again: so that a migration
// can be held to keeping what was there. Rows of the same place in two tables belong together.
import type BetterSqlite from 'better-sqlite3'

/** For each table its rows, each as its columns tell. */
export type Content = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>

interface Column {
  readonly name: string
  readonly type: string
}

/** Search indexes are built anew from what they index. */
const leftOut = /^(kysely_|sqlite_|search)/

export function fillEveryTable(file: BetterSqlite.Database, rows: number): void {
  file.pragma('foreign_keys = off')
  file.transaction(() => {
    for (const table of tablesOf(file)) {
      const columns = columnsOf(file, table).filter(({ name }) => name !== 'claimedUntil')
      const names = columns.map(({ name }) => `"${name}"`).join(', ')
      const places = columns.map(() => '?').join(', ')
      const insert = file.prepare(`insert or ignore into "${table}" (${names}) values (${places})`)
      for (let row = 1; row <= rows; row++)
        insert.run(columns.map((column) => wordFor(file, table, column, row)))
    }
  })()
  const broken = file.pragma('foreign_key_check') as readonly unknown[]
  if (broken.length > 0) throw new Error(`The rows do not belong together: ${JSON.stringify(broken[0])}`)
}

export function readEveryTable(file: BetterSqlite.Database): Content {
  return new Map(
    tablesOf(file).map((table) => [
      table,
      file.prepare<[], Record<string, unknown>>(`select * from "${table}"`).all(),
    ]),
  )
}

function tablesOf(file: BetterSqlite.Database): readonly string[] {
  const names = file
    .prepare("select name from sqlite_master where type = 'table' order by name")
    .pluck()
    .all()
  return (names as readonly string[]).filter((name) => !leftOut.test(name))
}

function columnsOf(file: BetterSqlite.Database, table: string): readonly Column[] {
  return file.pragma(`table_info("${table}")`) as readonly Column[]
}

function wordFor(
  file: BetterSqlite.Database,
  table: string,
  column: Column,
  row: number,
): string | number | Buffer {
  const keys = file.pragma(`foreign_key_list("${table}")`) as readonly {
    readonly table: string
    readonly from: string
    readonly to: string | null
  }[]
  const key = keys.find(({ from }) => from === column.name)
  if (key && !(key.table === table && key.to === column.name)) {
    const to = columnsOf(file, key.table).find(({ name }) => name === (key.to ?? 'id'))
    if (to) return wordFor(file, key.table, to, row)
  }
  if (/int/i.test(column.type)) return row
  if (/blob/i.test(column.type)) return Buffer.from(`${table} ${row}`)
  // Nothing here comes due while the gate looks on.
  if (/(At|Until|On|^at)$/.test(column.name)) return `2999-01-01T00:00:00.${String(row).padStart(3, '0')}Z`
  // Steps read these.
  if (column.name === 'rules') return `{"row":${row}}`
  if (table === 'turnout' && column.name === 'people') return `[["account.id ${row}","online"]]`
  return `${table}.${column.name} ${row}`
}
