// Another process holds the database file locked: writers wait, readers do not, and nobody is turned away.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { figure, type Gate, percentile } from '../gate.ts'
import { type BusySize, withBusyTown } from '../load/busy.ts'
import { askEveryFewMoments } from '../load/health.ts'
import { letEverybodyWrite } from '../load/writers.ts'

export interface LockSize extends BusySize {
  readonly lockedMs: number
  readonly times: number
  readonly healthMaxMs: number | null
}

export const locked: Gate<LockSize> = {
  name: 'locked',
  holds:
    'another process locks the database for 3 s; nobody is turned away, nothing is lost, readers do not wait',
  full: {
    lockedMs: 3000,
    times: 5,
    healthMaxMs: 250,
    delayP99Ms: 50,
    people: 60,
    ideas: 20,
    contributions: 60,
  },
  run: (size) =>
    withBusyTown(size, {}, async ({ place, busy, ledger, kinds, findings }) => {
      const asking = askEveryFewMoments(place)
      const writing = letEverybodyWrite(busy, ledger, kinds, { writers: 6, pauseMs: 20 })
      for (let time = 0; time < size.times; time++) {
        await pause(500)
        await lockFor(place.databaseUrl, size.lockedMs)
      }
      await pause(500)
      await writing.stop()
      await asking.stop()
      const slowest = Math.max(...asking.waits)
      if (size.healthMaxMs !== null && slowest > size.healthMaxMs)
        findings.push(`A reader waited ${Math.round(slowest)} ms.`)
      if (ledger.open().length > 0) findings.push(`${ledger.open().length} writes were turned away.`)
      return {
        'locked for, ms': `${figure(size.lockedMs)} × ${size.times}`,
        'a reader waits, ms (p99, most)': `${figure(percentile(asking.waits, 0.99))}, ${figure(slowest)}`,
      }
    }),
}

/** A process of its own, as a backup tool or a curious administrator would be. */
async function lockFor(file: string, ms: number): Promise<void> {
  const script = `
    const Database = require('better-sqlite3')
    const database = new Database(process.argv[1], { timeout: 10000 })
    database.exec('begin immediate')
    setTimeout(() => { database.exec('rollback'); database.close() }, Number(process.argv[2]))`
  const child = spawn(process.execPath, ['-e', script, file, String(ms)], { stdio: 'ignore' })
  await once(child, 'exit')
}
