import { sql } from 'kysely'
import type { Step } from '../migrate.ts'

/**
 * Secret votes: a box, the drawers with the set of those who took part, the sealed ballots, and what is public after the
 * close. Tables of secret ballots have no rowid: SQLite numbers rows in the order they came.
 */
export const ballots: Step = async (db, kind) => {
  const apart = kind === 'sqlite' ? sql`without rowid` : sql``
  await db.schema
    .createTable('ballotBox')
    .addColumn('pollId', 'text', (c) => c.primaryKey().notNull().references('poll.id'))
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('manifest', 'text', (c) => c.notNull())
    .addColumn('manifestHash', 'text', (c) => c.notNull())
    .addColumn('drawers', 'integer', (c) => c.notNull())
    .addColumn('issued', 'text')
    .addColumn('hash', 'text')
    .execute()
  await db.schema
    .createTable('ballotDrawer')
    .addColumn('pollId', 'text', (c) => c.notNull())
    .addColumn('drawer', 'integer', (c) => c.notNull())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('ballotDrawerKey', ['pollId', 'drawer'])
    .modifyEnd(apart)
    .execute()
  await db.schema
    .createTable('sealedBallot')
    .addColumn('pollId', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('sealedBallotKey', ['pollId', 'key'])
    .modifyEnd(apart)
    .execute()
  await db.schema
    .createTable('publishedBallot')
    .addColumn('pollId', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('way', 'text', (c) => c.notNull())
    .addColumn('ballot', 'text', (c) => c.notNull())
    .addColumn('proof', 'text')
    .addPrimaryKeyConstraint('publishedBallotKey', ['pollId', 'key'])
    .modifyEnd(apart)
    .execute()
  await db.schema
    .createTable('turnout')
    .addColumn('pollId', 'text', (c) => c.primaryKey().notNull())
    .addColumn('people', 'text', (c) => c.notNull())
    .modifyEnd(apart)
    .execute()
  await db.schema
    .createTable('printedCode')
    .addColumn('pollId', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('printedCodeKey', ['pollId', 'hash'])
    .modifyEnd(apart)
    .execute()
  await db.schema
    .createTable('paperBatch')
    .addColumn('pollId', 'text', (c) => c.primaryKey().notNull().references('poll.id'))
    .addColumn('sheets', 'integer')
    .addColumn('firstById', 'text')
    .addColumn('secondById', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('paperEntry')
    .addColumn('pollId', 'text', (c) => c.notNull())
    .addColumn('sheet', 'integer', (c) => c.notNull())
    .addColumn('entry', 'text', (c) => c.notNull())
    .addColumn('ballot', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('paperEntryKey', ['pollId', 'sheet', 'entry'])
    .execute()
}
