import type { Step } from '../migrate.ts'

/** What the hash of a candidate's name was made with: it goes with the name. */
export const optionSalt: Step = async (db) => {
  await db.schema.alterTable('pollOption').addColumn('salt', 'text').execute()
}
