// The document of a section as Yjs keeps it: one text for each clause, so that a clause keeps its name whatever is written.
import * as Y from 'yjs'
import { lettersBetween } from '../text/letters.ts'
import { draftLimits } from './draft.ts'

export function openDocument(state: Uint8Array | null): Y.Doc {
  const document = new Y.Doc()
  if (state) Y.applyUpdate(document, state)
  return document
}

export function wordsOf(document: Y.Doc, clauseId: string): string {
  return document.getText(clauseId).toString()
}

/** Puts other words in place of a clause's, as few letters as can be: whoever has the cursor there keeps it. */
export function rewrite(document: Y.Doc, clauseId: string, words: string): void {
  const text = document.getText(clauseId)
  document.transact(() => {
    for (const { at, removed, added } of lettersBetween(text.toString(), words)) {
      if (removed > 0) text.delete(at, removed)
      if (added !== '') text.insert(at, added)
    }
  })
}

export function lettersIn(document: Y.Doc): number {
  let letters = 0
  for (const clauseId of document.share.keys()) letters += document.getText(clauseId).length
  return letters
}

export type BadWriting = 'not-readable' | 'too-large'

/**
 * What somebody else's program sends is read before it is believed: a writing puts letters into clauses of this section,
 * or takes letters out, and does nothing else.
 */
export function badWriting(
  writing: Uint8Array,
  clauses: ReadonlySet<string>,
  lettersSoFar: number,
): BadWriting | null {
  if (writing.length > draftLimits.writing) return 'too-large'
  let read: ReturnType<typeof Y.decodeUpdate>
  try {
    read = Y.decodeUpdate(writing)
  } catch {
    return 'not-readable'
  }
  let letters = 0
  for (const struct of read.structs) {
    if (!(struct instanceof Y.Item)) continue
    const { content } = struct
    // Read from the wire a parent is the name of a text, a place in one, or left out beside a neighbour.
    const parent = struct.parent as unknown
    if (struct.parentSub !== null || parent instanceof Y.ID) return 'not-readable'
    if (typeof parent === 'string' && !clauses.has(parent)) return 'not-readable'
    if (content instanceof Y.ContentString) {
      letters += content.str.length
    } else if (!(content instanceof Y.ContentDeleted)) {
      return 'not-readable'
    }
  }
  return lettersSoFar + letters > draftLimits.letters ? 'too-large' : null
}
