// Sessions: who a visit belongs to. Only the hash of a session's secret is stored.
import type { Actor } from '../actor.ts'
import type { Platform } from '../platform.ts'
import { findActor } from './actor.server.ts'

export interface Visitor {
  readonly actor: Actor
  readonly sessionId: string
}

/** The person behind a session's secret, with what they hold at this moment; null when it ended. */
export async function findVisitor(
  platform: Pick<Platform, 'database' | 'hash' | 'now'>,
  token: string,
): Promise<Visitor | null> {
  const now = platform.now()
  const db = platform.database.read
  const session = await db
    .selectFrom('session')
    .select(['id', 'accountId'])
    .where('tokenHash', '=', platform.hash(token))
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  if (!session) return null
  const actor = await findActor(db, session.accountId, now)
  return actor && { actor, sessionId: session.id }
}
