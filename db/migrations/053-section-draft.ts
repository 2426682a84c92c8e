import type { Step } from '../migrate.ts'

/**
 * The working text of a section while several write it, with the generation that ties open pages to it, and what could
 * not be merged. The draft table of the first standards step was never written to; it is made anew.
 */
export const sectionDraft: Step = async (db) => {
  await db.schema.dropTable('sectionDraft').execute()
  await db.schema
    .createTable('sectionDraft')
    .addColumn('sectionId', 'text', (c) => c.primaryKey().notNull().references('section.id'))
    .addColumn('generation', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('merged', 'text', (c) => c.notNull())
    .addColumn('savedAt', 'text', (c) => c.notNull())
    .addColumn('unsettledSince', 'text')
    .addColumn('writerId', 'text', (c) => c.references('account.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('draftAside')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('sectionId', 'text', (c) => c.notNull().references('section.id'))
    .addColumn('clauseId', 'text', (c) => c.notNull().references('clause.id'))
    .addColumn('why', 'text', (c) => c.notNull())
    .addColumn('base', 'text', (c) => c.notNull())
    .addColumn('ours', 'text', (c) => c.notNull())
    .addColumn('theirs', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('draftAsideBySection').on('draftAside').column('sectionId').execute()
}
