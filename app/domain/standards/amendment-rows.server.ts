// Amendments in the database: find one with its parts, keep one where nobody was faster.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import type {
  Amendment,
  AmendmentPart,
  AmendmentState,
  AuthorAnswer,
  PartKind,
  Recommendation,
} from './amendment.ts'
import type { OfAmendment } from './events.ts'

export async function getAmendment(
  db: Kysely<Tables>,
  id: string,
): Promise<Amendment & { agendaItemId: string | null }> {
  const row = await db.selectFrom('amendment').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return {
    ...row,
    state: row.state as AmendmentState,
    recommendation: row.recommendation as Recommendation | null,
    authorAnswer: row.authorAnswer as AuthorAnswer | null,
  }
}

export async function partsOf(db: Kysely<Tables>, amendmentId: string): Promise<readonly AmendmentPart[]> {
  const rows = await db
    .selectFrom('amendmentPart')
    .selectAll()
    .where('amendmentId', '=', amendmentId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as PartKind }))
}

/** How its events name it. */
export async function namesOf(
  db: Kysely<Tables>,
  { id, standardId }: Pick<Amendment, 'id' | 'standardId'>,
): Promise<OfAmendment> {
  const parts = await partsOf(db, id)
  const clauseIds = [...new Set(parts.flatMap(({ clauseId }) => clauseId ?? []))]
  return { standardId, amendmentId: id, clauseIds }
}

export async function saveAmendment(
  work: Work,
  amendment: Amendment & { readonly agendaItemId?: string | null },
): Promise<void> {
  const { id, version, ...rest } = amendment
  const saved = await work.tx
    .updateTable('amendment')
    .set({ ...rest, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw refuse('somebody_was_faster')
}
