// What is new for one person: how much, for the frame of every page.
import type { Ask } from '../query.server.ts'

export async function countNews(ask: Ask): Promise<number> {
  if (ask.actor.accountId === null) return 0
  const { count } = await ask.db
    .selectFrom('notice')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('accountId', '=', ask.actor.accountId)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}
