// Whether paper ballots are expected, and whether both readings are there.
import type { Kysely } from 'kysely'
import type { PaperBatchTable, Tables } from '#db/tables.ts'
import { refuse } from '../../refusal.ts'

export async function getBatch(db: Kysely<Tables>, pollId: string): Promise<PaperBatchTable> {
  const batch = await findBatch(db, pollId)
  if (!batch) throw refuse('paper_not_expected')
  return batch
}

export async function findBatch(db: Kysely<Tables>, pollId: string): Promise<PaperBatchTable | null> {
  const row = await db.selectFrom('paperBatch').selectAll().where('pollId', '=', pollId).executeTakeFirst()
  return row ?? null
}

/** Whether the count has to wait for the two. */
export async function isPaperAwaited(db: Kysely<Tables>, pollId: string): Promise<boolean> {
  return (await findBatch(db, pollId))?.state === 'open'
}
