// What was written live becomes a version of its clause: when the words have rested, and whenever a form needs them.
import * as Y from 'yjs'
import type { Platform, Rendered } from '../../platform.ts'
import { refuse } from '../../refusal.ts'
import { prepared, type Work } from '../../run.server.ts'
import { getSection, saveWords } from '../clause.server.ts'
import { reword } from '../clause.ts'
import { getStandard, standardSubject } from '../standard.server.ts'
import { keepAsides } from './aside.server.ts'
import { lettersIn, openDocument, rewrite, wordsOf } from './document.server.ts'
import { asClauseText, clauseTrouble, isQuiet, worthBeginningAnew } from './draft.ts'
import { type Draft, findDraft, type Merged, meetRows } from './kept.server.ts'
import { storeDraft } from './save.server.ts'

interface Settling {
  readonly sectionId: string
  readonly rendered: ReadonlyMap<string, Rendered>
}

/** Nothing to settle is no mistake: forms and jobs ask without knowing. */
export const settleDraft = prepared(
  async (platform: Platform, { sectionId }: { readonly sectionId: string }): Promise<Settling> => {
    const rendered = new Map<string, Rendered>()
    const draft = await findDraft(platform.database.read, sectionId)
    if (draft === null || draft.unsettledSince === null) return { sectionId, rendered }
    const document = openDocument(draft.state)
    const { open } = await meetRows(platform.database.read, sectionId, document, draft.merged)
    for (const { id, text } of open) {
      const words = asClauseText(wordsOf(document, id))
      if (words !== text && clauseTrouble(words) === null) rendered.set(words, await platform.render(words))
    }
    return { sectionId, rendered }
  },
  async (work: Work, { sectionId, rendered }: Settling): Promise<void> => {
    const draft = await findDraft(work.tx, sectionId)
    if (draft === null) return
    const section = await getSection(work.tx, sectionId)
    const standard = await getStandard(work.tx, section.standardId)
    work.require('standard.keep-draft', standardSubject(standard))
    const document = openDocument(draft.state)
    if (draft.unsettledSince === null) {
      // Only where nobody has written for a while: pages bring no words then, and nothing can come twice.
      if (!isQuiet(work.now, draft.savedAt) || !worthBeginningAnew(draft.state.length, lettersIn(document)))
        return
      await storeDraft(work, sectionId, begunAnew(work, { ...draft, version: draft.version + 1 }))
      await work.record({ type: 'draft.saved', standardId: standard.id, sectionId })
      return
    }
    const met = await meetRows(work.tx, sectionId, document, draft.merged)
    const merged: Record<string, Merged[string]> = { ...met.merged }
    for (const clause of met.open) {
      const text = asClauseText(wordsOf(document, clause.id))
      if (text === clause.text || clauseTrouble(text) !== null) continue
      const words = rendered.get(text)
      if (!words) throw refuse('somebody_was_faster')
      const changed = reword(clause, { text, ...words })
      await saveWords(work, changed, { how: 'edited', byId: draft.writerId })
      merged[clause.id] = { of: changed.version }
      await work.record({
        ...{ type: 'clause.changed', standardId: standard.id },
        ...{ clauseId: clause.id, number: changed.version },
      })
    }
    await storeDraft(work, sectionId, {
      ...{ generation: draft.generation, state: Y.encodeStateAsUpdate(document), merged },
      ...{ unsettledSince: null, writerId: null, savedAt: work.now, version: draft.version + 1 },
    })
    await keepAsides(work, sectionId, met.asides)
    await work.record({ type: 'draft.saved', standardId: standard.id, sectionId })
  },
)

/** The same words in a document without a past; pages that hold the old one bring what they have by another way. */
function begunAnew(work: Work, draft: Draft): Draft {
  const before = openDocument(draft.state)
  const fresh = openDocument(null)
  for (const clauseId of Object.keys(draft.merged)) rewrite(fresh, clauseId, wordsOf(before, clauseId))
  return { ...draft, generation: work.newId(), state: Y.encodeStateAsUpdate(fresh) }
}

/**
 * A page that has seen later saves than there are tells of a database set back to an earlier day. Its document must not
 * flow into ours as if nothing had happened.
 */
export async function beginDraftAnew(
  work: Work,
  input: { readonly sectionId: string; readonly generation: string },
): Promise<void> {
  const section = await getSection(work.tx, input.sectionId)
  const standard = await getStandard(work.tx, section.standardId)
  work.require('standard.keep-draft', standardSubject(standard))
  const draft = await findDraft(work.tx, section.id)
  if (draft === null || draft.generation !== input.generation) return
  await storeDraft(work, section.id, begunAnew(work, { ...draft, version: draft.version + 1 }))
  await work.record({ type: 'draft.saved', standardId: standard.id, sectionId: section.id })
}
