// Fills a fresh database quickly: SQLite does not wait for the disk after each transaction while this work runs.
import { sql } from 'kysely'
import type { Database } from './open.ts'

/** For what can be begun anew after a crash, such as the demo town; never while people write. */
export async function inHaste(database: Database, work: () => Promise<void>): Promise<void> {
  if (database.kind !== 'sqlite') return work()
  await sql`pragma synchronous = off`.execute(database.write)
  try {
    await work()
  } finally {
    await sql`pragma synchronous = full`.execute(database.write)
  }
}
