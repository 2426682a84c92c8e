// Keeps the search index in step: written in the same transaction as the deed that changes a text.
import { searchIndexFor } from '#db/search/index.ts'
import type { Work } from '../run.server.ts'
import { type EntryText, toEntry } from './entry.ts'

export async function putIntoIndex(work: Work, text: EntryText): Promise<void> {
  await searchIndexFor(work.platform.database.kind).put(work.tx, toEntry(text))
}

export async function removeFromIndex(work: Work, id: string): Promise<void> {
  await searchIndexFor(work.platform.database.kind).remove(work.tx, id)
}
