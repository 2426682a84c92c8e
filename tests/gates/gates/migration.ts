// An old database is brought to today's shape: killed in the middle, begun again, and by two processes at once.
import BetterSqlite from 'better-sqlite3'
import { Migrator } from 'kysely'
import { boundSteps, migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { judgeKept } from '../checks/kept.ts'
import { type Finding, figure, type Gate } from '../gate.ts'
import { type Content, fillEveryTable, readEveryTable } from '../harness/filled-database.ts'
import { freePort, openPlace, type Place } from '../harness/place.ts'
import { startTown } from '../harness/town-process.ts'
import { seeded } from '../writes/busy-town.ts'

export interface MigrationSize {
  /** As many of the earlier shapes, spread over all; every one where it is null. Each is killed on its way once. */
  readonly shapes: number | null
  /** In every table there is. */
  readonly rows: number
  readonly accounts: number
  readonly pairs: number
  readonly broken?: string
}

export const migration: Gate<MigrationSize> = {
  name: 'migration',
  holds:
    'a filled database of every earlier shape, each killed in the middle, then two processes at once: whole, once, every row and word kept',
  full: { shapes: null, rows: 50, accounts: 20_000, pairs: 5 },
  async run({ shapes, rows, accounts, pairs, broken }) {
    const chance = seeded(11)
    const findings: Finding[] = []
    const wanted = await todaysShape()
    const starts = startsOf(Object.keys(boundSteps('sqlite')).sort(), shapes)
    let hit = 0
    let kept = 0
    for (const { from, ahead } of starts) {
      const place = await openPlace()
      const before = await oldDatabase(place, from, { accounts, rows })
      // Each step is one change at the least, nearly.
      const change = 1 + chance(Math.min(20, Math.max(1, ahead - 3)))
      if (await killDuringStart(place, change, broken ?? 'slow-migrations.mjs')) hit++
      try {
        await (await startTown(place, broken ? { broken } : {})).stop()
        findings.push(...compare(place, wanted, accounts, before, `from ${from}`))
        kept += [...before.values()].reduce((sum, all) => sum + all.length, 0)
      } catch (error) {
        findings.push(
          `From ${from} it could not be begun again: ${String(error).split('\n').slice(0, 3).join(' ')}`,
        )
      }
      await place.remove()
    }
    if (hit < starts.length / 2)
      findings.push(`Only ${hit} of ${starts.length} starts were killed while they migrated.`)
    for (let turn = 0; turn < pairs; turn++) {
      const place = await openPlace()
      const before = await oldDatabase(place, starts[0]?.from ?? '', { accounts, rows })
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
      findings.push(...compare(place, wanted, accounts, before, 'two at once'))
      await place.remove()
    }
    return {
      findings,
      figures: {
        'earlier shapes, each killed once': figure(starts.length),
        'while it migrated': figure(hit),
        'rows compared': figure(kept),
        'two at once': figure(pairs),
        accounts: figure(accounts),
      },
    }
  },
}

/** From the shape in which there are people for the first time to the last but one. */
function startsOf(steps: readonly string[], shapes: number | null) {
  const earlier = steps.slice(1, -1).map((from, place) => ({ from, ahead: steps.length - 2 - place }))
  const many = shapes ?? earlier.length
  return Array.from(
    { length: many },
    (_, turn) => earlier[Math.floor((turn * earlier.length) / many)],
  ).filter((one) => one !== undefined)
}

/** A town as it was after this step: people, and something in every table there was. Gives what is in it. */
async function oldDatabase(
  place: Place,
  step: string,
  { accounts, rows }: Pick<MigrationSize, 'accounts' | 'rows'>,
): Promise<Content> {
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
  fillEveryTable(file, rows)
  const content = readEveryTable(file)
  file.close()
  return content
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

function compare(
  place: Place,
  wanted: readonly string[],
  accounts: number,
  before: Content,
  when: string,
): Finding[] {
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
      ...judgeKept(before, readEveryTable(file)).map((one) => `${when}: ${one}`),
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
