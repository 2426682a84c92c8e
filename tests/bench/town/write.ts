// Writes a town straight into an SQLite file: rows as the deeds would have left them, without waiting for the disk.
import { createHmac } from 'node:crypto'
import BetterSqlite from 'better-sqlite3'
import { v7 as timeOrderedId } from 'uuid'
import { migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { openSecrets } from '#server/secrets.ts'
import { writeIdeas } from './write-ideas.ts'

interface Size {
  readonly contributions: number
  readonly peopleSignedIn: number
}

export const townSecret = 'the secret of a town that does not exist'
export const people = 400
export const perIdea = 25
export const firstDay = Date.parse('2026-01-05T08:00:00.000Z')
export const never = '2099-12-31T00:00:00.000Z'

/** A tenth of a big town talks under one idea. */
export function longConversation(contributions: number): number {
  return contributions >= 100_000 ? contributions / 10 : perIdea
}

export function tokenOf(index: number): string {
  return createHmac('sha256', townSecret).update(`session ${index}`).digest('base64url')
}

export async function writeTown(file: string, { contributions, peopleSignedIn }: Size): Promise<void> {
  const migrated = await openDatabase(file)
  await migrate(migrated)
  await migrated.close()
  const db = new BetterSqlite(file)
  // Out of the write-ahead log first: from there SQLite changes to no journal only half.
  for (const pragma of [
    'journal_mode = DELETE',
    'journal_mode = OFF',
    'synchronous = OFF',
    'cache_size = -800000',
  ])
    db.pragma(pragma)
  for (const table of ['searchWords', 'searchFragments'])
    db.exec(`insert into "${table}" ("${table}", rank) values ('hashsize', 67108864)`)
  const rows = rowsInto(db)
  db.exec('begin')
  writePeople(rows, peopleSignedIn)
  writeIdeas(rows, contributions)
  writeEnd(rows, contributions)
  db.exec('commit')
  for (const table of ['searchWords', 'searchFragments'])
    db.exec(`insert into "${table}" ("${table}", rank) values ('hashsize', 1048576)`)
  db.exec('analyze')
  db.pragma('journal_mode = WAL')
  db.close()
}

type Row = Readonly<Record<string, string | number | null>>
export type Rows = (table: string, row: Row) => void

/** One prepared statement a table, made from the first row's names. */
function rowsInto(db: BetterSqlite.Database): Rows {
  const statements = new Map<string, BetterSqlite.Statement>()
  return (table, row) => {
    let statement = statements.get(table)
    if (!statement) {
      const names = Object.keys(row)
      statement = db.prepare(
        `insert into "${table}" (${names.map((name) => `"${name}"`)}) values (${names.map((name) => `@${name}`)})`,
      )
      statements.set(table, statement)
    }
    statement.run(row)
  }
}

export const accountId = (index: number) => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`

function writePeople(rows: Rows, peopleSignedIn: number): void {
  const { hash } = openSecrets(townSecret)
  const at = new Date(firstDay).toISOString()
  const imprint = {
    provider: 'Stadt',
    address: 'Platz 1',
    represented: 'Amt',
    mail: 'a@b.example',
    phone: '1',
    responsible: 'Amt',
  }
  rows('setting', { name: 'imprint', value: JSON.stringify(imprint) })
  rows('responsibleRole', { slug: 'kulturbuero', name: 'Kulturbüro' })
  for (let index = 0; index < people; index++) {
    const name = `Mitglied ${index}`
    rows('account', {
      ...{ id: accountId(index), handle: `mitglied${index}`, name, sortName: name.toLowerCase() },
      ...{ mail: `mitglied${index}@town.example`, district: null, language: 'de', ageBand: '16+' },
      ...{ createdAt: at, pausedUntil: null, erasedAt: null, version: 1 },
    })
  }
  for (let index = 0; index < peopleSignedIn; index++) {
    rows('session', {
      ...{
        id: timeOrderedId(),
        tokenHash: hash(tokenOf(index)),
        accountId: accountId(index),
        device: 'Bench',
      },
      ...{ createdAt: at, seenAt: never, expiresAt: never, endedAt: null },
    })
  }
}

function writeEnd(rows: Rows, contributions: number): void {
  const longest = longConversation(contributions)
  const ideas = 1 + (contributions - longest) / perIdea
  rows('counter', { name: 'idea', value: ideas })
  rows('counter', { name: 'contribution', value: contributions })
  rows('counter', { name: 'event', value: ideas + contributions })
}
