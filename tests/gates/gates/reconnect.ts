// A crowd with open pages loses the server, or its line, all at once: everybody comes back, and nobody misses a thing.
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '#db/open.ts'
import { figure, type Gate, percentile } from '../gate.ts'
import { memoryOf } from '../harness/resources.ts'
import { type BusySize, withBusyTown } from '../load/busy.ts'
import { type Asking, askEveryFewMoments } from '../load/health.ts'
import { openReader, type Reader } from '../load/reader.ts'
import { letEverybodyWrite } from '../load/writers.ts'
import { contributions } from '../writes/conversations.ts'

export interface ReconnectSize extends BusySize {
  readonly sockets: number
  readonly kills: number
  readonly cuts: number
  readonly downMs: number
  readonly backWithinMs: number
  readonly healthP99Ms: number | null
}

export const reconnect: Gate<ReconnectSize> = {
  name: 'reconnect',
  holds:
    '2,000 open pages lose the server three times and their line once; 0 missing, doubled, out of order; health p99 under 100 ms',
  full: {
    sockets: 2000,
    kills: 3,
    cuts: 1,
    downMs: 1500,
    backWithinMs: 10_000,
    healthP99Ms: 100,
    delayP99Ms: 50,
    people: 30,
    ideas: 10,
    contributions: 20,
  },
  run: (size) =>
    withBusyTown(
      { ...size, kinds: [contributions] },
      {},
      async ({ place, busy, ledger, kinds, findings, restart, town: first }) => {
        let town = first
        const topics = busy.ideas.map(({ conversationId }) => `conversation:${conversationId}`)
        const readers: Reader[] = []
        for (let turn = 0; turn < size.sockets; turn++) {
          readers.push(openReader(place, topics[turn % topics.length] ?? ''))
          if (turn % 100 === 99) await pause(50)
        }
        await until(() => readers.every((reader) => reader.watching()), 60_000)
        const backs: number[] = []
        const waits: number[] = []
        for (let turn = 0; turn < size.kills + size.cuts; turn++) {
          const writing = letEverybodyWrite(busy, ledger, kinds, { writers: 2, pauseMs: 50 })
          await pause(500)
          // Asked from the first moment it serves again, as by whoever looks after it.
          let asking: Asking
          if (turn < size.kills) {
            await town.kill()
            await pause(size.downMs)
            await writing.stop()
            asking = askEveryFewMoments(place)
            town = await restart()
          } else {
            asking = askEveryFewMoments(place)
            await pause(200)
            for (const reader of readers) reader.cut()
          }
          const began = performance.now()
          const writingOn = letEverybodyWrite(busy, ledger, kinds, { writers: 2, pauseMs: 50 })
          const back = await until(() => readers.every((reader) => reader.watching()), 60_000)
          backs.push(performance.now() - began)
          if (!back)
            findings.push(`${readers.filter((one) => !one.watching()).length} pages did not come back.`)
          await Promise.all([writing.stop(), writingOn.stop()])
          await asking.stop()
          waits.push(...asking.waits)
        }
        // The last word goes out within the pause between two messages of a topic.
        await pause(1500)
        const newest = await newestEvents(place.databaseUrl)
        const missing = readers.filter((reader) => reader.upTo() !== (newest.get(reader.topic) ?? 0)).length
        const disorder = readers.reduce((sum, reader) => sum + reader.disorder(), 0)
        const memory = memoryOf(town)
        for (const reader of readers) reader.close()
        const slowest = Math.max(...backs)
        const p99 = percentile(waits, 0.99)
        if (missing > 0) findings.push(`${missing} pages do not know the newest.`)
        if (disorder > 0) findings.push(`${disorder} messages came twice or out of order.`)
        if (slowest > size.backWithinMs)
          findings.push(`It took ${Math.round(slowest)} ms until all were back.`)
        if (size.healthP99Ms !== null && p99 > size.healthP99Ms)
          findings.push(`Meanwhile others waited ${Math.round(p99)} ms (p99).`)
        return {
          'open pages': figure(size.sockets),
          'missing, doubled or out of order': `${missing}, ${disorder}`,
          'all back after, s (most)': figure(slowest / 1000),
          'health meanwhile, ms (p99)': figure(p99),
          'memory, MB': figure(memory),
        }
      },
    ),
}

async function until(holds: () => boolean, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs
  while (!holds()) {
    if (performance.now() > end) return false
    await pause(20)
  }
  return true
}

async function newestEvents(databaseUrl: string): Promise<ReadonlyMap<string, number>> {
  const database = await openDatabase(databaseUrl)
  const rows = await database.read
    .selectFrom('eventTopic')
    .select((eb) => ['topic', eb.fn.max('eventNumber').as('newest')])
    .groupBy('topic')
    .execute()
  await database.close()
  return new Map(rows.map((row) => [row.topic, Number(row.newest)]))
}
