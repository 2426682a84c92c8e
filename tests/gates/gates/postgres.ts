// The same crashes on PostgreSQL: our process is killed, PostgreSQL is, or it is merely started anew while pages are open.
import { setTimeout as pause } from 'node:timers/promises'
import { type Finding, figure, type Gate } from '../gate.ts'
import { type Cluster, startCluster } from '../harness/cluster.ts'
import { openPlace } from '../harness/place.ts'
import { visitor } from '../harness/visitor.ts'
import { type BusySize, withBusyTown } from '../load/busy.ts'
import { openReader, type Reader } from '../load/reader.ts'
import { letEverybodyWrite } from '../load/writers.ts'
import { quickKinds } from '../writes/index.ts'
import { type CrashSize, crashAgainAndAgain } from './crashes.ts'

export interface PostgresSize extends CrashSize {
  /** Every so many crashes it is PostgreSQL that goes, not our process. */
  readonly everyNth: number
  readonly backWithinMs: number | null
}

export const postgresCrashes: Gate<PostgresSize> = {
  name: 'postgres-crash',
  holds:
    'on PostgreSQL: our process killed, and 20 immediate stops of the database; nothing lost, back within 5 s, no exit',
  full: {
    kills: 120,
    everyNth: 6,
    backWithinMs: 5000,
    writers: 8,
    fewest: 10,
    servingWithinMs: 3000,
    people: 120,
    ideas: 60,
    contributions: 240,
  },
  async run(size) {
    const cluster = await startCluster()
    const place = await openPlace({ databaseUrl: await cluster.database() })
    const findings: Finding[] = []
    const back: number[] = []
    try {
      const report = await crashAgainAndAgain(place, size, async (town, turn) => {
        if (turn % size.everyNth !== 0) {
          await town.kill()
          return town
        }
        await cluster.crash()
        const during = await statusOf(place)
        if (during !== 503) findings.push(`Without its database the town answers ${during}.`)
        await cluster.again()
        const began = performance.now()
        while ((await statusOf(place)) !== 200 && performance.now() - began < 30_000) await pause(30)
        back.push(performance.now() - began)
        if (town.ended() !== null)
          findings.push(`The process ended with its database: ${town.log().slice(-300)}`)
        return town
      })
      const slowest = Math.round(Math.max(...back))
      if (size.backWithinMs !== null && slowest > size.backWithinMs)
        findings.push(`After PostgreSQL was there again it took ${slowest} ms.`)
      return {
        findings: [...findings, ...report.findings],
        figures: {
          'stops of PostgreSQL': figure(back.length),
          'well again after it, ms (most)': figure(slowest),
          ...report.figures,
        },
      }
    } finally {
      await place.remove()
      await cluster.stop()
    }
  },
}

async function statusOf(place: Parameters<typeof visitor>[0]): Promise<number> {
  const door = visitor(place, { timeoutMs: 12_000 })
  const { status } = await door.get('/ideen')
  door.close()
  return status
}

export interface RestartSize extends BusySize {
  readonly readers: number
  readonly awayMs: number
  readonly times: number
}

export const postgresRestarts: Gate<RestartSize> = {
  name: 'postgres-restart',
  holds:
    'PostgreSQL is started anew under 200 open pages: 503 meanwhile, no exit, and every page hears all it missed',
  full: { readers: 200, awayMs: 3000, times: 3, delayP99Ms: 50, people: 60, ideas: 10, contributions: 20 },
  async run(size) {
    const cluster: Cluster = await startCluster()
    try {
      return await withBusyTown(
        { ...size, kinds: quickKinds },
        { databaseUrl: await cluster.database() },
        async ({ place, busy, ledger, kinds, findings, town }) => {
          const topics = busy.ideas.map(({ conversationId }) => `conversation:${conversationId}`)
          const readers: Reader[] = Array.from({ length: size.readers }, (_, turn) =>
            openReader(place, topics[turn % topics.length] ?? ''),
          )
          for (let time = 0; time < size.times; time++) {
            const writing = letEverybodyWrite(busy, ledger, kinds, { writers: 3, pauseMs: 30 })
            await pause(700)
            await cluster.crash()
            await pause(size.awayMs)
            await cluster.again()
            await pause(2500)
            await writing.stop()
          }
          await pause(1000)
          const newest = await newestOfTopics(place.databaseUrl, topics)
          // Whose question was lost with the database asks again after some seconds.
          const isBehind = (reader: Reader) => reader.upTo() < (newest.get(reader.topic) ?? 0)
          for (let turn = 0; turn < 300 && town.ended() === null && readers.some(isBehind); turn++)
            await pause(100)
          const behind = readers.filter(isBehind)
          if (behind.length > 0) findings.push(`${behind.length} open pages did not hear the newest.`)
          const disorder = readers.reduce((sum, reader) => sum + reader.disorder(), 0)
          if (disorder > 0) findings.push(`${disorder} messages came twice or out of order.`)
          for (const reader of readers) reader.close()
          return {
            'open pages': figure(readers.length),
            'missing, out of order': `${behind.length}, ${disorder}`,
          }
        },
      )
    } finally {
      await cluster.stop()
    }
  },
}

async function newestOfTopics(databaseUrl: string, topics: readonly string[]) {
  const { openDatabase } = await import('#db/open.ts')
  const database = await openDatabase(databaseUrl)
  const rows = await database.read
    .selectFrom('eventTopic')
    .select((eb) => ['topic', eb.fn.max('eventNumber').as('newest')])
    .where('topic', 'in', topics)
    .groupBy('topic')
    .execute()
  await database.close()
  return new Map(rows.map((row) => [row.topic, Number(row.newest)]))
}
