import type { Step } from '../migrate.ts'

/** Items that people propose for a meeting, and seats kept for those whose account does not exist yet. */
export const agendaProposals: Step = async (db) => {
  await db.schema
    .createTable('agendaProposal')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('meetingId', 'text', (c) => c.notNull().references('meeting.id'))
    .addColumn('authorId', 'text')
    .addColumn('broughtBy', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('goals', 'text', (c) => c.notNull())
    .addColumn('noGoalReason', 'text', (c) => c.notNull())
    .addColumn('ideaId', 'text')
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('decision', 'text')
    .addColumn('reply', 'text', (c) => c.notNull())
    .addColumn('decidedAt', 'text')
    .addColumn('itemId', 'text')
    .addColumn('version', 'integer', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('agendaProposalOfMeeting').on('agendaProposal').column('meetingId').execute()
  await db.schema
    .createTable('seatInvitation')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('bodyId', 'text', (c) => c.notNull().references('body.id'))
    .addColumn('mail', 'text', (c) => c.notNull())
    .addColumn('benchId', 'text')
    .addColumn('function', 'text', (c) => c.notNull())
    .addColumn('untilAt', 'text')
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('byId', 'text')
    .execute()
  await db.schema
    .createIndex('seatInvitationOnce')
    .on('seatInvitation')
    .columns(['bodyId', 'mail'])
    .unique()
    .execute()
}
