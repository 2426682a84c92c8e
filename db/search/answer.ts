// The part of a search that reads the same on both databases: hits joined with their entries, filtered and put in order.
import { expressionBuilder, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { EntryText } from '#app/domain/search/entry.ts'
import type { Tables } from '../tables.ts'
import type { Filter, SearchHit, Tier } from './index.ts'

/** One row per entry found. */
export interface Hit {
  readonly seq: number
  readonly tier: Tier
  readonly score: number
}

export interface Page {
  readonly limit: number
  readonly offset: number
}

/** What is found in either index; those of the second come behind all of the first. */
export interface Tiers {
  readonly words: RawBuilder<Hit>
  readonly fragments: RawBuilder<Hit> | null
}

/**
 * Where the words alone fill the page, fragments are not looked for. Entries are read, and asked whether they may be shown,
 * only for the best hits, since a common word has tens of thousands; all of them only where too few of the best may be shown.
 */
export async function hitsInOrder(
  db: Kysely<Tables>,
  { words, fragments }: Tiers,
  filter: Filter,
  page: Page,
): Promise<readonly SearchHit[]> {
  const all = fragments === null ? words : sql<Hit>`${words} union all ${fragments}`
  const most = (page.offset + page.limit) * 4
  for (const hits of fragments === null ? [words] : [words, all]) {
    const best = sql<Hit>`
      select seq, tier, score from (${hits}) as every order by tier desc, score desc, seq desc limit ${most}`
    const rows = await inOrder(db, best, filter, page)
    if (rows.length === page.limit) return rows
  }
  return await inOrder(db, all, filter, page)
}

async function inOrder(
  db: Kysely<Tables>,
  hits: RawBuilder<Hit>,
  filter: Filter,
  page: Page,
): Promise<readonly SearchHit[]> {
  const rows = await joined(db, hits, filter)
    .select(['hit.tier', 'hit.score'])
    // "words" sorts after "fragments", in every collation.
    .orderBy('hit.tier', 'desc')
    .orderBy('hit.score', 'desc')
    .orderBy('searchEntry.seq', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return rows.map((row) => ({ ...row, score: Number(row.score) }))
}

/** As above, for an entry that may be hit in both indexes. */
export async function candidatesInOrder(
  db: Kysely<Tables>,
  hits: RawBuilder<Hit>,
  filter: Filter,
  limit: number,
): Promise<readonly EntryText[]> {
  return await joined(db, hits, filter)
    .groupBy('searchEntry.seq')
    .orderBy((eb) => eb.fn.max('hit.tier'), 'desc')
    .orderBy((eb) => eb.fn.max('hit.score'), 'desc')
    .orderBy('searchEntry.seq', 'desc')
    .limit(limit)
    .execute()
}

/** Materialized, or SQLite may move the ranking function to a place where FTS5 cannot answer it. */
function joined(db: Kysely<Tables>, hits: RawBuilder<Hit>, filter: Filter) {
  const { kinds, visible } = filter
  return db
    .with(
      (cte) => cte('hit').materialized(),
      () => sql<Hit>`(${hits})`,
    )
    .selectFrom('searchEntry')
    .innerJoin('hit', 'hit.seq', 'searchEntry.seq')
    .select([
      'searchEntry.id',
      'searchEntry.kind',
      'searchEntry.subjectId',
      'searchEntry.title',
      'searchEntry.body',
    ])
    .$if(kinds !== undefined, (found) =>
      // PostgreSQL takes no empty list.
      kinds?.length ? found.where('searchEntry.kind', 'in', kinds) : found.where(sql<SqlBool>`1 = 0`),
    )
    .$if(visible !== undefined, (found) =>
      visible === undefined ? found : found.where(visible(expressionBuilder<Tables, 'searchEntry'>())),
    )
}
