// Brings a database to today's shape: one step after the other, each whole or not at all, two processes at once safe.
import { type Kysely, type Migration, type MigrationResultSet, Migrator, sql } from 'kysely'
import type { DatabaseKind } from './columns.ts'
import { isBusy } from './errors.ts'
import { migrations } from './migrations/index.ts'
import type { Database } from './open.ts'

export async function migrate(database: Database): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: database.write,
    provider: { getMigrations: async () => boundSteps(database.kind) },
  })
  const { error, results } = await patiently(() => migrator.migrateToLatest())
  if (error) throw readable(error)
  if (database.kind === 'sqlite') {
    // Only makes queries quicker: not worth a failed start while another process writes.
    await sql`pragma optimize`.execute(database.write).catch((busy: unknown) => {
      if (!isBusy(busy)) throw busy
    })
  }
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName)
}

/** Another process may be at it, or at the file, this very moment: it is waited for, and then there is nothing left to do. */
async function patiently(attempt: () => Promise<MigrationResultSet>): Promise<MigrationResultSet> {
  for (let tries = 1; ; tries++) {
    const outcome = await attempt().catch((error: unknown) => ({ error }) as MigrationResultSet)
    if (!isBusy(outcome.error) || tries >= 600) return outcome
    await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 100))
  }
}

/** The database took steps this version does not know. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase'
}

function readable(error: unknown): Error {
  const unknown = /previously executed migration (\S+) is missing/.exec(String(error))?.[1]
  if (unknown)
    return new NewerDatabase(
      `A newer version of the platform has changed this database already ('${unknown}'). Start that version, or put a backup back.`,
    )
  return error instanceof Error ? error : new Error(String(error))
}

/** A step of the way: told which database it is, since search indexes differ. */
export type Step = (db: Kysely<never>, kind: DatabaseKind) => Promise<void>

/** Every step in its order, told which database it is for. */
export function boundSteps(kind: DatabaseKind): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(migrations).map(([name, step]) => [
      name,
      { up: (db) => step(db as unknown as Kysely<never>, kind) },
    ]),
  )
}
