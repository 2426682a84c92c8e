// The attack itself: somebody has the whole database, a copy from the day of the vote, and knows who voted in which order.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readChoice } from '#app/domain/polls/choice.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { voted } from '../votes.ts'
import { chance, guess } from './guessing.ts'
import { physicalOrder } from './physical-order.ts'
import { blindTerms, castWith, closed, drawn, openedFor, separateTerms } from './secret-votes.ts'

const voterCount = 24

/** As many different rankings of five options, so that every ballot can be told from every other. */
const rankings = permutations(['1', '2', '3', '4', '5'])
  .map((order) => order.join('>'))
  .filter((_, at) => at % 5 === 0)

const options = ['Ruhr', 'Altstadt', 'Welper', 'Holthausen', 'Blankenstein'].map((title) => ({ title }))

interface Attacked {
  readonly pollId: string
  /** Who voted what, in the order they voted. */
  readonly truth: readonly (readonly [voter: string, ballot: string])[]
  /** Every row of every table on the evening before the close, as a copy would hold it. */
  readonly copy: readonly Row[]
  readonly log: string
}

interface Row {
  readonly table: string
  readonly values: readonly string[]
}

describe.each(databases)('a thief with the whole database on $name', (database) => {
  describe.each([
    ['stored apart', separateTerms],
    ['signed blind', blindTerms],
  ] as const)('after a vote %s', (_, terms) => {
    let town: TestTown
    let vote: Attacked

    beforeAll(async () => {
      town = await openTestTown(database)
      const log: string[] = []
      Object.assign(town.platform, { log: (...said: unknown[]) => void log.push(JSON.stringify(said)) })
      const moderator = await town.person('Mechthild', { role: 'moderator' })
      const { pollId, voters } = await openedFor(
        town,
        moderator,
        { ...terms, method: 'irv', options },
        voterCount,
      )
      const ballots = shuffled(rankings)
      const truth: [string, string][] = []
      for (const [at, voter] of shuffled(voters).entries()) {
        const line = ballots[at] ?? ''
        if (terms === separateTerms) await voted(town, voter, pollId, readChoice(line, 'places'))
        else await castWith(town, await drawn(town, voter, pollId), line)
        truth.push([voter.accountId ?? '', line])
      }
      const copy = await everyRow(town)
      await closed(town, moderator, pollId)
      vote = { pollId, truth, copy, log: log.join('\n') }
    }, 240_000)
    afterAll(() => town.close())

    test('the order in which ballots lie tells no more than chance', async () => {
      const cast = vote.truth.map(([, ballot]) => ballot)
      const found = await lyingOrder(town, vote.pollId)
      expect([...found].sort()).toEqual([...cast].sort())
      const { hits, likeness } = guess(cast, found)
      expect(hits).toBeLessThan(chance.hits)
      expect(likeness).toBeLessThan(chance.likeness)
    })

    test('no row anywhere knows a voter and a ballot, and what the two have in common is the vote alone', async () => {
      const rows = await everyRow(town)
      const names = await namesOfBallots(town, vote.pollId)
      const ballotRows = rows.filter(({ values }) => values.some((value) => names.has(value)))
      expect(new Set(ballotRows.map(({ table }) => table))).toEqual(new Set(['publishedBallot']))
      for (const [voter] of vote.truth) {
        expect(ballotRows.filter(({ values }) => values.some((value) => value.includes(voter)))).toEqual([])
      }
      const ofBallots = new Set(ballotRows.flatMap(({ values }) => values))
      const ofVoters = rows
        .filter(({ values }) => vote.truth.some(([voter]) => values.includes(voter)))
        .flatMap(({ values }) => values)
      const shared = new Set(
        ofVoters.filter((value) => ofBallots.has(value) && value.length > 3 && value !== 'null'),
      )
      expect([...shared]).toEqual([vote.pollId])
    })

    test('no ballot has a time, and a copy from the day of the vote has nothing that the ballots still have', async () => {
      const names = await namesOfBallots(town, vote.pollId)
      const after = (await everyRow(town)).filter(({ table }) => table === 'publishedBallot')
      expect(
        after.flatMap(({ values }) => values).filter((value) => /\d{4}-\d{2}-\d{2}T/.test(value)),
      ).toEqual([])
      const sealed = vote.copy.filter(
        ({ table, values }) => table === 'sealedBallot' && values[0] === vote.pollId,
      )
      expect(sealed).toHaveLength(voterCount)
      const inCopy = JSON.stringify(vote.copy)
      expect([...names].filter((name) => inCopy.includes(name))).toEqual([])
      for (const { values } of vote.copy.filter(({ table }) => /^(sealedBallot|ballotDrawer)$/.test(table))) {
        expect(vote.truth.filter(([voter]) => values.join().includes(voter))).toEqual([])
      }
      expect(existsSync(path.join(town.settings.dataDir, 'ballot-keys', `${vote.pollId}.json`))).toBe(false)
    })

    test('no log names a voter or a ballot', async () => {
      const names = await namesOfBallots(town, vote.pollId)
      expect(vote.truth.filter(([voter]) => vote.log.includes(voter))).toEqual([])
      expect([...names].filter((name) => vote.log.includes(name))).toEqual([])
      expect(vote.log).toContain('The key of a secret vote was destroyed.')
    })

    if (database.name === 'sqlite') {
      test('neither the file nor its log of writes keeps what was sealed', () => {
        const file = town.settings.databaseUrl
        const bytes = Buffer.concat([file, `${file}-wal`].filter(existsSync).map((one) => readFileSync(one)))
        const sealed = vote.copy.filter(({ table }) => table === 'sealedBallot' || table === 'ballotDrawer')
        const kept = sealed.filter(({ values }) => bytes.includes((values[2] ?? '').slice(0, 60)))
        expect(sealed.length).toBeGreaterThan(voterCount)
        expect(kept.map(({ table }) => table)).toEqual([])
      })
    }

    if (database.name === 'postgres') {
      test('all ballots were written by one transaction', async () => {
        const { rows } = await sql<{ writers: string; ballots: string }>`
          select count(distinct xmin::text) as writers, count(*) as ballots
          from "publishedBallot" where "pollId" = ${vote.pollId}`.execute(town.platform.database.read)
        expect(rows[0]).toEqual({ writers: '1', ballots: String(voterCount) })
      })
    }
  })
})

