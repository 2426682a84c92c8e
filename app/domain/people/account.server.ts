// Accounts: opened, changed by the person, found for the pages that show one.
import type { Kysely } from 'kysely'
import { isUniqueViolation } from '#db/errors.ts'
import type { AccountTable, Tables } from '#db/tables.ts'
import type { AgeBand } from '../actor.ts'
import { town } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { acceptName, handleOf, sortNameOf } from './account.ts'

export interface NewAccount {
  readonly name: string
  readonly mail: string | null
  readonly district: string | null
  readonly language: string
  readonly ageBand: AgeBand
  /** How it is mentioned; made from the name when not given. */
  readonly handle?: string
}

/** The house opens an account by itself: the demo town, a group. People open theirs with `openOwnAccount`. */
export async function openAccount(
  work: Work,
  input: NewAccount,
): Promise<{ accountId: string; handle: string }> {
  work.require('account.open', town)
  return writeAccount(work, input)
}

/** Writes the account inside another deed, which has asked the policy already. */
export async function writeAccount(
  work: Work,
  input: NewAccount,
): Promise<{ accountId: string; handle: string }> {
  const accountId = work.newId()
  const name = acceptName(input.name, input.ageBand)
  if (input.mail !== null && (await findAccountByMail(work.tx, input.mail))) throw refuse('mail_taken')
  const handle = input.handle ?? (await freeHandle(work.tx, name, accountId))
  await work.tx
    .insertInto('account')
    .values({
      id: accountId,
      handle,
      name,
      sortName: sortNameOf(name),
      mail: input.mail,
      district: input.district,
      language: input.language,
      ageBand: input.ageBand,
      createdAt: work.now,
      pausedUntil: null,
      erasedAt: null,
      version: 1,
    })
    .execute()
    .catch(fasterOne)
  await work.record({ type: 'account.opened', accountId })
  return { accountId, handle }
}

export interface AccountChange {
  readonly name: string
  readonly district: string | null
  readonly language: string
}

export async function changeAccount(work: Work, input: AccountChange): Promise<void> {
  const account = await getAccount(work.tx, work.actor.accountId ?? '')
  work.require('account.change', { kind: 'account', id: account.id })
  const name = acceptName(input.name, account.ageBand as AgeBand)
  const handle = name === account.name ? account.handle : await freeHandle(work.tx, name, account.id)
  await saveAccount(work, {
    ...account,
    name,
    handle,
    sortName: sortNameOf(name),
    district: input.district,
    language: input.language,
  })
  await work.record({ type: 'account.changed', accountId: account.id })
}

/** The account with this id, erased ones left out; else 'not_found'. */
export async function getAccount(db: Kysely<Tables>, id: string): Promise<AccountTable> {
  const row = await db
    .selectFrom('account')
    .selectAll()
    .where('id', '=', id)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  return row
}

/** One's own account. */
export function getOwnAccount(ask: Ask): Promise<AccountTable> {
  return getAccount(ask.db, ask.actor.accountId ?? '')
}

export async function findAccountByMail(db: Kysely<Tables>, mail: string): Promise<AccountTable | null> {
  const row = await db.selectFrom('account').selectAll().where('mail', '=', mail).executeTakeFirst()
  return row ?? null
}

/** Writes the account back where nobody changed it meanwhile. */
export async function saveAccount(work: Work, account: AccountTable): Promise<void> {
  const { id, version, ...rest } = account
  const saved = await work.tx
    .updateTable('account')
    .set({ ...rest, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
    .catch(fasterOne)
  if (!saved) throw refuse('somebody_was_faster')
}

/** Two at once wanted the same address or handle: the constraint speaks. */
function fasterOne(error: unknown): never {
  throw isUniqueViolation(error) ? refuse('somebody_was_faster') : error
}

async function freeHandle(db: Kysely<Tables>, name: string, ownId: string): Promise<string> {
  for (let place = 1; place <= 30; place++) {
    const handle = handleOf(name, place)
    const taken = await db
      .selectFrom('account')
      .select('id')
      .where('handle', '=', handle)
      .where('id', '!=', ownId)
      .executeTakeFirst()
    if (!taken) return handle
  }
  return `${handleOf(name)}-${ownId.slice(-6)}`
}
