// Every form by those who may not send it, from other sites, with ids of others, and at last by somebody who may.
import type { Book } from './book.ts'
import { tryFromElsewhere } from './from-elsewhere.ts'
import type { ShownForms } from './reading.ts'
import type { Canary } from './room.ts'
import type { Town } from './town.ts'
import { casesOf, prove, tryWithForeignIds, tryWithoutRight } from './writing.ts'

export async function sendEverything(
  town: Town,
  book: Book,
  canaries: readonly Canary[],
  shown: ShownForms,
): Promise<void> {
  const cases = await casesOf(town, book, shown)
  for (const one of cases) await tryWithoutRight(town, book, canaries, one)
  for (const one of cases) await tryFromElsewhere(town, book, one)
  for (const one of cases.filter(({ post }) => post.theirs)) await tryWithForeignIds(town, book, one)
  for (const one of cases.filter(({ post }) => !post.last)) await prove(town, book, one)
  for (const one of cases.filter(({ post }) => post.last)) {
    await town.again()
    await prove(town, book, one)
  }
}
