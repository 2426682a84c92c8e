// What is new for a person who comes back, counted from their own notices.
import type { NoticeKind } from '../notices/notice.ts'
import type { Ask } from '../query.server.ts'

export interface NewSince {
  /** When they last said that everything was read, or opened their account. */
  readonly since: string
  readonly contributions: number
  /** Replies to them, and answers to ideas they wrote, support or follow. */
  readonly answers: number
}

const contributionKinds: readonly NoticeKind[] = ['contribution', 'mention']
const answerKinds: readonly NoticeKind[] = ['reply', 'idea-answered']

/** Null for guests. */
export async function findNewSince(ask: Ask): Promise<NewSince | null> {
  const { accountId } = ask.actor
  if (accountId === null) return null
  const rows = await ask.db
    .selectFrom('notice')
    .where('accountId', '=', accountId)
    .where('readAt', 'is', null)
    .groupBy('kind')
    .select((eb) => ['kind', eb.fn.countAll().as('count')])
    .execute()
  const count = (kinds: readonly NoticeKind[]) =>
    rows
      .filter((row) => kinds.some((kind) => kind === row.kind))
      .reduce((sum, row) => sum + Number(row.count), 0)
  return {
    since: await lastRead(ask, accountId),
    contributions: count(contributionKinds),
    answers: count(answerKinds),
  }
}

async function lastRead(ask: Ask, accountId: string): Promise<string> {
  const notice = await ask.db
    .selectFrom('notice')
    .where('accountId', '=', accountId)
    .select((eb) => eb.fn.max('readAt').as('readAt'))
    .executeTakeFirst()
  if (notice?.readAt) return notice.readAt
  const account = await ask.db
    .selectFrom('account')
    .where('id', '=', accountId)
    .select('createdAt')
    .executeTakeFirst()
  return account?.createdAt ?? ask.now
}
