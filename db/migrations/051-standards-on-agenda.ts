import type { Step } from '../migrate.ts'

/** Sections that lie before the Round Table; amendments keep their item themselves. */
export const standardsOnAgenda: Step = async (db) => {
  await db.schema
    .createTable('sectionOnAgenda')
    .addColumn('sectionId', 'text', (c) => c.primaryKey().notNull().references('section.id'))
    .addColumn('itemId', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('sectionOfItem').on('sectionOnAgenda').column('itemId').execute()
  await db.schema.createIndex('amendmentOfItem').on('amendment').column('agendaItemId').execute()
}
