import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { writeBackup } from '#server/commands/backup.ts'
import { readBackup } from '#server/commands/restore.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { later, one, voted } from '../votes.ts'
import { blindTerms, castWith, closed, drawn, openedFor, separateTerms } from './secret-votes.ts'

describe.each(databases)('mails around a secret vote on $name', (database) => {
  let town: TestTown
  let moderator: Actor

  beforeAll(async () => {
    town = await openTestTown(database)
    moderator = await town.person('Mechthild', { role: 'moderator' })
  })
  afterAll(() => town.close())

  const mailsTo = async (people: readonly Actor[], kind: string) => {
    const rows = await town.platform.database.read
      .selectFrom('mail')
      .select(['accountId', 'createdAt', 'data'])
      .where('kind', '=', kind)
      .where(
        'accountId',
        'in',
        people.map((person) => person.accountId ?? ''),
      )
      .execute()
    return rows
  }

  test('go out once an hour, all of that hour together, and never twice to anybody', async () => {
    const { pollId, voters } = await openedFor(town, moderator, separateTerms, 6)
    for (const voter of voters.slice(0, 3)) await voted(town, voter, pollId, one('1'))
    await later(town, 60)
    expect(await mailsTo(voters, 'ballot-arrived')).toHaveLength(0)
    await later(town, 3600)
    const first = await mailsTo(voters, 'ballot-arrived')
    expect(new Set(first.map((mail) => mail.createdAt)).size).toBe(1)
    expect(first.map((mail) => mail.accountId).sort()).toEqual(
      voters
        .slice(0, 3)
        .map((voter) => voter.accountId)
        .sort(),
    )
    await later(town, 3600)
    expect(await mailsTo(voters, 'ballot-arrived')).toHaveLength(3)
    for (const voter of voters.slice(3, 5)) await voted(town, voter, pollId, one('2'))
    await closed(town, moderator, pollId)
    expect(await mailsTo(voters, 'ballot-arrived')).toHaveLength(5)
  })

  test('of a vote signed blind confirm the token, and say nothing of a ballot', async () => {
    const { pollId, voters } = await openedFor(town, moderator, blindTerms, 3)
    const [first, second] = voters as [Actor, Actor]
    await castWith(town, await drawn(town, first, pollId), '1')
    await drawn(town, second, pollId)
    await later(town, 3600)
    expect(await mailsTo(voters, 'token-issued')).toHaveLength(2)
    expect(await mailsTo(voters, 'ballot-arrived')).toHaveLength(0)
  })
})

describe.each(databases.filter(({ name }) => name === 'sqlite'))('a backup on $name', (database) => {
  let town: TestTown
  let moderator: Actor
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'stimmtisch-copies-'))
    town = await openTestTown(database)
    moderator = await town.person('Mechthild', { role: 'moderator' })
  })
  afterAll(async () => {
    await town.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('holds no ballot, no turnout and no key of a running secret vote; put back, that vote is void with a sentence', async () => {
    const running = await openedFor(town, moderator, blindTerms, 5)
    const over = await openedFor(town, moderator, separateTerms, 5)
    for (const voter of over.voters) await voted(town, voter, over.pollId, one('1'))
    await closed(town, moderator, over.pollId)
    for (const voter of running.voters) await castWith(town, await drawn(town, voter, running.pollId), '2')

    const sealed = await town.platform.database.read.selectFrom('sealedBallot').select('sealed').execute()
    expect(sealed).toHaveLength(5)
    const file = path.join(folder, 'town.backup')
    await writeBackup(town.settings.databaseUrl, town.settings.dataDir, file)
    const bytes = readFileSync(file)
    expect(sealed.filter((row) => bytes.includes(row.sealed.slice(0, 60)))).toEqual([])
    const copy = new BetterSqlite(file, { readonly: true })
    expect(copy.prepare('select count(*) from ballotDrawer').pluck().get()).toBe(0)
    const kept = copy.prepare<[], string>('select name from backupFile').pluck().all()
    expect(kept.filter((name) => name.includes('ballot-keys'))).toEqual([])
    copy.close()

    const back = path.join(folder, 'back')
    const database = path.join(back, 'stimmtisch.sqlite')
    readBackup(file, database, back)
    expect(existsSync(path.join(back, 'ballot-keys'))).toBe(false)
    const restored = new BetterSqlite(database, { readonly: true })
    const stateOf = (pollId: string) =>
      restored
        .prepare<[string], { state: string; invalidReason: string | null }>(
          'select state, invalidReason from poll where id = ?',
        )
        .get(pollId)
    expect(stateOf(running.pollId)).toEqual({
      state: 'invalid',
      invalidReason: expect.stringContaining('Geheime Stimmen stehen in keiner Sicherung.'),
    })
    expect(stateOf(over.pollId)?.state).toBe('final')
    const ballots = restored.prepare('select count(*) from publishedBallot').pluck().get()
    restored.close()
    expect(ballots).toBe(5)
    // The town itself goes on: nothing of it was touched.
    await closed(town, moderator, running.pollId)
    expect(
      await town.platform.database.read
        .selectFrom('publishedBallot')
        .select('key')
        .where('pollId', '=', running.pollId)
        .execute(),
    ).toHaveLength(5)
  })
})
