// Search on PostgreSQL: beside each entry a tsvector of its stems and its folded text, in which letter triples are indexed.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Entry } from '#app/domain/search/entry.ts'
import type { Term } from '#app/domain/search/query.ts'
import { candidatesInOrder, type Hit, hitsInOrder } from './answer.ts'
import type { SearchIndex } from './index.ts'

export const postgresSearch: SearchIndex = {
  async put(tx, entry) {
    const { id, kind, subjectId, title, body } = entry
    const { seq } = await tx
      .insertInto('searchEntry')
      .values({ id, kind, subjectId, title, body })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ kind, subjectId, title, body }))
      .returning('seq')
      .executeTakeFirstOrThrow()
    await sql`
      insert into "searchText" (seq, words, title, body)
      values (${seq}, cast(${vectorOf(entry)} as tsvector), ${entry.titleFolded}, ${entry.bodyFolded})
      on conflict (seq) do update set words = excluded.words, title = excluded.title, body = excluded.body`.execute(
      tx,
    )
  },

  async remove(tx, id) {
    await tx.deleteFrom('searchEntry').where('id', '=', id).execute()
  },

  async find(db, query, options) {
    if (query.terms.length === 0) return []
    const words = query.terms.map(wordsExpression).join(' & ')
    const fragments = query.terms.flatMap(fragmentsOf)
    if (fragments.length === 0) {
      return hitsInOrder(db, { words: byWords(words), fragments: null }, options, options)
    }
    const byFragments = sql<Hit>`
      select seq, 'fragments' as tier, ${scoreInside(fragments)} as score
      from "searchText" where not words @@ cast(${words} as tsquery)
        and ${sql.join(query.terms.map(hasTerm), sql` and `)}`
    return hitsInOrder(db, { words: byWords(words), fragments: byFragments }, options, options)
  },

  async similar(db, query, options) {
    if (query.stems.length === 0) return []
    const words = byWords(query.stems.map(quote).join(' | '))
    if (query.fragments.length === 0) return candidatesInOrder(db, words, options, options.limit)
    const byFragments = sql<Hit>`
      select seq, 'fragments' as tier, ${scoreInside(query.fragments)} as score
      from "searchText" where ${containsAny(query.fragments)}`
    return candidatesInOrder(db, sql<Hit>`${words} union all ${byFragments}`, options, options.limit)
  },
}

/** Weights for D, C, B, A: a word in the title (A) counts four times one in the body (D); long texts count less. */
function byWords(words: string): RawBuilder<Hit> {
  return sql<Hit>`
    select seq, 'words' as tier,
      cast(ts_rank('{0.25, 0.25, 0.25, 1}', words, cast(${words} as tsquery), 1) as double precision) as score
    from "searchText" where words @@ cast(${words} as tsquery)`
}

function wordsExpression(term: Term): string {
  const stems = term.stems.map(quote)
  return `(${stems.join(term.kind === 'phrase' ? ' <-> ' : ' | ')})`
}

/** A word of the question may stand by itself in one entry and inside a longer word in the next. */
function hasTerm(term: Term): RawBuilder<SqlBool> {
  const alone = sql<SqlBool>`words @@ cast(${wordsExpression(term)} as tsquery)`
  const fragments = fragmentsOf(term)
  return fragments.length === 0 ? alone : sql<SqlBool>`(${alone} or ${containsAny(fragments)})`
}

function fragmentsOf(term: Term): readonly string[] {
  return term.kind === 'word' ? term.fragments : []
}

/** `like` is the only comparison for parts of words the triples help with; stems hold no sign it would read as its own. */
function containsAny(fragments: readonly string[]): RawBuilder<SqlBool> {
  const each = fragments.map((fragment) => sql`title like ${`%${fragment}%`} or body like ${`%${fragment}%`}`)
  return sql<SqlBool>`(${sql.join(each, sql` or `)})`
}

function scoreInside(fragments: readonly string[]): RawBuilder<number> {
  const each = fragments.map(
    (fragment) => sql`
      case when position(${fragment} in title) > 0 then 4 else 0 end
      + case when position(${fragment} in body) > 0 then 1 else 0 end`,
  )
  return sql<number>`cast(${sql.join(each, sql` + `)} as double precision)`
}

/** Positions let phrases be found; a gap keeps them from running from the title into the body. */
const gap = 10
const lastPosition = 16_383
const mostPositions = 255

function vectorOf(entry: Entry): string {
  const places = new Map<string, string[]>()
  const note = (stem: string, position: number, weight: 'A' | 'D') => {
    const known = places.get(stem) ?? []
    places.set(stem, known)
    if (position <= lastPosition && known.length < mostPositions) known.push(`${position}${weight}`)
  }
  for (const [index, stem] of entry.titleStems.entries()) note(stem, index + 1, 'A')
  const start = entry.titleStems.length + gap
  for (const [index, stem] of entry.bodyStems.entries()) note(stem, start + index, 'D')
  return [...places]
    .map(([stem, at]) => (at.length === 0 ? quote(stem) : `${quote(stem)}:${at.join(',')}`))
    .join(' ')
}

/** Cast from text, a quoted stem stays as it is: PostgreSQL's own parser would take "3d" or "e5" apart. */
function quote(stem: string): string {
  return `'${stem.replaceAll("'", "''")}'`
}
