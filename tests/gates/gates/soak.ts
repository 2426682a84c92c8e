// A long day in a short time: people write, pages come and go, and at the end nothing has grown that should not.
import { setTimeout as pause } from 'node:timers/promises'
import { slopeAnHour } from '../checks/slope.ts'
import { figure, type Gate, percentile } from '../gate.ts'
import { memoryOf, openFilesOf, ownMemoryOf } from '../harness/resources.ts'
import { type BusySize, withBusyTown } from '../load/busy.ts'
import { askEveryFewMoments } from '../load/health.ts'
import { openReader, type Reader } from '../load/reader.ts'
import { letEverybodyWrite } from '../load/writers.ts'

export interface SoakSize extends BusySize {
  readonly minutes: number
  readonly sockets: number
  /** What memory may grow by in an hour; null where the run is too short to tell. */
  readonly slopeMb: number | null
}

const full: SoakSize = {
  minutes: 4,
  sockets: 500,
  slopeMb: null,
  delayP99Ms: 50,
  people: 400,
  ideas: 60,
  contributions: 200,
}

export const soak: Gate<SoakSize> = {
  name: 'soak',
  holds:
    'people write five times a second, 500 open pages come and go (a tenth a minute); memory, answers and connections stay as they were. An hour when asked for by name',
  full,
  named: { ...full, minutes: 60, slopeMb: 10 },
  run: (size) =>
    withBusyTown(size, {}, async ({ place, busy, ledger, kinds, findings, town }) => {
      const topic = () => `conversation:${busy.pick(busy.ideas).conversationId}`
      const before = openFilesOf(town)
      const readers: Reader[] = Array.from({ length: size.sockets }, () => openReader(place, topic()))
      const asking = askEveryFewMoments(place, '/ideen', 200)
      const writing = letEverybodyWrite(busy, ledger, kinds, { writers: 2, pauseMs: 380 })
      const memory: { minute: number; mb: number }[] = []
      const steps = Math.max(4, Math.round(size.minutes * 6))
      for (let step = 0; step < steps; step++) {
        await pause((size.minutes * 60_000) / steps)
        memory.push({ minute: ((step + 1) * size.minutes) / steps, mb: ownMemoryOf(town) })
        for (let turn = 0; turn < size.sockets / 60; turn++) {
          const place_ = busy.chance(readers.length)
          readers[place_]?.close()
          readers[place_] = openReader(place, topic())
        }
      }
      const withFiles = memoryOf(town)
      await writing.stop()
      await asking.stop()
      for (const reader of readers) reader.close()
      let left = openFilesOf(town)
      for (let turn = 0; turn < 100 && left > before + 40; turn++) {
        await pause(100)
        left = openFilesOf(town)
      }
      // Who wrote keeps a connection for the next form; of the readers' none may be left.
      if (left > before + 40) findings.push(`${left - before} files and connections were not given back.`)
      // The first third warms up: code is compiled, caches fill.
      const settled = memory.slice(Math.floor(memory.length / 3))
      const slope = slopeAnHour(settled)
      const third = Math.floor(asking.waits.length / 3)
      const [first, last] = [asking.waits.slice(0, third), asking.waits.slice(-third)].map((waits) =>
        percentile(waits, 0.99),
      )
      if (size.slopeMb !== null && slope > size.slopeMb)
        findings.push(`Memory grows by ${figure(slope)} MB an hour.`)
      if (size.minutes >= 60 && (last ?? 0) > 1.2 * (first ?? 0) + 10)
        findings.push(
          `The list of ideas took ${figure(first ?? 0)} ms at first and ${figure(last ?? 0)} in the end.`,
        )
      if ([...asking.statuses.keys()].some((status) => status !== 200))
        findings.push(`The list of ideas answered ${[...asking.statuses.keys()].join(', ')}.`)
      return {
        minutes: figure(size.minutes),
        'memory of its own, MB (start, end)': `${figure(memory[0]?.mb ?? 0)}, ${figure(memory.at(-1)?.mb ?? 0)}`,
        'with its files, MB (end)': figure(withFiles),
        'grows, MB an hour': figure(slope),
        'files and connections open (start, end)': `${before}, ${left}`,
        'list of ideas, p99 ms (first third, last third)': `${figure(first ?? 0)}, ${figure(last ?? 0)}`,
      }
    }),
}
