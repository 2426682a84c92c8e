// A backup while everybody writes, put back elsewhere: a whole beginning of the town, with its pictures, in good time.
import { execFile } from 'node:child_process'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { openDatabase } from '#db/open.ts'
import { findUnsound } from '../checks/soundness.ts'
import { figure, type Gate, percentile } from '../gate.ts'
import { openPlace } from '../harness/place.ts'
import { startTown } from '../harness/town-process.ts'
import { visitor } from '../harness/visitor.ts'
import { type BusySize, withBusyTown } from '../load/busy.ts'
import { letEverybodyWrite } from '../load/writers.ts'

const call = promisify(execFile)

export interface BackupSize extends BusySize {
  readonly writingMs: number
  readonly restoredWithinMs: number | null
}

export const backup: Gate<BackupSize> = {
  name: 'backup',
  holds:
    'backed up while everybody writes and put back elsewhere within 60 s: all that was confirmed before it, sound, with pictures; nothing is overwritten',
  full: {
    writingMs: 8000,
    restoredWithinMs: 60_000,
    delayP99Ms: 50,
    people: 60,
    ideas: 40,
    contributions: 120,
  },
  run: (size) =>
    withBusyTown(size, {}, async ({ place, busy, ledger, kinds, findings }) => {
      const writing = letEverybodyWrite(busy, ledger, kinds, { writers: 6, pauseMs: 10 })
      await pause(size.writingMs / 2)
      const before = ledger.confirmedSoFar()
      const waitsBefore = ledger.waits.length
      const file = path.join(place.dataDir, 'town.backup')
      const began = performance.now()
      await stimmtisch(['backup', file], place.env)
      const took = performance.now() - began
      const meanwhile = ledger.waits.slice(waitsBefore)
      await pause(size.writingMs / 2)
      await writing.stop()

      const refused = await stimmtisch(['backup', file], place.env).then(() => 0, codeOf)
      if (refused !== 2) findings.push(`A second backup over the first ends with ${refused}.`)
      const back = await openPlace()
      try {
        const start = performance.now()
        await stimmtisch(['restore', file], back.env)
        const again = await stimmtisch(['restore', file], back.env).then(() => 0, codeOf)
        if (again !== 2) findings.push(`Putting back over a town ends with ${again}.`)
        const town = await startTown(back)
        const restored = performance.now() - start
        const door = visitor(back)
        for (const address of ['/', '/ideen', `/ideen/${busy.ideas[0]?.number}`]) {
          const { status } = await door.get(address)
          if (status !== 200) findings.push(`After putting back ${address} answers ${status}.`)
        }
        door.close()
        await town.stop()
        const database = await openDatabase(back.databaseUrl)
        findings.push(...(await findUnsound(database)))
        findings.push(...(await ledger.missingFrom(database, back, before)))
        await database.close()
        if (size.restoredWithinMs !== null && restored > size.restoredWithinMs)
          findings.push(`Putting back took ${Math.round(restored)} ms.`)
        return {
          'confirmed before the backup': figure(before.length),
          'backed up in, ms': figure(took),
          'writers meanwhile, ms (p99)': figure(percentile(meanwhile, 0.99)),
          'put back and serving after, ms': figure(restored),
        }
      } finally {
        await back.remove()
      }
    }),
}

function stimmtisch(args: readonly string[], env: Readonly<Record<string, string>>) {
  return call(process.execPath, ['--import', 'tsx', 'server/commands/stimmtisch.ts', ...args], {
    env: { ...process.env, ...env },
  })
}

const codeOf = (error: unknown) => (error as { code?: number }).code ?? -1
