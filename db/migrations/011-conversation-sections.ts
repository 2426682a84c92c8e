import { sql } from 'kysely'
import type { Step } from '../migrate.ts'

/** Where a contribution stands in the view by reasons, so that a page of it is a range of one index. */
export const conversationSections: Step = async (db) => {
  await db.schema
    .alterTable('contribution')
    .addColumn('section', 'text', (c) => c.notNull().defaultTo('reply'))
    .execute()
  await sql`update contribution set section = case
    when depth > 0 then 'reply'
    when move in ('for', 'against') then 'stance'
    when move = 'experience' then 'experience'
    when move = 'question' then 'open-question'
    else 'proposal' end`.execute(db)
  await db.schema
    .createIndex('contributionSection')
    .on('contribution')
    .columns(['conversationId', 'section', 'number'])
    .execute()
  await db.schema.createIndex('accountName').on('account').column('name').execute()
}
