// The roll as whoever leads a vote sees and writes it: names, one a line.
import type { Ask } from '../query.server.ts'
import type { Poll } from './poll.ts'
import { findVoters } from './roll.server.ts'

export interface ShownRoll {
  readonly people: readonly { readonly handle: string; readonly name: string }[]
  /** Codes made, redeemed or not. */
  readonly codes: number
}

export async function listRoll(ask: Ask, poll: Poll): Promise<ShownRoll> {
  const ids =
    poll.openedAt === null
      ? await findVoters(ask.db, poll, ask.now)
      : (await ask.db.selectFrom('pollRoll').select('accountId').where('pollId', '=', poll.id).execute()).map(
          (row) => row.accountId,
        )
  const people =
    ids.length === 0
      ? []
      : await ask.db
          .selectFrom('account')
          .select(['handle', 'name'])
          .where('id', 'in', ids.slice(0, 5_000))
          .orderBy('sortName')
          .execute()
  const { codes } = await ask.db
    .selectFrom('pollCode')
    .select((eb) => eb.fn.countAll().as('codes'))
    .where('pollId', '=', poll.id)
    .executeTakeFirstOrThrow()
  return { people, codes: Number(codes) }
}

/** Accounts by what was typed, one a line: the short name in the address of an account, or its whole name. */
export async function findByHandles(
  ask: Ask,
  typed: string,
): Promise<{ readonly accountIds: readonly string[]; readonly unknown: readonly string[] }> {
  const lines = [...new Set(typed.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
  if (lines.length === 0) return { accountIds: [], unknown: [] }
  const rows = await ask.db
    .selectFrom('account')
    .select(['id', 'handle', 'name'])
    .where('erasedAt', 'is', null)
    .where((eb) => eb.or([eb('handle', 'in', lines), eb('name', 'in', lines)]))
    .execute()
  const named = (line: string) => {
    const byHandle = rows.find(({ handle }) => handle === line)
    const byName = rows.filter(({ name }) => name === line)
    // Two people of one name cannot be told apart by it.
    return byHandle ?? (byName.length === 1 ? byName[0] : undefined)
  }
  return {
    accountIds: lines.flatMap((line) => named(line)?.id ?? []),
    unknown: lines.filter((line) => named(line) === undefined),
  }
}
