// Amendments in the database: find one with its parts, keep one where nobody was faster, see which others collide.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import {
  type Amendment,
  type AmendmentPart,
  type AmendmentState,
  type AuthorAnswer,
  type PartKind,
  partsCollide,
  type Recommendation,
} from './amendment.ts'
import { breather } from './breather.server.ts'

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

/** The clauses it is about: their pages show it. */
export async function clausesOf(db: Kysely<Tables>, amendmentId: string): Promise<readonly string[]> {
  const parts = await partsOf(db, amendmentId)
  return [...new Set(parts.flatMap(({ clauseId }) => clauseId ?? []))]
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

/** Open amendments that could not be adopted beside these parts without asking somebody. */
export async function findColliding(
  ask: Pick<Ask, 'db'>,
  standardId: string,
  parts: readonly Pick<
    AmendmentPart,
    'kind' | 'clauseId' | 'sectionId' | 'afterClauseId' | 'baseText' | 'text'
  >[],
  except: string | null = null,
): Promise<readonly { readonly id: string; readonly number: number }[]> {
  if (parts.length === 0) return []
  const clauseIds = parts.map(({ clauseId }) => clauseId ?? '')
  const sectionIds = parts.map(({ sectionId }) => sectionId)
  const others = await ask.db
    .selectFrom('amendmentPart')
    .innerJoin('amendment', 'amendment.id', 'amendmentPart.amendmentId')
    .leftJoin('clause', 'clause.id', 'amendmentPart.clauseId')
    .selectAll('amendmentPart')
    .select(['amendment.number', 'clause.text as today'])
    .where('amendment.standardId', '=', standardId)
    .where('amendment.state', 'in', ['proposed', 'recommended', 'on_agenda', 'to_settle'])
    // Only what works on the same clause, or is put into the same section, can collide.
    .where((eb) =>
      eb.or([
        eb('amendmentPart.clauseId', 'in', clauseIds),
        eb.and([eb('amendmentPart.kind', '=', 'insert'), eb('amendmentPart.sectionId', 'in', sectionIds)]),
      ]),
    )
    .orderBy('amendment.number')
    .execute()
  const breathe = breather()
  const hits = new Map<string, { readonly id: string; readonly number: number }>()
  for (const { kind, today, ...other } of others) {
    if (other.amendmentId === except) continue
    await breathe()
    const collides = parts.some((part) =>
      partsCollide(part, { ...other, kind: kind as PartKind }, today ?? ''),
    )
    if (collides) hits.set(other.amendmentId, { id: other.amendmentId, number: other.number })
  }
  return [...hits.values()]
}
