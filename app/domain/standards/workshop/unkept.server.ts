// What several wrote that cannot become a version yet: it is kept in the draft, and its readers are told.
import type { Ask } from '../../query.server.ts'
import { openDocument, wordsOf } from './document.server.ts'
import { asClauseText, clauseTrouble } from './draft.ts'
import { findDraft, meetRows } from './kept.server.ts'

/** The clauses whose live words are too short or too long. Ask for the right to draft first. */
export async function listUnkept(ask: Pick<Ask, 'db'>, sectionId: string): Promise<ReadonlySet<string>> {
  const draft = await findDraft(ask.db, sectionId)
  if (draft === null) return new Set()
  const document = openDocument(draft.state)
  const { open } = await meetRows(ask.db, sectionId, document, draft.merged)
  const unkept = open.filter(({ id }) => clauseTrouble(asClauseText(wordsOf(document, id))) !== null)
  return new Set(unkept.map(({ id }) => id))
}
