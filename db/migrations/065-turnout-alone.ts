import type { Kysely } from 'kysely'
import type { Step } from '../migrate.ts'

interface Before {
  turnout: { pollId: string; people: string }
  paperBatch: { pollId: string; state: string }
  paperEntry: { pollId: string }
  mail: { accountId: string | null; sentAt: string | null }
}

/** Of votes that are over: who took part, and no longer in which way; no sheet by itself; of mails that are out, not to whom. */
export const turnoutAlone: Step = async (untyped) => {
  const db = untyped as unknown as Kysely<Before>
  for (const { pollId, people } of await db.selectFrom('turnout').selectAll().execute()) {
    const accounts = (JSON.parse(people) as readonly (readonly [account: string, way: string])[]).map(
      ([account]) => account,
    )
    await db
      .updateTable('turnout')
      .set({ people: JSON.stringify(accounts) })
      .where('pollId', '=', pollId)
      .execute()
  }
  const complete = db.selectFrom('paperBatch').select('pollId').where('state', '=', 'complete')
  await db.deleteFrom('paperEntry').where('pollId', 'in', complete).execute()
  await db.updateTable('mail').set({ accountId: null }).where('sentAt', 'is not', null).execute()
}
