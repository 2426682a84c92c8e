// Counts what is written, table by table, by triggers in the probe's own copy of the database: to see that nothing
// changed costs a look at one small table.
import path from 'node:path'
import Sqlite from 'better-sqlite3'

/** What the house writes without anybody having done something. */
const ownNotes = /^(job|sqlite_|_|kysely|search\w*_(data|idx|docsize|config|content))/
const ownColumns = new Set(['seenAt', 'attempts', 'claimedUntil', 'sentAt'])

export function countChanges(dataDir: string): void {
  const db = new Sqlite(path.join(dataDir, 'stimmtisch.sqlite'))
  const tables = db
    .prepare("select name from sqlite_master where type = 'table' and sql not like 'create virtual%'")
    .all() as { name: string }[]
  db.exec('create table "_changes" (name text primary key, n integer not null)')
  for (const { name } of tables.filter((table) => !ownNotes.test(table.name))) {
    const columns = (db.pragma(`table_info("${name}")`) as { name: string }[]).map((column) => column.name)
    const told = columns.filter((column) => !ownColumns.has(column))
    const differs = told.map((column) => `old."${column}" is not new."${column}"`).join(' or ')
    const count = `begin update "_changes" set n = n + 1 where name = '${name}'; end`
    db.exec(`insert into "_changes" values ('${name}', 0);
      create trigger "_${name}_new" after insert on "${name}" ${count};
      create trigger "_${name}_gone" after delete on "${name}" ${count};
      create trigger "_${name}_other" after update on "${name}" when ${differs} ${count};`)
  }
  db.close()
}

/** How often each table changed so far. */
export function changesIn(db: Sqlite.Database): ReadonlyMap<string, string> {
  const rows = db.prepare('select name, n from "_changes"').all() as { name: string; n: number }[]
  return new Map(rows.map(({ name, n }) => [name, String(n)]))
}

export function changedTables(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  return [...after].filter(([name, count]) => before.get(name) !== count).map(([name]) => name)
}
