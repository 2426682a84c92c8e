// Whether the Council still lives here: the Council alone says so, and what it took along it need not leave behind.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'

export async function isClosed(db: Kysely<Tables>): Promise<boolean> {
  return (await readSetting(db, 'council-closed')) !== null
}

export async function requireOpen(work: Work): Promise<void> {
  if (await isClosed(work.tx)) throw refuse('council_closed')
}

export async function readSetting(db: Kysely<Tables>, name: string): Promise<string | null> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value ?? null
}

export async function writeSetting(work: Work, name: string, value: string): Promise<void> {
  await work.tx
    .insertInto('setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
