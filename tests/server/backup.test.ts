import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '#db/open.ts'
import { writeBackup } from '#server/commands/backup.ts'
import { readBackup } from '#server/commands/restore.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stimmtisch-backup-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a backup taken while others write is a whole beginning of what was written, and comes back with its files', async () => {
  const dataDir = path.join(folder, 'town')
  const file = path.join(dataDir, 'stimmtisch.sqlite')
  const database = await openDatabase(file)
  await database.write.schema.createTable('deed').addColumn('number', 'integer').execute()
  mkdirSync(path.join(dataDir, 'pictures'))
  writeFileSync(path.join(dataDir, 'pictures', 'a-small.webp'), 'picture')
  writeFileSync(path.join(dataDir, 'secret'), 'key')

  let written = 0
  let stop = false
  const writing = (async () => {
    while (!stop) {
      await database.write
        .insertInto('deed' as never)
        .values({ number: ++written } as never)
        .execute()
      await new Promise((resolve) => setImmediate(resolve))
    }
  })()
  while (written < 50) await new Promise((resolve) => setTimeout(resolve, 5))
  const before = written
  await writeBackup(file, dataDir, path.join(folder, 'town.backup'))
  stop = true
  await writing
  await database.close()

  const back = path.join(folder, 'back')
  readBackup(path.join(folder, 'town.backup'), path.join(back, 'stimmtisch.sqlite'), back)
  const restored = new BetterSqlite(path.join(back, 'stimmtisch.sqlite'), { readonly: true })
  const numbers = restored.prepare<[], number>('select number from deed order by number').pluck().all()
  expect(numbers.length).toBeGreaterThanOrEqual(before)
  expect(numbers).toEqual(numbers.map((_, place) => place + 1))
  expect(restored.prepare("select count(*) from sqlite_master where name = 'backupFile'").pluck().get()).toBe(
    0,
  )
  restored.close()
  expect(readFileSync(path.join(back, 'pictures', 'a-small.webp'), 'utf8')).toBe('picture')
  expect(statSync(path.join(back, 'secret')).mode & 0o777).toBe(0o600)
})

test('what is no backup, or carries a path of its own, is not put back', () => {
  const foreign = path.join(folder, 'foreign.sqlite')
  const made = new BetterSqlite(foreign)
  made.exec('create table something (x)')
  const back = path.join(folder, 'refused')
  expect(() => readBackup(foreign, path.join(back, 'town.sqlite'), back)).toThrow(
    'it is not a backup of this platform',
  )
  made.exec(
    "create table backupFile (name text, bytes blob); insert into backupFile values ('../evil.webp', 'x')",
  )
  made.close()
  expect(() => readBackup(foreign, path.join(back, 'town.sqlite'), back)).toThrow('a file we do not know')
  expect(existsSync(path.join(folder, 'evil.webp'))).toBe(false)
  expect(existsSync(path.join(back, 'town.sqlite'))).toBe(false)
})
