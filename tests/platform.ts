// A platform for command tests: the real one, on either database, with a clock the test sets.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Actor, AppointedRole, BodyFunction } from '#app/domain/actor.ts'
import { guest } from '#app/domain/actor.ts'
import { findActor } from '#app/domain/people/actor.server.ts'
import type { News } from '#app/domain/platform.ts'
import type { Ask } from '#app/domain/query.server.ts'
import { type Command, type Outcome, run } from '#app/domain/run.server.ts'
import { openPlatform, type RunningPlatform } from '#server/platform.ts'
import { readSettings, type Settings } from '#server/settings.ts'
import type { DatabaseKind } from './databases.ts'

export interface TestTown {
  readonly platform: RunningPlatform
  readonly settings: Settings
  /** All news in the order they were announced. */
  readonly news: News[]
  /** The town's clock; tests move it. */
  now: string
  /** Opens an account and gives back its actor. `as` adds what it holds. */
  person(name: string, as?: Holding): Promise<Actor>
  /** Runs a command and expects it to work. */
  does<I, O>(actor: Actor, command: Command<I, O>, input: I): Promise<O>
  /** Runs a command and gives its outcome, refusals included. */
  tries<I, O>(actor: Actor, command: Command<I, O>, input: I, formKey?: string): Promise<Outcome<O>>
  ask(actor?: Actor): Ask
  close(): Promise<void>
}

export interface Holding {
  readonly role?: AppointedRole
  readonly scope?: string
  readonly ageBand?: Actor['ageBand']
  readonly seat?: { readonly body: string; readonly function: BodyFunction }
}

export async function openTestTown(
  database: DatabaseKind,
  overrides: Partial<NodeJS.ProcessEnv> = {},
): Promise<TestTown> {
  const kept = await database.create()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'stimmtisch-town-'))
  const settings = readSettings({
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    DATABASE_URL: kept.url,
    LOG_LEVEL: 'error',
    PORT: '0',
    HOST: '127.0.0.1',
    BASE_URL: 'http://127.0.0.1',
    ...overrides,
  })
  const town: { now: string } = { now: '2027-03-10T09:00:00.000Z' }
  const platform = await openPlatform(settings, () => town.now)
  const news: News[] = []
  platform.onNews((more) => news.push(...more))
  await setUpTown(platform)
  return Object.assign(town, {
    platform,
    settings,
    news,
    person: (name: string, as: Holding = {}) => openPerson(platform, town.now, name, as),
    async does<I, O>(actor: Actor, command: Command<I, O>, input: I): Promise<O> {
      const outcome = await run(platform, actor, command, input)
      if (!outcome.ok) throw new Error(`Expected this to work, but: ${outcome.refusal.reason}`)
      return outcome.value
    },
    tries: <I, O>(actor: Actor, command: Command<I, O>, input: I, formKey?: string) =>
      run(platform, actor, command, input, formKey ?? null),
    ask: (actor: Actor = guest): Ask => ({
      db: platform.database.read,
      kind: platform.database.kind,
      actor,
      now: town.now,
      town: platform.town,
      ballotKeys: platform.ballotKeys,
    }),
    async close() {
      await platform.close()
      await kept.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  })
}

/** The town is set up; a test of setting it up takes this away first. Twice is once. */
export async function setUpTown({ database }: Pick<RunningPlatform, 'database'>): Promise<void> {
  await database.write
    .insertInto('responsibleRole')
    .values({ slug: 'kulturbuero', name: 'Kulturbüro' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await database.write
    .insertInto('setting')
    .values({ name: 'imprint', value: JSON.stringify(testImprint) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const testImprint = {
  provider: 'Stadt Hattingen (Beispiel)',
  address: 'Rathausplatz 1\n45525 Hattingen',
  represented: 'Bürgermeisteramt',
  mail: 'stadt@beispiel.example',
  phone: '02324 000',
  responsible: 'Kulturbüro',
}

export async function openPerson(
  platform: RunningPlatform,
  now: string,
  name: string,
  as: Holding,
): Promise<Actor> {
  const db = platform.database.write
  const id = platform.newId()
  const handle = `${name.toLowerCase().replaceAll(/\W/g, '')}-${id.slice(-6)}`
  await db
    .insertInto('account')
    .values({
      id,
      handle,
      name,
      sortName: name,
      mail: `${handle}@beispiel.example`,
      district: null,
      language: 'de',
      ageBand: as.ageBand ?? '16+',
      createdAt: now,
      pausedUntil: null,
      erasedAt: null,
      version: 1,
    })
    .execute()
  if (as.role) {
    await db
      .insertInto('appointment')
      .values({
        id: platform.newId(),
        accountId: id,
        role: as.role,
        scope: as.scope ?? 'town',
        fromAt: now,
        untilAt: null,
        byId: null,
      })
      .execute()
  }
  if (as.seat) {
    const body = await db
      .insertInto('body')
      .values({
        id: platform.newId(),
        slug: as.seat.body,
        name: as.seat.body,
        kind: 'round-table',
        about: '',
      })
      .onConflict((conflict) => conflict.column('slug').doUpdateSet({ about: '' }))
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('membership')
      .values({
        id: platform.newId(),
        bodyId: body.id,
        accountId: id,
        benchId: null,
        function: as.seat.function,
        fromAt: now,
        untilAt: null,
      })
      .execute()
  }
  const actor = await findActor(db, id, now)
  if (!actor) throw new Error('The person was not opened.')
  return actor
}
