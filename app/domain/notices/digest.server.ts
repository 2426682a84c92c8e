// The weekly mail: what is new in what one follows, only if there is something, at most five things.
import { findMatterOf } from '../conversations/subject.server.ts'
import type { Work } from '../run.server.ts'
import { type NewsLine, newsMail } from './mails.ts'
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
    .select((eb) => ['contribution.conversationId', eb.fn.countAll().as('contributions')])
    .where('notice.accountId', '=', input.accountId)
    .where('notice.kind', '=', 'contribution')
    .where('notice.readAt', 'is', null)
    .where('contribution.hiddenAt', 'is', null)
    .where('contribution.deletedAt', 'is', null)
    .groupBy('contribution.conversationId')
    .orderBy('contributions', 'desc')
    .execute()
  const news: NewsLine[] = []
  for (const { conversationId, contributions } of rows) {
    const { subject, title } = await findMatterOf(work.tx, conversationId)
    // Only what everybody may read goes into a mail.
    if (subject.public && subject.space === 'town') news.push({ title, contributions: Number(contributions) })
  }
  if (news.length === 0) return
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
