import type { Step } from '../migrate.ts'

/**
 * A town that held meetings or wrote standards before these were found by search: the worker indexes what is there.
 * The words are cut by the app's own rules, so this step only asks for it.
 */
export const indexOlder: Step = async (db) => {
  for (const table of ['agendaItem', 'clause', 'poll'] as const) {
    const older = await db
      .selectFrom(table as never)
      .select('id' as never)
      .limit(1)
      .executeTakeFirst()
    if (older === undefined) continue
    const job = { id: 'index-older', kind: 'index-older', key: 'index-older', data: 'null', attempts: 0 }
    await db
      .insertInto('job' as never)
      .values({ ...job, dueAt: new Date(0).toISOString() } as never)
      .execute()
    return
  }
}
