import type { Step } from '../migrate.ts'

/** What must be known to undo: the state an idea had before it was hidden, and which follower came along in a merge. */
export const ideaWays: Step = async (db) => {
  await db.schema.alterTable('idea').addColumn('stateBefore', 'text').execute()
  await db.schema.alterTable('follow').addColumn('fromSubject', 'text').execute()
}
