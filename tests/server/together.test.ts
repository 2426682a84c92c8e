import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { sql, type Transaction } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isBusy } from '#db/errors.ts'
import { type Database, openDatabase } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'

let folder: string
let database: Database

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stimmtisch-together-'))
  database = await openDatabase(path.join(folder, 'town.sqlite'))
  await sql`create table thing (name text primary key, part text references thing (name) deferrable initially deferred)`.execute(
    database.write,
  )
})

afterEach(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

const put =
  (name: string, part: string | null = null) =>
  (tx: Transaction<Tables>) =>
    sql`insert into thing values (${name}, ${part})`.execute(tx)

async function names(): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from thing order by name`.execute(database.read)
  return rows.map((row) => row.name)
}

test('deeds that wait together share one transaction, and each is answered with its own outcome', async () => {
  const shared = new Set<unknown>()
  const answers = await Promise.all(
    ['a', 'b', 'c'].map((name) =>
      database.inTransaction(async (tx) => {
        shared.add(tx)
        await put(name)(tx)
        return name
      }),
    ),
  )
  expect(answers).toEqual(['a', 'b', 'c'])
  expect(await names()).toEqual(['a', 'b', 'c'])
  expect(shared.size).toBe(1)
})

test('nobody is answered before all of it can be read by others', async () => {
  const seen = await Promise.all(
    ['a', 'b', 'c'].map(async (name) => {
      await database.inTransaction(put(name))
      return names()
    }),
  )
  expect(seen).toEqual([
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
  ])
})

test('a deed that fails takes back its own part and no other', async () => {
  const outcomes = await Promise.allSettled([
    database.inTransaction(put('a')),
    database.inTransaction(async (tx) => {
      await put('b')(tx)
      throw new Error('refused')
    }),
    database.inTransaction(async (tx) => {
      // Two questions side by side: the second is still on its way when the first has failed.
      await Promise.all([put('a')(tx), put('d')(tx)])
    }),
    database.inTransaction(put('c')),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  expect(await names()).toEqual(['a', 'c'])
})

test('where the end of the shared transaction fails, everybody whom no rule refused is told so, and nothing is kept', async () => {
  const outcomes = await Promise.allSettled([
    database.inTransaction(put('a')),
    database.inTransaction(async () => {
      throw new Error('refused')
    }),
    database.inTransaction(put('b', 'nothing of this name')),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(String((outcomes[0] as PromiseRejectedResult).reason)).toMatch(/FOREIGN KEY/)
  expect(String((outcomes[1] as PromiseRejectedResult).reason)).toMatch(/refused/)
  expect(await names()).toEqual([])
  await database.inTransaction(put('c'))
  expect(await names()).toEqual(['c'])
})

test('where the file is locked, all who wait learn it at once; later deeds go on', async () => {
  const other = new BetterSqlite(path.join(folder, 'town.sqlite'))
  other.exec('begin immediate')
  const outcomes = await Promise.allSettled(['a', 'b'].map((name) => database.inTransaction(put(name))))
  expect(outcomes.map((outcome) => outcome.status === 'rejected' && isBusy(outcome.reason))).toEqual([
    true,
    true,
  ])
  other.exec('rollback')
  other.close()
  await database.inTransaction(put('c'))
  expect(await names()).toEqual(['c'])
})

test('a full disk ends the shared transaction: nobody is told that something was stored', async () => {
  await sql`pragma max_page_count = 8`.execute(database.write)
  const outcomes = await Promise.allSettled(
    ['a', 'b', 'c'].map((name) => database.inTransaction(put(name.repeat(name === 'b' ? 200_000 : 1)))),
  )
  await sql`pragma max_page_count = 100000`.execute(database.write)
  const told = ['a', 'b', 'c'].filter((_, index) => outcomes[index]?.status === 'fulfilled')
  expect(outcomes[1]?.status).toBe('rejected')
  expect(await names()).toEqual(told)
})
