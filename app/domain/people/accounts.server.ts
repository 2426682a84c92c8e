// The operators' view of accounts: found by name or address, and every task that is held.
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { sortNameOf } from './account.ts'

export interface FoundAccount {
  readonly id: string
  readonly name: string
  readonly handle: string
  readonly mail: string | null
  readonly pausedUntil: string | null
}

const mostFound = 50

/** Accounts whose name has these letters in it, or whose address this is. */
export async function findAccounts(ask: Ask, search: string): Promise<readonly FoundAccount[]> {
  if (!may(ask.actor, 'town.operate', { kind: 'town' })) throw refuse('not_found')
  const letters = sortNameOf(search.trim()).replace(/[%_\\]/g, '')
  if (letters === '') return []
  return ask.db
    .selectFrom('account')
    .select(['id', 'name', 'handle', 'mail', 'pausedUntil'])
    .where('erasedAt', 'is', null)
    .where((eb) =>
      eb.or([eb('sortName', 'like', `%${letters}%`), eb('mail', '=', search.trim().toLowerCase())]),
    )
    .orderBy('sortName')
    .limit(mostFound)
    .execute()
}

export interface HeldTask {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly role: string
  readonly scope: string
  readonly fromAt: string
}

/** Every task that is held today. */
export async function listTasks(ask: Ask): Promise<readonly HeldTask[]> {
  if (!may(ask.actor, 'town.operate', { kind: 'town' })) throw refuse('not_found')
  return ask.db
    .selectFrom('appointment')
    .innerJoin('account', 'account.id', 'appointment.accountId')
    .select([
      'appointment.id',
      'appointment.accountId',
      'account.name',
      'appointment.role',
      'appointment.scope',
      'appointment.fromAt',
    ])
    .where('appointment.untilAt', 'is', null)
    .orderBy('appointment.role')
    .orderBy('account.sortName')
    .execute()
}

export function listResponsibleRoles(
  ask: Pick<Ask, 'db'>,
): Promise<readonly { slug: string; name: string }[]> {
  return ask.db.selectFrom('responsibleRole').selectAll().orderBy('slug').execute()
}
