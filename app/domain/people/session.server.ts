// Sessions: who a visit belongs to. Only the hash of a session's secret is stored.
import { type Actor, system } from '../actor.ts'
import { noteSupport } from '../council/access.server.ts'
import type { Platform } from '../platform.ts'
import { town } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { prepared, run, type Work } from '../run.server.ts'
import { getAccount } from './account.server.ts'
import { findActor } from './actor.server.ts'

const sixtyDays = 60 * 86_400_000
/** A device that nobody used for so long opens nothing any more. */
const idleDays = 30
const oneHour = 3_600_000

/** Sessions seen before this moment have ended by themselves. */
const idleSince = (now: string) => new Date(Date.parse(now) - idleDays * 86_400_000).toISOString()

export interface Visitor {
  readonly actor: Actor
  readonly sessionId: string
}

/** The person behind a session's secret, with what they hold at this moment; null when it ended. */
export async function findVisitor(platform: Platform, token: string): Promise<Visitor | null> {
  const now = platform.now()
  const db = platform.database.read
  const session = await db
    .selectFrom('session')
    .select(['id', 'accountId', 'seenAt'])
    .where('tokenHash', '=', platform.hash(token))
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', now)
    .where('seenAt', '>', idleSince(now))
    .executeTakeFirst()
  if (!session) return null
  const actor = await findActor(db, session.accountId, now)
  if (!actor) return null
  if (Date.parse(now) - Date.parse(session.seenAt) >= oneHour) {
    await run(platform, system, noteSeen, { sessionId: session.id })
  }
  return { actor, sessionId: session.id }
}

/** Written at most once an hour: enough to recognise a device that nobody uses any more. */
export async function noteSeen(work: Work, input: { readonly sessionId: string }): Promise<void> {
  work.require('session.start', town)
  await work.tx
    .updateTable('session')
    .set({ seenAt: work.now })
    .where('id', '=', input.sessionId)
    .where('endedAt', 'is', null)
    .execute()
}

export interface SessionSecret {
  readonly token: string
  readonly tokenHash: string
}

export function newSessionSecret(platform: Pick<Platform, 'newSecret' | 'hash'>): SessionSecret {
  const token = platform.newSecret()
  return { token, tokenHash: platform.hash(token) }
}

/** Writes the session of an account inside another deed, which has asked the policy already. */
export async function createSession(
  work: Work,
  accountId: string,
  device: string,
  secret: Pick<SessionSecret, 'tokenHash'>,
): Promise<string> {
  const id = work.newId()
  await work.tx
    .insertInto('session')
    .values({
      id,
      tokenHash: secret.tokenHash,
      accountId,
      device: device.slice(0, 80),
      createdAt: work.now,
      seenAt: work.now,
      expiresAt: new Date(Date.parse(work.now) + sixtyDays).toISOString(),
      endedAt: null,
    })
    .execute()
  return id
}

/** The house signs somebody in without a code: the demo's page for being anyone. Never sent with a form's key. */
export const startSession = prepared(
  async (
    platform,
    input: { readonly accountId: string; readonly device: string; readonly replaces: string | null },
  ) => ({
    ...input,
    secret: newSessionSecret(platform),
  }),
  async (work: Work, input): Promise<{ token: string; sessionId: string }> => {
    work.require('session.start', town)
    await endOne(work, input.replaces)
    const sessionId = await createSession(work, input.accountId, input.device, input.secret)
    await work.record({ type: 'account.signed-in', accountId: input.accountId })
    return { token: input.secret.token, sessionId }
  },
)

/** Ends one session of one's own, all but the present one, or all of them. */
export async function endSession(
  work: Work,
  input:
    | { readonly which: 'one'; readonly sessionId: string }
    | { readonly which: 'others'; readonly sessionId: string | null }
    | { readonly which: 'all' },
): Promise<void> {
  const accountId = work.actor.accountId ?? ''
  work.require('account.change', { kind: 'account', id: accountId })
  await endSessionsOf(work, accountId, input)
}

/** A device was lost, and its owner asks the house to sign it out: nobody else can tell which it was, so all of them end. */
export async function endSessionsForSomebody(
  work: Work,
  input: { readonly accountId: string },
): Promise<void> {
  const account = await getAccount(work.tx, input.accountId)
  work.require('account.end-sessions', { kind: 'account', id: account.id })
  await endSessionsOf(work, account.id, { which: 'all' })
  await noteSupport(work, account.id, 'sessions')
}

/** For deeds that must shut every door: an address changed, an account erased. */
export async function endSessionsOf(
  work: Work,
  accountId: string,
  which:
    | { readonly which: 'one'; readonly sessionId: string }
    | { readonly which: 'others'; readonly sessionId: string | null }
    | { readonly which: 'all' },
): Promise<void> {
  const ended = await work.tx
    .updateTable('session')
    .set({ endedAt: work.now })
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .$if(which.which === 'one', (q) => q.where('id', '=', which.which === 'one' ? which.sessionId : ''))
    .$if(which.which === 'others', (q) =>
      q.where('id', '!=', which.which === 'others' ? (which.sessionId ?? '') : ''),
    )
    .returning('id')
    .execute()
  for (const session of ended) {
    await work.record({ type: 'session.ended', accountId, sessionId: session.id })
  }
}

/** The session a browser brought along ends when it signs in anew, so that its secret changes. */
export async function endOne(work: Work, sessionId: string | null): Promise<void> {
  if (sessionId === null) return
  const ended = await work.tx
    .updateTable('session')
    .set({ endedAt: work.now })
    .where('id', '=', sessionId)
    .where('endedAt', 'is', null)
    .returning('accountId')
    .executeTakeFirst()
  if (ended) await work.record({ type: 'session.ended', accountId: ended.accountId, sessionId })
}

export interface ListedSession {
  readonly id: string
  readonly device: string
  readonly createdAt: string
  readonly seenAt: string
}

export async function listSessions(ask: Ask): Promise<readonly ListedSession[]> {
  return ask.db
    .selectFrom('session')
    .select(['id', 'device', 'createdAt', 'seenAt'])
    .where('accountId', '=', ask.actor.accountId ?? '')
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', ask.now)
    .where('seenAt', '>', idleSince(ask.now))
    .orderBy('seenAt', 'desc')
    .execute()
}
