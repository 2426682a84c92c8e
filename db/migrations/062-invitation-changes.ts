import type { Step } from '../migrate.ts'

/** What a meeting's invitation said, kept when it changes afterwards: what it said first, and when it changed last. */
export const invitationChanges: Step = async (db) => {
  await db.schema
    .createTable('invitationChange')
    .addColumn('meetingId', 'text', (c) => c.notNull().references('meeting.id'))
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('itemId', 'text', (c) => c.notNull())
    .addColumn('invited', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('invitationChangeOnce', ['meetingId', 'what', 'itemId'])
    .execute()
}
