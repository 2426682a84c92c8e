// An account with what it holds today: appointments, seats and functions whose term runs.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Actor } from '../actor.ts'

export async function findActor(db: Kysely<Tables>, accountId: string, now: string): Promise<Actor | null> {
  const account = await db
    .selectFrom('account')
    .leftJoin('creator', 'creator.accountId', 'account.id')
    .select(['account.id', 'account.name', 'account.ageBand', 'account.pausedUntil', 'creator.confirmedAt'])
    .where('account.id', '=', accountId)
    .where('account.erasedAt', 'is', null)
    .executeTakeFirst()
  if (!account) return null
  const appointments = await db
    .selectFrom('appointment')
    .select(['role', 'scope'])
    .where('accountId', '=', accountId)
    .where('fromAt', '<=', now)
    .where((eb) => eb.or([eb('untilAt', 'is', null), eb('untilAt', '>', now)]))
    .execute()
  const memberships = await db
    .selectFrom('membership')
    .innerJoin('body', 'body.id', 'membership.bodyId')
    .leftJoin('bench', 'bench.id', 'membership.benchId')
    .select(['body.slug as body', 'bench.slug as bench', 'membership.function'])
    .where('membership.accountId', '=', accountId)
    .where('membership.fromAt', '<=', now)
    .where((eb) => eb.or([eb('membership.untilAt', 'is', null), eb('membership.untilAt', '>', now)]))
    .execute()
  return {
    kind: 'account',
    accountId: account.id,
    name: account.name,
    ageBand: account.ageBand as Actor['ageBand'],
    appointments: appointments as Actor['appointments'],
    memberships: memberships as Actor['memberships'],
    creator: account.confirmedAt !== null,
    pausedUntil: account.pausedUntil !== null && account.pausedUntil > now ? account.pausedUntil : null,
  }
}