/** Where the attack would work: random names and no times, but written one after the other. */
describe('the attack is a real one', () => {
  test('it joins every ballot stored as most houses store them on sqlite', async () => {
    const kept = await databases[0]?.create()
    const file = kept?.url ?? ''
    const db = new BetterSqlite(file)
    db.exec('create table ballot (pollId text, key text, line text, primary key (pollId, key)) without rowid')
    const put = db.prepare("insert into ballot values ('p', lower(hex(randomblob(32))), ?)")
    const cast = shuffled(rankings)
    for (const line of cast) put.run(line)
    db.close()
    expect(guess(cast, physicalOrder(file, 'ballot', 2))).toEqual({ hits: voterCount, likeness: 1 })
    await kept?.drop()
  })

  test('it joins every ballot to its voter on postgres, by the mark of the transaction', async () => {
    const town = await openTestTown(databases[1] as (typeof databases)[number])
    const db = town.platform.database.write
    await sql`create table "naiveTurnout" (voter text)`.execute(db)
    await sql`create table "naiveBallot" (line text)`.execute(db)
    for (const [at, line] of rankings.entries()) {
      await db.transaction().execute(async (tx) => {
        await sql`insert into "naiveTurnout" values (${`voter ${at}`})`.execute(tx)
        await sql`insert into "naiveBallot" values (${line})`.execute(tx)
      })
    }
    const { rows } = await sql<{ voter: string; line: string }>`
      select voter, line from "naiveTurnout" t join "naiveBallot" b on t.xmin = b.xmin`.execute(db)
    expect(rows).toHaveLength(voterCount)
    expect(rows.every(({ voter, line }) => voter === `voter ${rankings.indexOf(line)}`)).toBe(true)
    await town.close()
  })
})

/** The ballots of a vote in the order they lie in the file, or in the table's pages. */
async function lyingOrder(town: TestTown, pollId: string): Promise<readonly string[]> {
  const db = town.platform.database.read
  const rows = await db
    .selectFrom('publishedBallot')
    .select(['key', 'ballot'])
    .where('pollId', '=', pollId)
    .execute()
  if (town.platform.database.kind === 'postgres') {
    const { rows: lying } = await sql<{ ballot: string }>`
      select ballot from "publishedBallot" where "pollId" = ${pollId} order by ctid`.execute(db)
    return lying.map(({ ballot }) => ballot)
  }
  const lineOf = new Map(rows.map(({ key, ballot }) => [key, ballot]))
  return physicalOrder(town.settings.databaseUrl, 'publishedBallot', 1).flatMap(
    (key) => lineOf.get(key) ?? [],
  )
}

/** Everything a ballot could be known by: its line, its key, what proves it. */
async function namesOfBallots(town: TestTown, pollId: string): Promise<ReadonlySet<string>> {
  const rows = await town.platform.database.read
    .selectFrom('publishedBallot')
    .select(['key', 'ballot'])
    .where('pollId', '=', pollId)
    .execute()
  return new Set(rows.flatMap(({ key, ballot }) => [key, ballot]))
}

async function everyRow(town: TestTown): Promise<readonly Row[]> {
  const db = town.platform.database.read
  const tables = (await db.introspection.getTables()).map(({ name }) => name)
  const rows: Row[] = []
  for (const table of tables) {
    const found = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db)
    for (const row of found.rows) rows.push({ table, values: Object.values(row).map(String) })
  }
  return rows
}

function permutations(things: readonly string[]): readonly (readonly string[])[] {
  if (things.length === 0) return [[]]
  return things.flatMap((first) =>
    permutations(things.filter((one) => one !== first)).map((rest) => [first, ...rest]),
  )
}

function shuffled<T>(things: readonly T[]): readonly T[] {
  return things
    .map((thing) => ({ thing, lot: Math.random() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ thing }) => thing)
}
