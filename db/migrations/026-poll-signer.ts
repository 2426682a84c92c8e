import type { Step } from '../migrate.ts'

/** The second signer of a vote signed blind: its public key and where its machine answers. */
export const pollSigner: Step = async (db) => {
  await db.schema
    .createTable('pollSigner')
    .addColumn('pollId', 'text', (c) => c.primaryKey().notNull().references('poll.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('n', 'text', (c) => c.notNull())
    .addColumn('e', 'text', (c) => c.notNull())
    .execute()
}
