import type { Step } from '../migrate.ts'

/** Whose code it is, where somebody is signed in: a code for a new address belongs to one account and goes with it. */
export const codeAccount: Step = async (db) => {
  await db.schema.alterTable('signInCode').addColumn('accountId', 'text').execute()
}
