import type { Step } from '../migrate.ts'
import { createSearchTables } from '../search/migration.ts'

/** The two search indexes, each database in its own way. */
export const search: Step = (db, kind) => createSearchTables(db, kind)
