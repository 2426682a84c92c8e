import type { Step } from '../migrate.ts'

/** What every deed needs: numbers, the event log, jobs, keys of forms sent twice, and the town's own settings. */
export const house: Step = async (db) => {
  await db.schema
    .createTable('counter')
    .addColumn('name', 'text', (c) => c.primaryKey().notNull())
    .addColumn('value', 'integer', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('event')
    .addColumn('number', 'integer', (c) => c.primaryKey().notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('actorId', 'text')
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('eventTopic')
    .addColumn('topic', 'text', (c) => c.notNull())
    .addColumn('eventNumber', 'integer', (c) => c.notNull().references('event.number'))
    .addPrimaryKeyConstraint('eventTopicKey', ['topic', 'eventNumber'])
    .execute()
  await db.schema
    .createTable('job')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.unique())
    .addColumn('data', 'text', (c) => c.notNull())
    .addColumn('dueAt', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('claimedUntil', 'text')
    .addColumn('doneAt', 'text')
    .addColumn('lastError', 'text')
    .execute()
  await db.schema.createIndex('jobDue').on('job').columns(['doneAt', 'dueAt']).execute()
  await db.schema
    .createTable('sentForm')
    .addColumn('sender', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('sentFormKey', ['sender', 'key'])
    .execute()
  await db.schema
    .createTable('setting')
    .addColumn('name', 'text', (c) => c.primaryKey().notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute()
}
