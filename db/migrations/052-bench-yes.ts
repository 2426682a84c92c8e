import type { Step } from '../migrate.ts'

/** On which bench those sit whose vote must have a yes of every bench. */
export const benchYes: Step = async (db) => {
  await db.schema
    .createTable('benchSeat')
    .addColumn('pollId', 'text', (c) => c.notNull().references('poll.id'))
    .addColumn('accountId', 'text', (c) => c.notNull())
    .addColumn('bench', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('benchSeatKey', ['pollId', 'accountId'])
    .execute()
}
