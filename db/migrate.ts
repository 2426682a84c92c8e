// Brings a database to today's shape: one step after the other, each whole or not at all, two processes at once safe.
import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import type { DatabaseKind } from './columns.ts'
import { migrations } from './migrations/index.ts'
import type { Database } from './open.ts'

export async function migrate(database: Database): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: database.write,
    provider: { getMigrations: async () => bind(database.kind) },
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error instanceof Error ? error : new Error(String(error))
  if (database.kind === 'sqlite') await sql`pragma optimize`.execute(database.write)
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName)
}

/** A step of the way: told which database it is, since search indexes differ. */
export type Step = (db: Kysely<never>, kind: DatabaseKind) => Promise<void>

function bind(kind: DatabaseKind): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(migrations).map(([name, step]) => [
      name,
      { up: (db) => step(db as unknown as Kysely<never>, kind) },
    ]),
  )
}
