// How far one has read a conversation: a private note, so it is no event.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Ask } from '../query.server.ts'
import type { Work } from '../run.server.ts'
import { getConversation } from './contribution.server.ts'
import { conversationSubject } from './subject.server.ts'

/** Notes that everything up to this number was read. It never goes back. */
export async function markRead(work: Work, input: { conversationId: string; upTo: number }): Promise<void> {
  const conversation = await getConversation(work.tx, input.conversationId)
  work.require('conversation.read', await conversationSubject(work.tx, conversation))
  if (work.actor.accountId === null) return
  await noteRead(work, conversation.id, Math.min(input.upTo, conversation.contributionCount), 'always')
}

/** One's own contribution counts as read, unless others stand unread before it. */
export async function noteRead(
  work: Work,
  conversationId: string,
  number: number,
  when: 'always' | 'if-nothing-between',
): Promise<void> {
  const accountId = work.actor.accountId
  if (accountId === null) return
  const before = await readUpTo(work.tx, accountId, conversationId)
  if (before !== null && (before >= number || (when === 'if-nothing-between' && before < number - 1))) return
  await work.tx
    .insertInto('reading')
    .values({ accountId, conversationId, number })
    .onConflict((conflict) => conflict.columns(['accountId', 'conversationId']).doUpdateSet({ number }))
    .execute()
}

/** The number up to which one has read; null for guests and for those who have not been here. */
export async function readUpTo(
  db: Kysely<Tables>,
  accountId: string | null,
  conversationId: string,
): Promise<number | null> {
  if (accountId === null) return null
  const row = await db
    .selectFrom('reading')
    .select('number')
    .where('accountId', '=', accountId)
    .where('conversationId', '=', conversationId)
    .executeTakeFirst()
  return row ? Number(row.number) : null
}

/** The first contribution of somebody else after the number up to which one has read; null where there is none. */
export async function findFirstUnread(
  ask: Ask,
  conversationId: string,
  read: number | null,
): Promise<number | null> {
  if (read === null) return null
  const row = await ask.db
    .selectFrom('contribution')
    .select('number')
    .where('conversationId', '=', conversationId)
    .where('number', '>', read)
    .where((eb) => eb.or([eb('authorId', 'is', null), eb('authorId', '!=', ask.actor.accountId)]))
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  return row ? Number(row.number) : null
}
