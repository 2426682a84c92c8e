// Knows what the search index keeps of a thing people can find.
import { foldedText, stemsOf } from './words.ts'

export type EntryKind =
  | 'idea'
  | 'contribution'
  | 'poll'
  | 'agendaItem'
  | 'resolution'
  | 'minutes'
  | 'clause'
  | 'amendment'

export interface EntryText {
  /** The thing itself. */
  readonly id: string
  readonly kind: EntryKind
  /** The page it stands on: for an idea its own id, for a contribution the idea's. */
  readonly subjectId: string
  readonly title: string
  readonly body: string
}

/** The text together with its words in the shapes both databases compare. */
export interface Entry extends EntryText {
  readonly titleStems: readonly string[]
  readonly bodyStems: readonly string[]
  readonly titleFolded: string
  readonly bodyFolded: string
}

export function toEntry(text: EntryText): Entry {
  return {
    ...text,
    // PostgreSQL stores no NUL in a text.
    title: text.title.replaceAll('\0', ''),
    body: text.body.replaceAll('\0', ''),
    titleStems: stemsOf(text.title),
    bodyStems: stemsOf(text.body),
    titleFolded: foldedText(text.title),
    bodyFolded: foldedText(text.body),
  }
}
