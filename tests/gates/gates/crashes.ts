// Crashes under load: the process is killed without a word, or PostgreSQL is, again and again, while everybody writes.
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '#db/open.ts'
import { findUnsound } from '../checks/soundness.ts'
import { type Finding, figure, type Gate, percentile } from '../gate.ts'
import { openPlace, type Place } from '../harness/place.ts'
import { leftAlone, startTown, type TownProcess } from '../harness/town-process.ts'
import { countsLine, type Ledger, openLedger } from '../load/ledger.ts'
import { letEverybodyWrite, sendAgain } from '../load/writers.ts'
import { openBusyTown, type Size } from '../writes/busy-town.ts'
import { kindsOfWrites } from '../writes/index.ts'
import type { KindOfWrite } from '../writes/kind.ts'

export interface CrashSize extends Size {
  readonly kills: number
  readonly writers: number
  /** Confirmations before each crash, at the least. */
  readonly fewest: number
  /** How soon it must serve again; null where the machine is too busy to say. */
  readonly servingWithinMs: number | null
  readonly kinds?: readonly KindOfWrite[]
  readonly broken?: string
  readonly seed?: number
}

export const killNine: Gate<CrashSize> = {
  name: 'kill-9',
  holds: 'killed without a word under load over every kind of write; nothing confirmed is lost or doubled',
  full: {
    kills: 200,
    writers: 8,
    fewest: 10,
    servingWithinMs: 3000,
    people: 120,
    ideas: 60,
    contributions: 240,
  },
  async run(size) {
    const place = await openPlace()
    try {
      return await crashAgainAndAgain(place, size, async (town) => {
        await town.kill()
        return town
      })
    } finally {
      await place.remove()
    }
  },
}

/** Some are confirmed, the next ones are on their way. */
async function somethingWritten(ledger: Ledger, confirmed: number): Promise<void> {
  const until = performance.now() + 5_000
  while (ledger.confirmed() < confirmed && performance.now() < until) await pause(3)
}

/** `crash` ends the server or its database; it gives the server if that is still alive, else one that has ended. */
export async function crashAgainAndAgain(
  place: Place,
  size: CrashSize,
  crash: (town: TownProcess, turn: number) => Promise<TownProcess>,
) {
  const kinds = size.kinds ?? kindsOfWrites
  const busy = await openBusyTown(place, size, kinds, size.seed)
  const ledger = openLedger(kinds)
  const findings: Finding[] = []
  const starts: number[] = []
  let town: TownProcess | null = null
  try {
    for (let turn = 0; turn <= size.kills; turn++) {
      if (town === null || town.ended() !== null) {
        // Every second time answers leave late, so that many crashes fall between a commit and its answer.
        town = await startTown(place, { broken: size.broken ?? (turn % 2 ? 'answers-late.mjs' : undefined) })
        starts.push(town.startedInMs)
      }
      await sendAgain(ledger)
      const writing = letEverybodyWrite(busy, ledger, kinds, size)
      await somethingWritten(ledger, ledger.confirmed() + size.fewest + busy.chance(size.fewest * 4))
      await pause(busy.chance(40))
      if (turn < size.kills) town = await crash(town, turn)
      if (town.ended() !== null) findings.push(...leftAlone(town))
      await writing.stop()
      if (turn % 20 === 19 || turn === size.kills) {
        const stands = await look(place, (database) => findUnsound(database))
        findings.push(...stands.map((finding) => `after ${turn + 1} crashes: ${finding}`))
      }
    }
    await sendAgain(ledger)
    const stopped = await town?.stop()
    findings.push(...leftAlone(town))
    if (stopped?.code !== 0) findings.push(`It stopped with the exit code ${stopped?.code}.`)
  } finally {
    await town?.kill()
    busy.close()
  }
  const compared = await look(place, (database) => ledger.compare(database, place))
  const open = ledger.open().length
  if (open > 0)
    findings.push(
      `${open} writes were never answered, however often they were sent, such as ${ledger.open()[0]?.kind.name}`,
    )
  const slowest = Math.max(...starts)
  if (size.servingWithinMs !== null && slowest > size.servingWithinMs)
    findings.push(`It took ${slowest} ms until it served again.`)
  return {
    findings: [...findings, ...compared.findings, ...ledger.faults.slice(0, 10)],
    figures: {
      crashes: figure(size.kills),
      confirmed: figure(ledger.confirmed()),
      lost: figure(compared.lost),
      doubled: figure(compared.doubled),
      'to a confirmation, ms (p50, p99)': `${figure(percentile(ledger.waits, 0.5))}, ${figure(percentile(ledger.waits, 0.99))}`,
      'serving again, ms (p50, most)': `${figure(percentile(starts, 0.5))}, ${figure(slowest)}`,
      'of each kind': countsLine(compared.kinds),
    },
  }
}

async function look<T>(place: Place, at: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>) {
  const database = await openDatabase(place.databaseUrl)
  try {
    return await at(database)
  } finally {
    await database.close()
  }
}
