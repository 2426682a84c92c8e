// The weekly mail: what is new in what one follows, only if there is something, at most five things.
import type { Work } from '../run.server.ts'
import { newsMail } from './mails.ts'
import { queueMail, wishOf } from './outbox.server.ts'

export async function sendDigest(work: Work, input: { readonly accountId: string }): Promise<void> {
  const account = await work.tx
    .selectFrom('account')
    .select(['mail', 'name', 'language'])
    .where('id', '=', input.accountId)
    .executeTakeFirst()
  if (!account?.mail || (await wishOf(work, input.accountId, 'follow')) === 'none') return
  const rows = await work.tx
    .selectFrom('notice')
    .innerJoin('event', 'event.number', 'notice.eventNumber')
    .innerJoin('contribution', (join) =>
      // A notice's subject is 'contribution:' and the id.
      join.on((eb) => eb('contribution.id', '=', eb.fn<string>('substr', ['notice.subject', eb.lit(14)]))),
    )
    .innerJoin('idea', 'idea.conversationId', 'contribution.conversationId')
    .select((eb) => ['idea.number', 'idea.title', eb.fn.countAll().as('contributions')])
    .where('notice.accountId', '=', input.accountId)
    .where('notice.kind', '=', 'contribution')
    .where('notice.readAt', 'is', null)
    .where('contribution.hiddenAt', 'is', null)
    .where('contribution.deletedAt', 'is', null)
    .where('idea.state', 'not in', ['hidden', 'refused', 'waiting'])
    .groupBy(['idea.number', 'idea.title'])
    .orderBy('contributions', 'desc')
    .execute()
  if (rows.length === 0) return
  const news = rows.map((row) => ({ ...row, contributions: Number(row.contributions) }))
  await queueMail(work, {
    kind: 'news',
    topic: 'follow',
    accountId: input.accountId,
    address: account.mail,
    language: account.language,
    name: account.name,
    data: newsMail(news, `${work.platform.baseUrl}/fuer-sie`),
  })
}
