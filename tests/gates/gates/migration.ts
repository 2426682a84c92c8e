// An old database is brought to today's shape: killed in the middle, begun again, and by two processes at once.
import BetterSqlite from 'better-sqlite3'
import { Migrator } from 'kysely'
import { boundSteps, migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { type Finding, figure, type Gate } from '../gate.ts'
import { freePort, openPlace, type Place } from '../harness/place.ts'
import { startTown } from '../harness/town-process.ts'
import { seeded } from '../writes/busy-town.ts'

export interface MigrationSize {
  readonly kills: number
  readonly accounts: number
  readonly pairs: number
  readonly broken?: string
}

export const migration: Gate<MigrationSize> = {
  name: 'migration',
  holds:
    'a database of every earlier shape, killed 20 times in the middle, then two processes at once: whole, once, nothing lost',
  full: { kills: 20, accounts: 20_000, pairs: 5 },
  async run({ kills, accounts, pairs, broken }) {
    const chance = seeded(11)
    const findings: Finding[] = []
    const wanted = await todaysShape()
    const steps = Object.keys(boundSteps('sqlite'))
    let hit = 0
    for (let turn = 0; turn < kills; turn++) {
      const place = await openPlace()
      // From the first half, so that many changes lie ahead.
      const from = steps[2 + chance(Math.floor(steps.length / 2))] ?? ''
      await oldDatabase(place, from, accounts)
      const killed = await killDuringStart(place, 3 + chance(20), broken ?? 'slow-migrations.mjs')
      if (killed) hit++
      try {
        await (await startTown(place, broken ? { broken } : {})).stop()
        findings.push(...compare(place, wanted, accounts, `from ${from}`))
      } catch (error) {
        findings.push(
          `From ${from} it could not be begun again: ${String(error).split('\n').slice(0, 3).join(' ')}`,
        )
      }
      await place.remove()
    }
    for (let turn = 0; turn < pairs; turn++) {
      const place = await openPlace()
      await oldDatabase(place, steps[2] ?? '', accounts)
      const other = String(await freePort())
      const both = await Promise.allSettled([
        startTown(place, { broken: 'slow-migrations.mjs' }),
        startTown(
          { ...place, port: Number(other) },
          { broken: 'slow-migrations.mjs', env: { PORT: other, METRICS_PORT: '' } },
        ),
      ])
      for (const one of both) {
        if (one.status === 'fulfilled') await one.value.stop()
        else
          findings.push(
            `Of two at once one could not start: ${String(one.reason).split('\n').slice(0, 3).join(' ')}`,
          )
      }
      findings.push(...compare(place, wanted, accounts, 'two at once'))
      await place.remove()
    }
    return {
      findings,
      figures: {
        'starts killed': figure(kills),
        'while it migrated': figure(hit),
        'two at once': figure(pairs),
        accounts: figure(accounts),
      },
    }
  },
}

/** A town as it was after this step, with people in it. */
async function oldDatabase(place: Place, step: string, accounts: number): Promise<void> {
  const database = await openDatabase(place.databaseUrl)
  const migrator = new Migrator({
    db: database.write,
    provider: { getMigrations: async () => boundSteps('sqlite') },
  })
  const { error } = await migrator.migrateTo(step)
  await database.close()
  if (error) throw error
  const file = new BetterSqlite(place.databaseUrl)
  const insert = file.prepare(
    `insert into account (id, handle, name, sortName, language, ageBand, createdAt, version) values (?, ?, ?, ?, 'de', '16+', ?, 1)`,
  )
  file.transaction(() => {
    for (let number = 0; number < accounts; number++)
      insert.run(`a${number}`, `h${number}`, `Name ${number}`, `name ${number}`, '2027-01-01T00:00:00.000Z')
  })()
  file.close()
}

/** True where it died before it served. */
async function killDuringStart(place: Place, change: number, broken: string): Promise<boolean> {
  // Its steps are slowed down and told, so that it dies in the middle of one.
  const starting = startTown(place, { broken, killWhenSaid: `change ${change} of the shape` })
  return starting.then(
    async (town) => {
      await town.kill()
      return false
    },
    () => true,
  )
}

function compare(place: Place, wanted: readonly string[], accounts: number, when: string): Finding[] {
  const file = new BetterSqlite(place.databaseUrl, { readonly: true })
  try {
    const found = shapeOf(file)
    const missing = wanted.filter((one) => !found.includes(one))
    const more = found.filter((one) => !wanted.includes(one))
    const kept = file.prepare("select count(*) from account where handle like 'h%'").pluck().get()
    const sound = file.pragma('integrity_check', { simple: true })
    return [
      ...missing.map((one) => `${when}: missing is ${one.slice(0, 90)}`),
      ...more.map((one) => `${when}: left over is ${one.slice(0, 90)}`),
      ...(kept === accounts ? [] : [`${when}: ${String(kept)} of ${accounts} accounts are left`]),
      ...(sound === 'ok' ? [] : [`${when}: ${String(sound)}`]),
    ]
  } finally {
    file.close()
  }
}

async function todaysShape(): Promise<readonly string[]> {
  const place = await openPlace()
  const database = await openDatabase(place.databaseUrl)
  await migrate(database)
  await database.close()
  const file = new BetterSqlite(place.databaseUrl, { readonly: true })
  const shape = shapeOf(file)
  file.close()
  await place.remove()
  return shape
}

function shapeOf(file: BetterSqlite.Database): readonly string[] {
  const rows = file
    .prepare<[], { sql: string }>(
      "select sql from sqlite_master where sql is not null and name not like 'sqlite_%' order by name",
    )
    .all()
  return rows.map(({ sql }) => sql)
}
