// Full text search behind four verbs. Texts and questions arrive already stemmed (`app/domain/search`).
import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely'
import type { Entry, EntryKind, EntryText } from '#app/domain/search/entry.ts'
import type { ParsedQuery } from '#app/domain/search/query.ts'
import type { SimilarQuery } from '#app/domain/search/similar.ts'
import type { DatabaseKind } from '../columns.ts'
import type { Tables } from '../tables.ts'
import { postgresSearch } from './postgres.ts'
import { sqliteSearch } from './sqlite.ts'

export interface SearchIndex {
  /** Adds the entry or replaces the one with its id. */
  put(tx: Kysely<Tables>, entry: Entry): Promise<void>
  /** Leaves no word of it behind. An unknown id is no mistake. */
  remove(tx: Kysely<Tables>, id: string): Promise<void>
  /** First what has the words, then what has them inside longer words; in each the best first, then the newest. */
  find(db: Kysely<Tables>, query: ParsedQuery, options: FindOptions): Promise<readonly SearchHit[]>
  /** Entries with any of the words, roughly the closest first, for `rankSimilar` to judge. */
  similar(db: Kysely<Tables>, query: SimilarQuery, options: SimilarOptions): Promise<readonly EntryText[]>
}

export interface FindOptions extends Filter {
  readonly limit: number
  readonly offset: number
}

export interface SimilarOptions extends Filter {
  readonly limit: number
}

export interface Filter {
  /** All kinds when not given. */
  readonly kinds?: readonly EntryKind[]
  /** What this person may see, as a condition on the entry; it may reach into any table by a subquery. */
  readonly visible?: (entry: ExpressionBuilder<Tables, 'searchEntry'>) => Expression<SqlBool>
}

export interface SearchHit extends EntryText {
  readonly tier: Tier
  /** Larger is better; to be compared only within one answer and one tier. */
  readonly score: number
}

export type Tier = 'words' | 'fragments'

export function searchIndexFor(kind: DatabaseKind): SearchIndex {
  return kind === 'sqlite' ? sqliteSearch : postgresSearch
}
