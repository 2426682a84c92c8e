// A crowd with open pages loses the server, or its line, all at once: everybody comes back, and nobody misses a thing.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '#db/open.ts'
import { judgeStorm, type StormLimits } from '../checks/storm.ts'
import { figure, type Gate, percentile } from '../gate.ts'
import { memoryOf, tidying, tooFewFiles } from '../harness/resources.ts'
import { type BusySize, withBusyTown } from '../load/busy.ts'
import { type Asking, askEveryFewMoments } from '../load/health.ts'
import { openReader, type Reader } from '../load/reader.ts'
import { letEverybodyWrite, type Writers } from '../load/writers.ts'
import type { BusyTown } from '../writes/busy-town.ts'
import { quickKinds } from '../writes/index.ts'

export interface ReconnectSize extends BusySize, StormLimits {
  readonly sockets: number
  readonly kills: number
  readonly cuts: number
  readonly downMs: number
  /** The pause after tidying the heap, before it is asked what the process still holds. */
  readonly calmMs: number
}

/** How often single lines break at random while people write: each time a hundredth of them. */
const randomDrops = 20

export const reconnect: Gate<ReconnectSize> = {
  name: 'reconnect',
  holds:
    '2,000 open pages lose the server three times, their line once all together and before that one here, one there; 0 missing, doubled, out of order; health p99 under 100 ms, 1 s at most; memory under 400 MB and as before',
  full: {
    sockets: 2000,
    kills: 3,
    cuts: 1,
    downMs: 1500,
    calmMs: 20_000,
    backWithinMs: 10_000,
    ...{ healthP99Ms: 100, healthMaxMs: 1000, memoryMb: 400, growsMb: 20 },
    ...{ delayP99Ms: 50, delayMaxMs: 500 },
    people: 30,
    ideas: 10,
    contributions: 20,
  },
  cannot: () => tooFewFiles(readFileSync('/proc/self/limits', 'utf8'), 2_500),
  async run(size) {
    const folder = mkdtempSync(path.join(tmpdir(), 'stimmtisch-storm-'))
    const { starting, tidy } = tidying(path.join(folder, 'tidied'))
    const report = await withBusyTown(
      { ...size, kinds: quickKinds },
      { starting },
      async ({ place, busy, ledger, kinds, findings, keepDelays, restart, town: first }) => {
        let town = first
        // What a storm took for a moment goes back to the system some seconds after the heap was tidied.
        const whatItKeeps = async () => {
          await tidy(town)
          await pause(size.calmMs)
          return (await tidy(town))?.ownMb
        }
        const topics = busy.ideas.map(({ conversationId }) => `conversation:${conversationId}`)
        const readers: Reader[] = []
        for (let turn = 0; turn < size.sockets; turn++) {
          readers.push(openReader(place, topics[turn % topics.length] ?? ''))
          if (turn % 100 === 99) await pause(50)
        }
        await until(() => readers.every((reader) => reader.watching()), 60_000)
        const before = await whatItKeeps()
        const dropped = await dropAtRandom(
          readers,
          busy,
          letEverybodyWrite(busy, ledger, kinds, { writers: 2, pauseMs: 50 }),
        )
        const backs: number[] = []
        const waits: number[] = []
        for (let turn = 0; turn < size.kills + size.cuts; turn++) {
          const writing = letEverybodyWrite(busy, ledger, kinds, { writers: 2, pauseMs: 50 })
          await pause(500)
          // Asked from the first moment it serves again, as by whoever looks after it.
          let asking: Asking
          if (turn < size.kills) {
            await keepDelays()
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
        const after = await whatItKeeps()
        for (const reader of readers) reader.close()
        const ownMb = before && after ? { before, after } : null
        findings.push(...judgeStorm({ missing, disorder, backs, waits, memoryMb: memory, ownMb }, size))
        return {
          'open pages': figure(size.sockets),
          'missing, doubled or out of order': `${missing}, ${disorder}`,
          'all back after, s (most)': figure(Math.max(...backs) / 1000),
          'health meanwhile, ms (p99, most)': `${figure(percentile(waits, 0.99))}, ${figure(Math.max(...waits))}`,
          'lines broken at random': figure(dropped),
          'memory, MB': figure(memory),
          'of its own with all pages open and the heap tidied, MB (before, after)': `${figure(before ?? Number.NaN)}, ${figure(after ?? Number.NaN)}`,
        }
      },
    )
    rmSync(folder, { recursive: true })
    return report
  },
}

/** As phones and trains do it: now this line breaks, now that one, and each comes back by itself. */
async function dropAtRandom(readers: readonly Reader[], busy: BusyTown, writing: Writers): Promise<number> {
  let dropped = 0
  for (let time = 0; time < randomDrops; time++) {
    for (let one = 0; one < readers.length / 100; one++, dropped++) busy.pick(readers).cut()
    await pause(100)
  }
  await writing.stop()
  await until(() => readers.every((reader) => reader.watching()), 60_000)
  return dropped
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
