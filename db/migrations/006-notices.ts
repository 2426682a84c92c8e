import type { Step } from '../migrate.ts'

/** What is new for one person, the mails on their way, and what each wants to get. */
export const notices: Step = async (db) => {
  await db.schema
    .createTable('notice')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('accountId', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('eventNumber', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('readAt', 'text')
    .addUniqueConstraint('noticeOnce', ['accountId', 'eventNumber', 'kind'])
    .execute()
  await db.schema.createIndex('noticeAccount').on('notice').columns(['accountId', 'at']).execute()
  await db.schema
    .createTable('mail')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('accountId', 'text')
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('dueAt', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('claimedUntil', 'text')
    .addColumn('sentAt', 'text')
    .addColumn('lastError', 'text')
    .execute()
  await db.schema.createIndex('mailDue').on('mail').columns(['sentAt', 'dueAt']).execute()
  await db.schema
    .createTable('mailWish')
    .addColumn('accountId', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('wish', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('mailWishKey', ['accountId', 'kind'])
    .execute()
}
