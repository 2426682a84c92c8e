// An empty database with nothing but the search tables.
import type { Kysely } from 'kysely'
import { type Database, openDatabase } from '#db/open.ts'
import { createSearchTables } from '#db/search/migration.ts'
import type { DatabaseKind } from '#tests/databases.ts'

export async function openSearch({
  create,
}: DatabaseKind): Promise<{ database: Database; close(): Promise<void> }> {
  const place = await create()
  const database = await openDatabase(place.url)
  await createSearchTables(database.write as unknown as Kysely<never>, database.kind)
  const close = async () => {
    await database.close()
    await place.drop()
  }
  return { database, close }
}
