// The demo town played on either database, for tests that look at it as its people do.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Actor, guest } from '#app/domain/actor.ts'
import { findActor } from '#app/domain/people/actor.server.ts'
import type { Ask } from '#app/domain/query.server.ts'
import { playTown } from '#server/demo/play.ts'
import { openPlatform, type RunningPlatform } from '#server/platform.ts'
import { readSettings, type Settings } from '#server/settings.ts'
import type { DatabaseKind } from '../databases.ts'

export interface PlayedTown {
  readonly platform: RunningPlatform
  readonly settings: Settings
  readonly today: string
  /** Everybody of the town by handle, a guest first. */
  readonly everybody: readonly (readonly [handle: string, actor: Actor])[]
  ask(actor: Actor): Ask
  close(): Promise<void>
}

export async function playedTown(database: DatabaseKind, today: string): Promise<PlayedTown> {
  const kept = await database.create()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'stimmtisch-played-'))
  const settings = readSettings({
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    DATABASE_URL: kept.url,
    LOG_LEVEL: 'error',
    BASE_URL: 'http://127.0.0.1',
    STIMMTISCH_DEMO: '1',
  })
  const platform = await openPlatform(settings, () => today)
  await playTown(platform, today)
  const db = platform.database.read
  const accounts = await db.selectFrom('account').select(['id', 'handle']).orderBy('handle').execute()
  const people = await Promise.all(
    accounts.map(async ({ id, handle }) => [handle, (await findActor(db, id, today)) ?? guest] as const),
  )
  return {
    platform,
    settings,
    today,
    everybody: [['guest', guest], ...people],
    ask: (actor) => ({ ...platform, db, kind: platform.database.kind, actor, now: today }),
    async close() {
      await platform.close()
      await kept.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
