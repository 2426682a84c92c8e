import type { Step } from '../migrate.ts'

/** Second votes between those tied for the last seats, and what came out when they had decided. */
export const electionRunOffs: Step = async (db) => {
  await db.schema.alterTable('election').addColumn('settled', 'text').execute()
  await db.schema
    .createTable('electionRunOff')
    .addColumn('electionId', 'text', (c) => c.notNull().references('election.id'))
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('pollId', 'text', (c) => c.notNull().references('poll.id'))
    .addColumn('between', 'text', (c) => c.notNull())
    .addColumn('seats', 'integer', (c) => c.notNull())
    .addColumn('winners', 'text')
    .addColumn('seed', 'text')
    .addPrimaryKeyConstraint('electionRunOffKey', ['electionId', 'place'])
    .execute()
}
