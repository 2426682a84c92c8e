// Column types that read the same on both databases: text, whole numbers, and nothing else.
import type { CreateTableBuilder } from 'kysely'

export type DatabaseKind = 'sqlite' | 'postgres'

/** ISO 8601 in UTC, such as 2026-03-12T18:00:00.000Z. Compares as text on both databases. */
export type Moment = string

/** JSON written and read by `toJson` and `fromJson`, never asked inside the database. */
export type JsonText = string

export function toJson(value: unknown): JsonText {
  return JSON.stringify(value)
}

export function fromJson<T>(text: JsonText): T {
  return JSON.parse(text) as T
}

/** The key every thing has: text, made by us, ordered by time. */
export function withId<T extends string>(table: CreateTableBuilder<T, never>) {
  return table.addColumn('id', 'text', (column) => column.primaryKey().notNull())
}
