// The way of most gates: a busy town is opened, its server started, something done to it, and everything looked through at the end.
import { openDatabase } from '#db/open.ts'
import { judgeDelays, worstOf } from '../checks/delays.ts'
import { findUnsound } from '../checks/soundness.ts'
import { type Finding, figure, type GateReport } from '../gate.ts'
import { type DelayWatch, watchDelays } from '../harness/event-loop.ts'
import { startIdleNeighbour } from '../harness/idle-neighbour.ts'
import { openPlace, type Place } from '../harness/place.ts'
import { leftAlone, type Starting, startTown, type TownProcess } from '../harness/town-process.ts'
import { type BusyTown, openBusyTown, type Size } from '../writes/busy-town.ts'
import { kindsOfWrites } from '../writes/index.ts'
import type { KindOfWrite } from '../writes/kind.ts'
import { countsLine, type Ledger, openLedger } from './ledger.ts'
import { sendAgain } from './writers.ts'

export interface BusySize extends Size {
  readonly kinds?: readonly KindOfWrite[]
  readonly broken?: string
  /** What the event loop may keep others waiting; null where the machine is too busy to say. */
  readonly delayP99Ms: number | null
  /** And what it may do so once. */
  readonly delayMaxMs?: number
}

const delayMaxMs = 200

export interface Busy {
  readonly place: Place
  readonly town: TownProcess
  readonly busy: BusyTown
  readonly ledger: Ledger
  readonly kinds: readonly KindOfWrite[]
  readonly findings: Finding[]
  /** Keeps what the event loop did so far: before a gate ends the server itself, since nobody can ask it afterwards. */
  keepDelays(): Promise<void>
  /** Replaces the server, where a gate starts it anew. */
  restart(how?: Starting): Promise<TownProcess>
}

export async function withBusyTown(
  size: BusySize,
  where: { readonly databaseUrl?: string; readonly dataDir?: string; readonly starting?: Starting },
  doing: (with_: Busy) => Promise<Readonly<Record<string, string>>>,
): Promise<GateReport> {
  const place = await openPlace(where)
  const kinds = size.kinds ?? kindsOfWrites
  let busy: BusyTown | null = null
  let town: TownProcess | null = null
  const neighbour = startIdleNeighbour()
  try {
    busy = await openBusyTown(place, size, kinds)
    const starting: Starting = { ...where.starting, broken: size.broken }
    town = await startTown(place, starting)
    const ledger = openLedger(kinds)
    const findings: Finding[] = []
    const delays = watchDelays(place, neighbour)
    await delays.begin()
    const own = await doing({
      place,
      get town() {
        return town as TownProcess
      },
      busy,
      ledger,
      kinds,
      findings,
      keepDelays: delays.keep,
      async restart(how = starting) {
        if (town?.ended() === null) await delays.keep()
        await town?.kill()
        findings.push(...leftAlone(town))
        town = await startTown(place, how)
        await delays.begin()
        return town
      },
    })
    if (town.ended() !== null) findings.push(`The server ended by itself: ${town.log().slice(-400)}`)
    else {
      await sendAgain(ledger)
      await delays.keep()
      findings.push(...judge(delays, size))
      const { code } = await town.stop()
      if (code !== 0) findings.push(`It stopped with the exit code ${code}.`)
    }
    findings.push(...leftAlone(town))
    const open = ledger.open().length
    if (open > 0)
      findings.push(
        `${open} writes were never answered, however often they were sent, such as ${ledger.open()[0]?.kind.name}`,
      )
    const database = await openDatabase(place.databaseUrl)
    const compared = await ledger.compare(database, place)
    const unsound = await findUnsound(database)
    await database.close()
    return {
      findings: [...findings, ...compared.findings, ...unsound, ...ledger.faults.slice(0, 10)],
      figures: {
        ...own,
        ...told(delays),
        ...(ledger.confirmed() > 0
          ? {
              confirmed: figure(ledger.confirmed()),
              lost: figure(compared.lost),
              doubled: figure(compared.doubled),
              'of each kind': countsLine(compared.kinds),
            }
          : {}),
      },
    }
  } finally {
    neighbour.stop()
    await town?.kill()
    busy?.close()
    await place.remove()
  }
}

function judge({ stretches }: DelayWatch, size: BusySize): readonly Finding[] {
  return size.delayP99Ms === null
    ? []
    : judgeDelays(stretches, { p99Ms: size.delayP99Ms, maxMs: size.delayMaxMs ?? delayMaxMs })
}

/** The worst of all lives the server had. */
function told({ stretches }: DelayWatch): Readonly<Record<string, string>> {
  const { p99, most } = worstOf(stretches)
  const of = (own = Number.NaN, idle = Number.NaN) => `${figure(own)} (${figure(idle)})`
  return {
    'event loop, ms (p99, most; in brackets an idle process beside it)': `${of(p99?.own.p99Ms, p99?.idle.p99Ms)}, ${of(most?.own.maxMs, most?.idle.maxMs)}`,
  }
}
