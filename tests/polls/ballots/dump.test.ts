// What docs/self-hosting.md tells the keepers of a town on PostgreSQL to type, typed.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { databases } from '#tests/databases.ts'
import { openTestTown } from '#tests/platform.ts'
import { one, voted } from '../votes.ts'
import { closed, openedFor, separateTerms } from './secret-votes.ts'

const page = readFileSync('docs/self-hosting.md', 'utf8')
const command = /^ {4}(pg_dump .+)$/m.exec(page)?.[1] ?? ''
const statements = /^( {4}update poll[\s\S]+?)\n\n/m.exec(page)?.[1] ?? ''

/** Where Debian keeps the programs of each version. */
const versions = '/usr/lib/postgresql'
const programs = (existsSync(versions) ? readdirSync(versions) : []).map((version) =>
  path.join(versions, version, 'bin'),
)
const inShell = (line: string) =>
  execFileSync('bash', ['-c', line], {
    env: { ...process.env, PATH: [...programs, process.env.PATH].join(':') },
    encoding: 'utf8',
  })

test('a dump of a town on PostgreSQL holds no ballot of a running secret vote; put back, that vote is void', async () => {
  const postgres = databases.find(({ name }) => name === 'postgres')
  if (!postgres) throw new Error('There is no PostgreSQL to test on.')
  const town = await openTestTown(postgres)
  const moderator = await town.person('Mechthild', { role: 'moderator' })
  const over = await openedFor(town, moderator, separateTerms, 5)
  for (const voter of over.voters) await voted(town, voter, over.pollId, one('1'))
  await closed(town, moderator, over.pollId)
  const running = await openedFor(town, moderator, separateTerms, 5)
  for (const voter of running.voters) await voted(town, voter, running.pollId, one('2'))
  const sealed = await town.platform.database.read.selectFrom('sealedBallot').select('sealed').execute()
  expect(sealed).toHaveLength(5)

  const folder = mkdtempSync(path.join(tmpdir(), 'stimmtisch-dump-'))
  const file = path.join(folder, 'town.dump')
  inShell(command.replace('FILE', `'${file}'`).replace('$DATABASE_URL', town.settings.databaseUrl))
  const there = await postgres.create()
  inShell(`pg_restore --no-owner -d '${there.url}' '${file}'`)
  const client = new pg.Client({ connectionString: there.url })
  await client.connect()
  await client.query(statements)
  const rows = async (sql: string) => (await client.query(sql)).rows
  expect(await rows('select * from "sealedBallot"')).toEqual([])
  expect(await rows('select * from "ballotDrawer"')).toEqual([])
  expect(await rows(`select state from "ballotBox" where "pollId" = '${running.pollId}'`)).toEqual([
    { state: 'void' },
  ])
  const polls = await rows('select id, state, "invalidReason" from poll')
  expect(polls.find(({ id }) => id === running.pollId)).toMatchObject({
    state: 'invalid',
    invalidReason: expect.stringContaining('Geheime Stimmen stehen in keiner Sicherung.'),
  })
  expect(polls.find(({ id }) => id === over.pollId)).toMatchObject({ state: 'final' })
  expect(await rows('select key from "publishedBallot"')).toHaveLength(5)
  await client.end()
  await there.drop()
  await town.close()
  rmSync(folder, { recursive: true })
})
