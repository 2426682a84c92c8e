import { sql } from 'kysely'
import type { Step } from '../migrate.ts'

/** How many seats a body has in all: chair and minute-taker sit on no bench, and some bodies have none. */
export const bodySeats: Step = async (db) => {
  await db.schema
    .alterTable('body')
    .addColumn('seats', 'integer', (c) => c.notNull().defaultTo(sql`0`))
    .execute()
}
