// Who reached into the house's machinery: an operator can copy the whole database, so the Council is told each time.
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { council, councilSpace } from './house.ts'

export const accessKinds = ['backup', 'restore', 'command', 'support'] as const
export type AccessKind = (typeof accessKinds)[number]

export interface Access {
  readonly kind: AccessKind
  readonly who: string
  /** What was done, in a few words: a command, a task. */
  readonly detail: string
}

export async function noteAccess(work: Work, input: Access): Promise<void> {
  work.require('council.note-access', council)
  await writeAccess(work, input)
}

/** Written inside a deed of an operator on an account, where that account belongs to somebody inside. */
export async function noteSupport(work: Work, accountId: string, detail: string): Promise<void> {
  if (work.actor.kind !== 'account' || work.actor.accountId === accountId) return
  if (!(await belongsInside(work, accountId))) return
  await writeAccess(work, { kind: 'support', who: work.actor.name, detail })
}

async function writeAccess(work: Work, { kind, who, detail }: Access): Promise<void> {
  const id = work.newId()
  await work.tx.insertInto('councilAccess').values({ id, kind, who, detail, at: work.now }).execute()
  await work.record({ type: 'council.accessed', accessId: id })
}

async function belongsInside(work: Work, accountId: string): Promise<boolean> {
  const creator = await work.tx
    .selectFrom('creator')
    .select('accountId')
    .where('accountId', '=', accountId)
    .where('confirmedAt', 'is not', null)
    .executeTakeFirst()
  if (creator) return true
  const seat = await work.tx
    .selectFrom('membership')
    .innerJoin('body', 'body.id', 'membership.bodyId')
    .select('membership.id')
    .where('membership.accountId', '=', accountId)
    .where('body.slug', '=', council.slug)
    .executeTakeFirst()
  const task = await work.tx
    .selectFrom('appointment')
    .select('id')
    .where('accountId', '=', accountId)
    .where('scope', '=', councilSpace)
    .executeTakeFirst()
  return seat !== undefined || task !== undefined
}

export interface ListedAccess extends Access {
  readonly at: string
}

export const accessesShown = 200

/** The newest first, for everybody inside: what concerns the house is no secret in it. */
export async function listAccesses(ask: Ask): Promise<readonly ListedAccess[]> {
  if (!may(ask.actor, 'council.read-internal', council)) throw refuse('not_found')
  const rows = await ask.db
    .selectFrom('councilAccess')
    .select(['kind', 'who', 'detail', 'at'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(accessesShown)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as AccessKind }))
}
