// The tables of the search that Kysely sees; the indexes beside them differ and stay inside this folder.
import type { Generated } from 'kysely'

export interface SearchTables {
  searchEntry: SearchEntryTable
}

/** Everything that can be found, as it was written. Pages join it with their own tables. */
export interface SearchEntryTable {
  /** Connects an entry with its rows in the indexes. */
  seq: Generated<number>
  id: string
  kind: 'idea' | 'contribution' | 'poll' | 'agendaItem' | 'resolution' | 'minutes' | 'clause' | 'amendment'
  subjectId: string
  title: string
  body: string
}
