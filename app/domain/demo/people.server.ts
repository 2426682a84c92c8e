// The people of the demo town who can still be signed in as: an erased account is nobody any more.
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'

/** The account behind a handle, or the refusal 'not_found'. */
export async function getAccountOf(ask: Pick<Ask, 'db'>, handle: string): Promise<{ readonly id: string }> {
  const row = await ask.db
    .selectFrom('account')
    .select('id')
    .where('handle', '=', handle)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  return row
}

/** The handles that still belong to somebody. */
export async function listHandles(ask: Pick<Ask, 'db'>): Promise<ReadonlySet<string>> {
  const rows = await ask.db.selectFrom('account').select('handle').where('erasedAt', 'is', null).execute()
  return new Set(rows.map((row) => row.handle))
}
