// Search on SQLite: two FTS5 tables over the rows of `searchEntry`, one of stems, one of letter triples.
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Term } from '#app/domain/search/query.ts'
import type { Tables } from '../tables.ts'
import { candidatesInOrder, type Hit, hitsInOrder } from './answer.ts'
import type { SearchIndex } from './index.ts'

export const sqliteSearch: SearchIndex = {
  async put(tx, entry) {
    const { id, kind, subjectId, title, body } = entry
    const { seq } = await tx
      .insertInto('searchEntry')
      .values({ id, kind, subjectId, title, body })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ kind, subjectId, title, body }))
      .returning('seq')
      .executeTakeFirstOrThrow()
    await forget(tx, seq)
    await sql`insert into "searchWords" (rowid, title, body)
      values (${seq}, ${entry.titleStems.join(' ')}, ${entry.bodyStems.join(' ')})`.execute(tx)
    await sql`insert into "searchFragments" (rowid, title, body)
      values (${seq}, ${entry.titleFolded}, ${entry.bodyFolded})`.execute(tx)
  },

  async remove(tx, id) {
    const entry = await tx.deleteFrom('searchEntry').where('id', '=', id).returning('seq').executeTakeFirst()
    if (entry) await forget(tx, entry.seq)
  },

  async find(db, query, options) {
    if (query.terms.length === 0) return []
    const words = query.terms.map(wordsExpression).join(' AND ')
    const byWords = sql<Hit>`
      select rowid as seq, 'words' as tier, -bm25("searchWords", 4.0, 1.0) as score
      from "searchWords" where "searchWords" match ${words}`
    const fragments = query.terms.flatMap(fragmentsOf)
    if (fragments.length === 0) return hitsInOrder(db, { words: byWords, fragments: null }, options, options)
    const byFragments = sql<Hit>`
      select rowid as seq, 'fragments' as tier, -bm25("searchFragments", 4.0, 1.0) as score
      from "searchFragments" where "searchFragments" match ${either(fragments)}
        and +rowid not in (select rowid from "searchWords" where "searchWords" match ${words})
        ${query.terms.length === 1 ? sql`` : sql`and ${sql.join(query.terms.map(hasTerm), sql` and `)}`}`
    return hitsInOrder(db, { words: byWords, fragments: byFragments }, options, options)
  },

  async similar(db, query, options) {
    if (query.stems.length === 0) return []
    const byWords = sql<Hit>`
      select rowid as seq, 'words' as tier, -bm25("searchWords", 4.0, 1.0) as score
      from "searchWords" where "searchWords" match ${either(query.stems)}`
    if (query.fragments.length === 0) return candidatesInOrder(db, byWords, options, options.limit)
    const byFragments = sql`
      select rowid as seq, 'fragments' as tier, -bm25("searchFragments", 4.0, 1.0) as score
      from "searchFragments" where "searchFragments" match ${either(query.fragments)}`
    return candidatesInOrder(db, sql<Hit>`${byWords} union all ${byFragments}`, options, options.limit)
  },
}

async function forget(tx: Kysely<Tables>, seq: number): Promise<void> {
  await sql`delete from "searchWords" where rowid = ${seq}`.execute(tx)
  await sql`delete from "searchFragments" where rowid = ${seq}`.execute(tx)
}

function wordsExpression(term: Term): string {
  return term.kind === 'phrase' ? quote(term.stems.join(' ')) : either(term.stems)
}

/**
 * A word of the question may stand by itself in one entry and inside a longer word in the next.
 * The plus sign keeps SQLite from asking FTS5 anew for every single row of the list, a hundred times slower.
 */
function hasTerm(term: Term): RawBuilder<SqlBool> {
  const alone = sql`select rowid from "searchWords" where "searchWords" match ${wordsExpression(term)}`
  const fragments = fragmentsOf(term)
  if (fragments.length === 0) return sql<SqlBool>`+rowid in (${alone})`
  const inside = sql`select rowid from "searchFragments" where "searchFragments" match ${either(fragments)}`
  return sql<SqlBool>`+rowid in (${alone} union ${inside})`
}

function fragmentsOf(term: Term): readonly string[] {
  return term.kind === 'word' ? term.fragments : []
}

function either(stems: readonly string[]): string {
  return `(${stems.map(quote).join(' OR ')})`
}

/** Unquoted, FTS5 would read AND, NEAR or a column's name as its own, and throw. */
function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
