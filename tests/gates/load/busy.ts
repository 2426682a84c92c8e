// The way of most gates: a busy town is opened, its server started, something done to it, and everything looked through at the end.
import { openDatabase } from '#db/open.ts'
import { findUnsound } from '../checks/soundness.ts'
import { type Finding, figure, type GateReport } from '../gate.ts'
import { type Delay, eventLoopDelay } from '../harness/event-loop.ts'
import { startIdleNeighbour } from '../harness/idle-neighbour.ts'
import { openPlace, type Place } from '../harness/place.ts'
import { type Starting, startTown, type TownProcess } from '../harness/town-process.ts'
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
}

export interface Busy {
  readonly place: Place
  readonly town: TownProcess
  readonly busy: BusyTown
  readonly ledger: Ledger
  readonly kinds: readonly KindOfWrite[]
  readonly findings: Finding[]
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
    await eventLoopDelay(place)
    await neighbour.waited()
    const own = await doing({
      place,
      get town() {
        return town as TownProcess
      },
      busy,
      ledger,
      kinds,
      findings,
      async restart(how = starting) {
        await town?.kill()
        town = await startTown(place, how)
        return town
      },
    })
    if (town.ended() !== null) findings.push(`The server ended by itself: ${town.log().slice(-400)}`)
    else {
      await sendAgain(ledger)
      findings.push(...judgeDelay(await eventLoopDelay(place), (await neighbour.waited()).p99Ms, size, own))
      const { code } = await town.stop()
      if (code !== 0) findings.push(`It stopped with the exit code ${code}.`)
    }
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

/** What a process that does nothing waits for on this machine is no fault of the server's. */
function judgeDelay(
  delay: Delay,
  idleMs: number,
  size: BusySize,
  own: Readonly<Record<string, string>>,
): Finding[] {
  Object.assign(own, {
    'event loop, ms (p99, most; an idle process beside it, p99)': `${figure(delay.p99Ms)}, ${figure(delay.maxMs)}; ${figure(idleMs)}`,
  })
  return size.delayP99Ms !== null && !(delay.p99Ms <= size.delayP99Ms + idleMs)
    ? [
        `The event loop kept others waiting for ${delay.p99Ms} ms (p99), an idle process beside it ${idleMs} ms.`,
      ]
    : []
}
