// Keeps what several write together: every few seconds and when the last one leaves.
import * as Y from 'yjs'
import { toJson } from '#db/columns.ts'
import { refuse } from '../../refusal.ts'
import { addJob, type Work } from '../../run.server.ts'
import { getSection } from '../clause.server.ts'
import { getStandard, standardSubject } from '../standard.server.ts'
import { keepAsides } from './aside.server.ts'
import { openDocument } from './document.server.ts'
import { settleDue } from './draft.ts'
import { type Draft, findDraft, isAhead, type MetRows, meetRows } from './kept.server.ts'

export interface KeptDraft {
  readonly generation: string
  readonly version: number
  readonly state: Uint8Array
  /** Every clause that has a text in the document, and those of them that may be written. */
  readonly clauses: readonly string[]
  readonly open: readonly string[]
  /** Clauses whose words could not be merged just now. */
  readonly aside: readonly string[]
}

export interface DraftToSave {
  readonly sectionId: string
  /** The generation the writing belongs to; null only to open the draft. */
  readonly generation: string | null
  /** What was written, as Yjs tells it; null to take in only what was saved by other ways. */
  readonly writing: Uint8Array | null
  readonly writerId: string | null
}

/** What is stored and what was written become one document, whoever stored it; nothing is ever written over. */
export async function saveDraft(work: Work, input: DraftToSave): Promise<KeptDraft> {
  const section = await getSection(work.tx, input.sectionId)
  const standard = await getStandard(work.tx, section.standardId)
  work.require('standard.keep-draft', standardSubject(standard))
  const before = await findDraft(work.tx, section.id)
  if (input.generation !== null && before?.generation !== input.generation) throw refuse('draft_began_anew')
  const document = openDocument(before?.state ?? null)
  if (input.writing) Y.applyUpdate(document, input.writing)
  const met = await meetRows(work.tx, section.id, document, before?.merged ?? {})
  const state = Y.encodeStateAsUpdate(document)
  const changed =
    before === null || !same(state, before.state) || toJson(met.merged) !== toJson(before.merged)
  if (!changed) return kept(before, state, met)
  const ahead = isAhead(document, met.open)
  const after: Draft = {
    generation: before?.generation ?? work.newId(),
    state,
    merged: met.merged,
    unsettledSince: ahead ? (before?.unsettledSince ?? work.now) : null,
    writerId: ahead ? (input.writerId ?? before?.writerId ?? null) : null,
    savedAt: work.now,
    version: (before?.version ?? 0) + 1,
  }
  await storeDraft(work, section.id, after)
  await keepAsides(work, section.id, met.asides)
  if (after.unsettledSince !== null)
    await addJob(work.tx, work.newId(), {
      kind: 'workshop-settle',
      key: `workshop-settle:${section.id}`,
      data: { sectionId: section.id },
      dueAt: settleDue(work.now, after.unsettledSince),
    })
  await work.record({ type: 'draft.saved', standardId: standard.id, sectionId: section.id })
  return kept(after, state, met)
}

/** `draft` has the number of the new version already; who was slower begins again from what stands there now. */
export async function storeDraft(work: Work, sectionId: string, draft: Draft): Promise<void> {
  const { state, merged, ...rest } = draft
  const row = {
    ...{ sectionId, generation: rest.generation, version: rest.version, savedAt: work.now },
    ...{ unsettledSince: rest.unsettledSince, writerId: rest.writerId },
    state: Buffer.from(state).toString('base64'),
    merged: toJson(merged),
  }
  const stored =
    draft.version === 1
      ? await work.tx
          .insertInto('sectionDraft')
          .values(row)
          .onConflict((conflict) => conflict.column('sectionId').doNothing())
          .returning('sectionId')
          .executeTakeFirst()
      : await work.tx
          .updateTable('sectionDraft')
          .set(row)
          .where('sectionId', '=', sectionId)
          .where('version', '=', draft.version - 1)
          .returning('sectionId')
          .executeTakeFirst()
  if (!stored) throw refuse('somebody_was_faster')
}

function kept(draft: Draft, state: Uint8Array, met: MetRows): KeptDraft {
  return {
    ...{ generation: draft.generation, version: draft.version, state },
    clauses: Object.keys(met.merged),
    open: met.open.map(({ id }) => id),
    aside: met.asides.map(({ clauseId }) => clauseId),
  }
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}
