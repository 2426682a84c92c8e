// Following a standard, a clause or an amendment: said twice it counts once, and nobody else is concerned.
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { getStandard, standardSubject } from './standard.server.ts'

export const followed = ['standard', 'clause', 'amendment'] as const
export type Followed = (typeof followed)[number]

export async function followInStandard(
  work: Work,
  input: { readonly kind: Followed; readonly id: string; readonly on: boolean },
): Promise<void> {
  const { kind, id } = input
  const row =
    kind === 'standard'
      ? { standardId: id }
      : await work.tx.selectFrom(kind).select('standardId').where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('not_found')
  const subject = standardSubject(await getStandard(work.tx, row.standardId))
  work.require('standard.read', subject)
  work.require('standard.follow', subject)
  const own = { accountId: work.actor.accountId ?? '', subject: `${kind}:${id}` }
  if (input.on) {
    await work.tx
      .insertInto('follow')
      .values({ ...own, at: work.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  } else {
    await work.tx
      .deleteFrom('follow')
      .where('accountId', '=', own.accountId)
      .where('subject', '=', own.subject)
      .execute()
  }
}

export async function followsInStandard(ask: Ask, kind: Followed, id: string): Promise<boolean> {
  if (ask.actor.accountId === null) return false
  const row = await ask.db
    .selectFrom('follow')
    .select('subject')
    .where('accountId', '=', ask.actor.accountId)
    .where('subject', '=', `${kind}:${id}`)
    .executeTakeFirst()
  return row !== undefined
}
