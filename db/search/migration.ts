import { type Kysely, sql } from 'kysely'
import type { DatabaseKind } from '../columns.ts'

/** The entries, and beside them an index of stems and one of letter triples. */
export async function createSearchTables(db: Kysely<never>, kind: DatabaseKind): Promise<void> {
  await db.schema
    .createTable('searchEntry')
    .addColumn('seq', 'integer', (c) =>
      kind === 'sqlite' ? c.primaryKey() : c.primaryKey().generatedAlwaysAsIdentity(),
    )
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('subjectId', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('searchEntrySubject').on('searchEntry').column('subjectId').execute()
  if (kind === 'sqlite') await createSqliteIndexes(db)
  else await createPostgresIndexes(db)
}

async function createSqliteIndexes(db: Kysely<never>): Promise<void> {
  await sql`create virtual table "searchWords" using fts5 (title, body, tokenize = 'unicode61 remove_diacritics 0')`.execute(
    db,
  )
  await sql`create virtual table "searchFragments" using fts5 (title, body, tokenize = 'trigram')`.execute(db)
  // Without this FTS5 keeps the words of a removed text until it happens to merge its pages.
  await sql`insert into "searchWords" ("searchWords", rank) values ('secure-delete', 1)`.execute(db)
  await sql`insert into "searchFragments" ("searchFragments", rank) values ('secure-delete', 1)`.execute(db)
}

async function createPostgresIndexes(db: Kysely<never>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db)
  await sql`
    create table "searchText" (
      seq integer primary key references "searchEntry" (seq) on delete cascade,
      words tsvector not null,
      title text not null,
      body text not null
    )`.execute(db)
  await sql`create index "searchTextWords" on "searchText" using gin (words)`.execute(db)
  await sql`create index "searchTextFragments" on "searchText" using gin (title gin_trgm_ops, body gin_trgm_ops)`.execute(
    db,
  )
}
