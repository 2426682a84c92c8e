// A backup while everybody writes, put back elsewhere: a whole beginning of the town, with its pictures, in good time.
import { execFile } from 'node:child_process'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import BetterSqlite from 'better-sqlite3'
import { openDatabase } from '#db/open.ts'
import { findUnsound } from '../checks/soundness.ts'
import { judgeWriters } from '../checks/writers.ts'
import { figure, type Gate, percentile } from '../gate.ts'
import { openPlace } from '../harness/place.ts'
import { startTown } from '../harness/town-process.ts'
import { type Visitor, visitor } from '../harness/visitor.ts'
import { type BusySize, withBusyTown } from '../load/busy.ts'
import { letEverybodyWrite } from '../load/writers.ts'
import { separateBallots } from '../writes/polls.ts'

const call = promisify(execFile)

export interface BackupSize extends BusySize {
  readonly writingMs: number
  readonly restoredWithinMs: number | null
  /** So many times as long as before may writers wait while it is made; null where the machine is too busy to say. */
  readonly slowerTimes: number | null
  /** A module to load before the command that makes the backup. */
  readonly brokenCommand?: string
}

export const backup: Gate<BackupSize> = {
  name: 'backup',
  holds:
    'backed up while everybody writes and put back elsewhere within 60 s: all that was confirmed before it, sound, with pictures; nothing is overwritten, writers wait at most twice as long',
  full: {
    writingMs: 8000,
    restoredWithinMs: 60_000,
    slowerTimes: 2,
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
      await stimmtisch(['backup', file], place.env, size.brokenCommand)
      const took = performance.now() - began
      const [usual, meanwhile] = [ledger.waits.slice(0, waitsBefore), ledger.waits.slice(waitsBefore)]
      findings.push(...judgeWriters(usual, meanwhile, size.slowerTimes))
      await pause(size.writingMs / 2)
      await writing.stop()

      if (!size.brokenCommand) {
        const refused = await stimmtisch(['backup', file], place.env).then(() => 0, codeOf)
        if (refused !== 2) findings.push(`A second backup over the first ends with ${refused}.`)
      }
      const back = await openPlace()
      try {
        const start = performance.now()
        await stimmtisch(['restore', file], back.env)
        if (!size.brokenCommand) {
          const again = await stimmtisch(['restore', file], back.env).then(() => 0, codeOf)
          if (again !== 2) findings.push(`Putting back over a town ends with ${again}.`)
        }
        const town = await startTown(back)
        const restored = performance.now() - start
        const door = visitor(back)
        findings.push(...(await votesInCopy(file, door)))
        if (kinds.includes(separateBallots) && runningIn(file).length === 0)
          findings.push('No secret vote that was running is in the backup, so nothing was shown of them.')
        for (const address of ['/', '/ideen', `/ideen/${busy.ideas[0]?.number}`]) {
          const { status } = await door.get(address)
          if (status !== 200) findings.push(`After putting back ${address} answers ${status}.`)
        }
        door.close()
        await town.stop()
        const database = await openDatabase(back.databaseUrl)
        findings.push(...(await findUnsound(database)))
        const wanted = before.filter(({ kind }) => !kind.leftOutOfBackups)
        findings.push(...(await ledger.missingFrom(database, back, wanted)))
        await database.close()
        if (size.restoredWithinMs !== null && restored > size.restoredWithinMs)
          findings.push(`Putting back took ${Math.round(restored)} ms.`)
        return {
          'confirmed before the backup': figure(before.length),
          'backed up in, ms': figure(took),
          'writers before and meanwhile, ms (p99)': `${figure(percentile(usual, 0.99))}, ${figure(percentile(meanwhile, 0.99))}`,
          'put back and serving after, ms': figure(restored),
        }
      } finally {
        await back.remove()
      }
    }),
}

/** Of a secret vote that was running neither a ballot nor a key may be in the file; put back, its page says why it is void. */
async function votesInCopy(file: string, door: Visitor): Promise<readonly string[]> {
  const copy = new BetterSqlite(file, { readonly: true })
  const count = (question: string) => Number(copy.prepare(question).pluck().get())
  const left = {
    'sealed ballots': count('select count(*) from sealedBallot'),
    'drawers of those who took part': count('select count(*) from ballotDrawer'),
    keys: count("select count(*) from backupFile where name not like 'pictures/%' and name <> 'secret'"),
  }
  copy.close()
  const running = runningIn(file)
  const findings = Object.entries(left).flatMap(([what, many]) =>
    many === 0 ? [] : [`The backup holds ${many} ${what} of secret votes that were running.`],
  )
  for (const { number, state, invalidReason } of running) {
    if (state !== 'invalid') findings.push(`Vote ${number} is put back as ${state}, without its ballots.`)
    else if (!invalidReason) findings.push(`Vote ${number} is put back as void and does not say why.`)
  }
  const [first] = running
  if (first) {
    const { text } = await door.get(`/abstimmungen/${first.number}`)
    if (!text.includes(first.invalidReason ?? 'no reason was given'))
      findings.push(`The page of vote ${first.number} does not say why it is void.`)
  }
  return findings
}

function runningIn(file: string) {
  const copy = new BetterSqlite(file, { readonly: true })
  const running = copy
    .prepare<[], { number: number; state: string; invalidReason: string | null }>(
      'select number, state, invalidReason from poll where id in (select pollId from ballotBox)',
    )
    .all()
  copy.close()
  return running
}

function stimmtisch(args: readonly string[], env: Readonly<Record<string, string>>, broken?: string) {
  const before = broken ? ['--import', path.resolve('tests/gates/broken', broken)] : []
  const command = ['--import', 'tsx', ...before, 'server/commands/stimmtisch.ts', ...args]
  return call(process.execPath, command, { env: { ...process.env, ...env } })
}

const codeOf = (error: unknown) => (error as { code?: number }).code ?? -1
