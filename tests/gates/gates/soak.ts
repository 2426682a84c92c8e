// A long day in a short time: people write, pages come and go, and at the end nothing has grown that should not.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { slopeAnHour } from '../checks/slope.ts'
import { figure, type Gate, percentile } from '../gate.ts'
import { memoryOf, openFilesOf, type Tidied, tidying } from '../harness/resources.ts'
import { type BusySize, withBusyTown } from '../load/busy.ts'
import { askEveryFewMoments } from '../load/health.ts'
import { openReader, type Reader } from '../load/reader.ts'
import { letEverybodyWrite } from '../load/writers.ts'

export interface SoakSize extends BusySize {
  readonly minutes: number
  readonly sockets: number
  /** What may grow in an hour, once the heap is tidied: the heap, and all memory of its own; null where the run is too short to tell. */
  readonly slopeMb: { readonly heap: number; readonly own: number } | null
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
  named: { ...full, minutes: 60, slopeMb: { heap: 5, own: 10 } },
  async run(size) {
    const folder = mkdtempSync(path.join(tmpdir(), 'stimmtisch-soak-'))
    const { starting, tidy } = tidying(path.join(folder, 'tidied'))
    const report = await withBusyTown(
      size,
      { starting },
      async ({ place, busy, ledger, kinds, findings, town }) => {
        const topic = () => `conversation:${busy.pick(busy.ideas).conversationId}`
        const before = openFilesOf(town)
        const readers: Reader[] = Array.from({ length: size.sockets }, () => openReader(place, topic()))
        const asking = askEveryFewMoments(place, '/ideen', 200)
        const writing = letEverybodyWrite(busy, ledger, kinds, { writers: 2, pauseMs: 380 })
        const memory: (Tidied & { readonly minute: number })[] = []
        // Tidied once a minute, in a short run four times; a tenth of the pages change each minute.
        const each = Math.max(1, Math.round(Math.min(6, size.minutes * 1.5)))
        const steps = each * Math.max(4, Math.round(size.minutes))
        for (let step = 1; step <= steps; step++) {
          await pause((size.minutes * 60_000) / steps)
          if (step % each === 0) {
            const tidied = await tidy(town)
            if (tidied) memory.push({ ...tidied, minute: (step * size.minutes) / steps })
          }
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
        const slope = {
          heap: slopeAnHour(settled.map(({ minute, heapMb: mb }) => ({ minute, mb }))),
          own: slopeAnHour(settled.map(({ minute, ownMb: mb }) => ({ minute, mb }))),
        }
        if (memory.length < steps / each) findings.push(`The heap was tidied ${memory.length} times only.`)
        const third = Math.floor(asking.waits.length / 3)
        const [first, last] = [asking.waits.slice(0, third), asking.waits.slice(-third)].map((waits) =>
          percentile(waits, 0.99),
        )
        if (size.slopeMb !== null && slope.heap > size.slopeMb.heap)
          findings.push(`The heap grows by ${figure(slope.heap)} MB an hour.`)
        if (size.slopeMb !== null && slope.own > size.slopeMb.own)
          findings.push(`Memory grows by ${figure(slope.own)} MB an hour.`)
        if (size.minutes >= 60 && (last ?? 0) > 1.2 * (first ?? 0) + 10)
          findings.push(
            `The list of ideas took ${figure(first ?? 0)} ms at first and ${figure(last ?? 0)} in the end.`,
          )
        if ([...asking.statuses.keys()].some((status) => status !== 200))
          findings.push(`The list of ideas answered ${[...asking.statuses.keys()].join(', ')}.`)
        return {
          minutes: figure(size.minutes),
          ...Object.fromEntries(
            (['heap', 'own'] as const).map((what) => [
              `${what === 'heap' ? 'heap' : 'memory of its own'}, tidied, MB (start, a third, two thirds, end; an hour)`,
              `${[0, 1 / 3, 2 / 3, 1]
                .map((share) => memory[Math.round(share * (memory.length - 1))]?.[`${what}Mb`] ?? Number.NaN)
                .map(figure)
                .join(', ')}; ${figure(slope[what])}`,
            ]),
          ),
          'with its files, MB (end)': figure(withFiles),
          'files and connections open (start, end)': `${before}, ${left}`,
          'list of ideas, p99 ms (first third, last third)': `${figure(first ?? 0)}, ${figure(last ?? 0)}`,
        }
      },
    )
    rmSync(folder, { recursive: true })
    return report
  },
}
