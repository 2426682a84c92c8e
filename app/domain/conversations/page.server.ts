// Which contributions stand on one page of a conversation. A short one is read as a whole; of a long one pages are ranges of
// keys, and nothing is counted off row by row.
import type { ContributionTable } from '#db/tables.ts'
import type { Ask } from '../query.server.ts'
import { type Section, sections } from './contribution.ts'
import {
  type Conversation,
  contributionsPerPage,
  numbersOnPage,
  repliesShown,
  type View,
} from './conversation.ts'

export interface Rows {
  /** What stands on its own on this page, in order. */
  readonly roots: readonly ContributionTable[]
  /** What answers them, in order of time. */
  readonly replies: readonly Reply[]
  /** How many the whole conversation has in each section. */
  readonly counts: ReadonlyMap<Section, number>
}

export interface Reply extends ContributionTable {
  /** How many replies its whole branch has. */
  readonly branch: number
}

export interface Wanted {
  readonly view: View
  /** From 1; null for everything on one page. */
  readonly page: number | null
}

/** Most conversations are no longer than two pages: one question for all of it costs less than four for a page. */
const shortAtMost = 2 * contributionsPerPage

export async function rowsOnPage(
  ask: Ask,
  { id, contributionCount }: Pick<Conversation, 'id' | 'contributionCount'>,
  wanted: Wanted,
): Promise<Rows> {
  if (contributionCount <= shortAtMost) return cutPage(await byTime(ask, id, null), wanted)
  // Counting walks the whole conversation, so a page does it once.
  const counts = await countSections(ask, id)
  if (wanted.view === 'time') return { roots: await byTime(ask, id, wanted.page), replies: [], counts }
  const roots = await byReasons(ask, id, wanted.page, counts)
  return { roots, replies: await repliesTo(ask, id, roots, wanted.page === null), counts }
}

/** The page cut out of a conversation that was read as a whole. */
function cutPage(all: readonly ContributionTable[], { view, page }: Wanted): Rows {
  const counts = new Map<Section, number>()
  for (const { section } of all) counts.set(section as Section, (counts.get(section as Section) ?? 0) + 1)
  if (view === 'time') {
    const { first, last } = page === null ? { first: 1, last: Number.MAX_SAFE_INTEGER } : numbersOnPage(page)
    return { roots: all.filter(({ number }) => number >= first && number <= last), replies: [], counts }
  }
  const inOrder = sections.flatMap((section) => all.filter((row) => row.section === section))
  const from = page === null ? 0 : (page - 1) * contributionsPerPage
  const roots = inOrder.slice(from, page === null ? undefined : from + contributionsPerPage)
  const shown = new Set<ContributionTable>()
  const branches = new Map<number, number>()
  for (const { number } of roots) {
    const branch = all.filter(({ rootNumber, depth }) => rootNumber === number && depth > 0)
    branches.set(number, branch.length)
    for (const reply of branch.slice(0, page === null ? undefined : repliesShown)) shown.add(reply)
  }
  const replies = all
    .filter((row) => shown.has(row))
    .map((row) => ({ ...row, branch: branches.get(row.rootNumber) ?? 0 }))
  return { roots, replies, counts }
}

async function byTime(ask: Ask, conversationId: string, page: number | null) {
  let query = ask.db.selectFrom('contribution').selectAll().where('conversationId', '=', conversationId)
  if (page !== null) {
    const { first, last } = numbersOnPage(page)
    query = query.where('number', '>=', first).where('number', '<=', last)
  }
  return query.orderBy('number').execute()
}

/** Section by section: skips whole sections by their counts, then finds the first key of the page inside one. */
async function byReasons(
  ask: Ask,
  conversationId: string,
  page: number | null,
  counts: ReadonlyMap<Section, number>,
) {
  let skip = page === null ? 0 : (page - 1) * contributionsPerPage
  let room = page === null ? Number.POSITIVE_INFINITY : contributionsPerPage
  const roots: ContributionTable[] = []
  for (const section of sections) {
    const count = counts.get(section) ?? 0
    if (skip >= count) {
      skip -= count
      continue
    }
    const first = skip === 0 ? 1 : await keyAt(ask, conversationId, section, skip)
    const rows = await ask.db
      .selectFrom('contribution')
      .selectAll()
      .where('conversationId', '=', conversationId)
      .where('section', '=', section)
      .where('number', '>=', first)
      .orderBy('number')
      .$if(Number.isFinite(room), (query) => query.limit(room))
      .execute()
    roots.push(...rows)
    room -= rows.length
    skip = 0
    if (room <= 0) break
  }
  return roots
}

async function countSections(ask: Ask, conversationId: string): Promise<ReadonlyMap<Section, number>> {
  const rows = await ask.db
    .selectFrom('contribution')
    .select(['section', (eb) => eb.fn.countAll().as('count')])
    .where('conversationId', '=', conversationId)
    .groupBy('section')
    .execute()
  return new Map(rows.map((row) => [row.section as Section, Number(row.count)]))
}

/** Walks the index alone, which holds nothing but the keys; the rows are then read by their range. */
async function keyAt(ask: Ask, conversationId: string, section: Section, place: number): Promise<number> {
  const row = await ask.db
    .selectFrom('contribution')
    .select('number')
    .where('conversationId', '=', conversationId)
    .where('section', '=', section)
    .orderBy('number')
    .limit(1)
    .offset(place)
    .executeTakeFirst()
  return Number(row?.number ?? 1)
}

async function repliesTo(
  ask: Ask,
  conversationId: string,
  roots: readonly ContributionTable[],
  all: boolean,
): Promise<readonly Reply[]> {
  const answered = roots.filter((root) => root.replyCount > 0).map((root) => root.number)
  if (answered.length === 0) return []
  return ask.db
    .selectFrom((eb) =>
      eb
        .selectFrom('contribution')
        .selectAll()
        .select((inner) =>
          inner.fn
            .agg<number>('row_number')
            .over((over) => over.partitionBy('rootNumber').orderBy('number'))
            .as('place'),
        )
        .select((inner) =>
          inner.fn
            .countAll<number>()
            .over((over) => over.partitionBy('rootNumber'))
            .as('branch'),
        )
        .where('conversationId', '=', conversationId)
        .where('rootNumber', 'in', answered)
        .where('depth', '>', 0)
        .as('reply'),
    )
    .selectAll()
    .$if(!all, (query) => query.where('place', '<=', repliesShown))
    .orderBy('number')
    .execute()
}
