// Moves contributions between two conversations and keeps their numbers whole; `renumber` says by which rule.
import type { Work } from '../run.server.ts'
import type { Idea } from './idea.ts'
import { type Numbered, renumber } from './merge.ts'

/** All of them come along and stand behind what is there, as if posted now. */
export async function bringContributions(work: Work, idea: Idea, into: Idea): Promise<void> {
  const counts = await lockConversations(work, [idea.conversationId, into.conversationId])
  const coming = await contributionsOf(work, idea.conversationId)
  const there = counts.get(into.conversationId) ?? 0
  for (const { id, number, rootNumber } of renumber(coming, there)) {
    await work.tx
      .updateTable('contribution')
      .set((eb) => ({
        conversationId: into.conversationId,
        number,
        rootNumber,
        // One that was brought here before keeps its first home.
        movedFromId: eb.fn.coalesce('movedFromId', eb.val(idea.conversationId)),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', id)
      .execute()
    await moveInIndex(work, id, into.id)
  }
  await setCount(work, idea.conversationId, 0)
  await setCount(work, into.conversationId, there + coming.length)
}

/** What came from there goes back, and every reply written below it meanwhile: an answer stays with its question. */
export async function giveBackContributions(
  work: Work,
  idea: Idea,
  from: Idea,
  sources: readonly Idea[],
): Promise<void> {
  await lockConversations(work, [idea.conversationId, from.conversationId])
  const homes = sources.map((source) => source.conversationId)
  const all = await contributionsOf(work, from.conversationId)
  const roots = new Set(
    all.filter((one) => one.movedFromId && homes.includes(one.movedFromId)).map((one) => one.rootNumber),
  )
  const leaving = all.filter((one) => roots.has(one.rootNumber))
  const staying = all.filter((one) => !roots.has(one.rootNumber))
  for (const { id, number, rootNumber } of renumber(leaving, 0)) {
    await work.tx
      .updateTable('contribution')
      .set((eb) => ({
        conversationId: idea.conversationId,
        number,
        rootNumber,
        movedFromId: eb.fn<string | null>('nullif', ['movedFromId', eb.val(idea.conversationId)]),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', id)
      .execute()
    await moveInIndex(work, id, idea.id)
  }
  // In rising order: every number moves into a place that has just become free.
  for (const { id, number, rootNumber } of renumber(staying, 0)) {
    await work.tx
      .updateTable('contribution')
      .set((eb) => ({ number, rootNumber, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  }
  await setCount(work, idea.conversationId, leaving.length)
  await setCount(work, from.conversationId, staying.length)
  await moveReaders(work, from.conversationId, staying)
}

/** Whoever had read up to a number has now read as many of those that stayed. */
async function moveReaders(work: Work, conversationId: string, staying: readonly Numbered[]): Promise<void> {
  const readers = await work.tx
    .selectFrom('reading')
    .select(['accountId', 'number'])
    .where('conversationId', '=', conversationId)
    .execute()
  for (const reader of readers) {
    await work.tx
      .updateTable('reading')
      .set({ number: staying.filter((one) => one.number <= reader.number).length })
      .where('conversationId', '=', conversationId)
      .where('accountId', '=', reader.accountId)
      .execute()
  }
}

async function contributionsOf(work: Work, conversationId: string) {
  return work.tx
    .selectFrom('contribution')
    .select(['id', 'number', 'rootNumber', 'movedFromId'])
    .where('conversationId', '=', conversationId)
    .orderBy('number')
    .execute()
}

/** Nobody posts in between; always in the same order, so that two merges cannot wait for each other. */
async function lockConversations(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const id of [...ids].sort()) {
    const row = await work.tx
      .updateTable('conversation')
      .set((eb) => ({ version: eb('version', '+', 1), movedAt: work.now }))
      .where('id', '=', id)
      .returning('contributionCount')
      .executeTakeFirstOrThrow()
    counts.set(id, Number(row.contributionCount))
  }
  return counts
}

async function setCount(work: Work, conversationId: string, contributionCount: number): Promise<void> {
  await work.tx
    .updateTable('conversation')
    .set({ contributionCount })
    .where('id', '=', conversationId)
    .execute()
}

/** The words are the same; only the page they stand on is another. */
async function moveInIndex(work: Work, contributionId: string, ideaId: string): Promise<void> {
  await work.tx
    .updateTable('searchEntry')
    .set({ subjectId: ideaId })
    .where('id', '=', contributionId)
    .execute()
}
