// Words of the workshop that could not be merged: kept where the group sees them, until somebody has looked.
import type { Ask } from '../../query.server.ts'
import { refuse } from '../../refusal.ts'
import type { Work } from '../../run.server.ts'
import { getSection } from '../clause.server.ts'
import { getStandard, standardSubject } from '../standard.server.ts'
import type { Aside } from './kept.server.ts'

export interface ReadAside extends Aside {
  readonly id: string
  readonly at: string
}

/** A clause that is closed has one row, which follows what still comes in; each collision has its own. */
export async function keepAsides(work: Work, sectionId: string, asides: readonly Aside[]): Promise<void> {
  for (const aside of asides) {
    if (aside.why !== 'collided')
      await work.tx
        .deleteFrom('draftAside')
        .where('clauseId', '=', aside.clauseId)
        .where('why', '=', aside.why)
        .execute()
    await work.tx
      .insertInto('draftAside')
      .values({ id: work.newId(), sectionId, at: work.now, ...aside })
      .execute()
  }
}

/** Ask for `standard.draft` first. */
export async function listAsides(ask: Pick<Ask, 'db'>, sectionId: string): Promise<readonly ReadAside[]> {
  const rows = await ask.db
    .selectFrom('draftAside')
    .select(['id', 'clauseId', 'why', 'base', 'ours', 'theirs', 'at'])
    .where('sectionId', '=', sectionId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, why: row.why as Aside['why'] }))
}

/** Somebody of the group has looked and says that nothing is missing. */
export async function clearAside(work: Work, input: { readonly asideId: string }): Promise<void> {
  const row = await work.tx
    .selectFrom('draftAside')
    .select('sectionId')
    .where('id', '=', input.asideId)
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  const section = await getSection(work.tx, row.sectionId)
  const standard = await getStandard(work.tx, section.standardId)
  work.require('standard.draft', standardSubject(standard))
  await work.tx.deleteFrom('draftAside').where('id', '=', input.asideId).execute()
  await work.record({ type: 'draft.aside-cleared', standardId: standard.id, sectionId: section.id })
}
