// The weekly mail: what is new in what one follows, only if there is something, at most five things.
import { findMatterOf } from '../conversations/subject.server.ts'
import type { Work } from '../run.server.ts'
import { unreadTidings } from '../standards/tidings.server.ts'
import type { MailSentence } from './mail.ts'
import { newsMail } from './mails.ts'
import { queueMail, wishOf } from './outbox.server.ts'

export async function sendDigest(work: Work, input: { readonly accountId: string }): Promise<void> {
  const account = await work.tx
    .selectFrom('account')
    .select(['mail', 'name', 'language'])
    .where('id', '=', input.accountId)
    .executeTakeFirst()
  if (!account?.mail) return
  const wish = await wishOf(work, input.accountId, 'follow')
  if (wish === 'none') return
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
  const news: MailSentence[] = []
  for (const { conversationId, contributions } of rows) {
    const { subject, title } = await findMatterOf(work.tx, conversationId)
    // Only what everybody may read goes into a mail.
    if (subject.public && subject.space === 'town')
      news.push({ say: 'news.contributions', with: { title, count: Number(contributions) } })
  }
  // Whoever wishes for mails at once has had one for each of these.
  if (wish === 'weekly')
    news.push(...(await unreadTidings(work.tx, input.accountId, work.now)).map(({ line }) => line))
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
