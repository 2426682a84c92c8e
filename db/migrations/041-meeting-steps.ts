import type { Step } from '../migrate.ts'

/** What happens in a meeting, step by step, and the silent signals, which are counts and never people. */
export const meetingSteps: Step = async (db) => {
  await db.schema
    .createTable('meetingStep')
    .addColumn('meetingId', 'text', (c) => c.notNull().references('meeting.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('byId', 'text')
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull())
    .addColumn('undoneAt', 'text')
    .addPrimaryKeyConstraint('meetingStepKey', ['meetingId', 'number'])
    .execute()
  await db.schema
    .createTable('meetingSignal')
    .addColumn('meetingId', 'text', (c) => c.notNull().references('meeting.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('minute', 'text', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('meetingSignalKey', ['meetingId', 'kind', 'minute'])
    .execute()
}
