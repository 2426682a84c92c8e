// What is new for one person, newest first, and what they want to hear of.

import { findMatterOf, subjectIn } from '../conversations/subject.server.ts'
import { getElectionById } from '../elections/election.server.ts'
import { ideaSubject } from '../ideas/idea.server.ts'
import { itemSubject } from '../meetings/items.server.ts'
import { may } from '../policy.ts'
import { mayReadPoll } from '../polls/poll.server.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { readablePlace } from '../standards/notice-place.server.ts'
import { type MailTopic, type MailWish, mailTopics, mailWishes, wishByDefault } from './mail.ts'
import { type NoticeKind, noticeKinds } from './notice.ts'

export async function countNews(ask: Ask): Promise<number> {
  if (ask.actor.accountId === null) return 0
  const { count } = await ask.db
    .selectFrom('notice')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('accountId', '=', ask.actor.accountId)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export interface NewsItem {
  readonly id: string
  readonly kind: NoticeKind
  readonly at: string
  readonly isNew: boolean
  /** Where it leads; null for what is gone or no longer theirs to read. */
  readonly to: string | null
  readonly title: string | null
  readonly number: number | null
}

export const newsPerPage = 30

export async function listNews(
  ask: Ask,
  page: number,
): Promise<{ news: readonly NewsItem[]; total: number }> {
  const accountId = ask.actor.accountId
  if (accountId === null) return { news: [], total: 0 }
  const { total } = await ask.db
    .selectFrom('notice')
    .select((eb) => eb.fn.countAll().as('total'))
    .where('accountId', '=', accountId)
    .executeTakeFirstOrThrow()
  const rows = await ask.db
    .selectFrom('notice')
    .selectAll()
    .where('accountId', '=', accountId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(newsPerPage)
    .offset((page - 1) * newsPerPage)
    .execute()
  const news = await Promise.all(
    rows.map(async (row): Promise<NewsItem> => {
      const place = await placeOf(ask, row.subject)
      const kind = noticeKinds.find((known) => known === row.kind) ?? 'contribution'
      return { id: row.id, kind, at: row.at, isNew: row.readAt === null, ...place }
    }),
  )
  return { news, total: Number(total) }
}

const gone = { to: null, title: null, number: null }

/** The address a notice leads to, asked of the policy today, not of the day it was written. */
async function placeOf(ask: Ask, subject: string): Promise<Pick<NewsItem, 'to' | 'title' | 'number'>> {
  const [kind, id = ''] = subject.split(':')
  if (kind === 'report') return { ...gone, to: '/moderation' }
  if (kind === 'measure') return { ...gone, to: '/konto/massnahmen' }
  if (kind === 'idea') {
    const idea = await ask.db.selectFrom('idea').selectAll().where('id', '=', id).executeTakeFirst()
    if (!idea || !may(ask.actor, 'idea.read', ideaSubject(idea))) return gone
    return { to: `/ideen/${idea.number}`, title: idea.title, number: idea.number }
  }
  if (kind === 'poll') {
    const poll = await ask.db.selectFrom('poll').selectAll().where('id', '=', id).executeTakeFirst()
    if (!poll || !mayReadPoll(ask, poll)) return gone
    return { to: `/abstimmungen/${poll.number}`, title: poll.question, number: poll.number }
  }
  if (kind === 'election') return electionPlace(ask, id)
  if (kind === 'meeting') return meetingPlace(ask, id)
  if (kind === 'task') return taskPlace(ask, id)
  if (kind === 'resolution') return resolutionPlace(ask, id)
  const inStandard = await readablePlace(ask, subject)
  if (inStandard !== undefined) {
    return inStandard === null ? gone : { to: inStandard.to, title: inStandard.name, number: null }
  }
  if (kind !== 'contribution') return gone
  const row = await ask.db
    .selectFrom('contribution')
    .select(['id', 'publicNumber', 'conversationId', 'authorId', 'hiddenAt', 'deletedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || row.hiddenAt !== null || row.deletedAt !== null) return gone
  const { subject: talk, title, number } = await findMatterOf(ask.db, row.conversationId)
  if (!may(ask.actor, 'contribution.read', subjectIn(talk, row))) return gone
  return { to: `/beitraege/${row.publicNumber}`, title, number }
}

/** Every meeting may be known of. */
async function meetingPlace(ask: Ask, id: string): Promise<Pick<NewsItem, 'to' | 'title' | 'number'>> {
  const row = await ask.db
    .selectFrom('meeting')
    .select(['number', 'title'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { to: `/runder-tisch/sitzungen/${row.number}`, title: row.title, number: row.number } : gone
}

/** An announced election is everybody's to read. */
async function electionPlace(ask: Ask, id: string): Promise<Pick<NewsItem, 'to' | 'title' | 'number'>> {
  const election = await getElectionById(ask.db, id).catch(() => null)
  if (election === null) return gone
  const { number, rules } = election
  return { to: `/sprecherrat/wahlen/${number}`, title: rules.title, number }
}

async function taskPlace(ask: Ask, id: string): Promise<Pick<NewsItem, 'to' | 'title' | 'number'>> {
  const row = await ask.db
    .selectFrom('task')
    .select(['text', 'ownerId'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || row.ownerId !== ask.actor.accountId) return gone
  return { to: '/runder-tisch/beschluesse#auftraege', title: row.text, number: null }
}

/** It stands in the register for those who may read its item. */
async function resolutionPlace(ask: Ask, id: string): Promise<Pick<NewsItem, 'to' | 'title' | 'number'>> {
  const row = await ask.db
    .selectFrom('resolution')
    .innerJoin('agendaItem', 'agendaItem.id', 'resolution.itemId')
    .innerJoin('body', 'body.id', 'resolution.bodyId')
    .select(['resolution.text', 'resolution.itemId', 'agendaItem.audience', 'body.slug as body'])
    .where('resolution.id', '=', id)
    .executeTakeFirst()
  if (!row) return gone
  const item = { id: row.itemId, audience: row.audience as 'public' | 'inside' }
  if (!may(ask.actor, 'agendaItem.read', itemSubject(item, row))) return gone
  return { to: '/runder-tisch/beschluesse', title: row.text, number: null }
}

/** Reading is no event: nobody else is concerned. */
export async function markAllRead(work: Work, _input: null): Promise<void> {
  const accountId = work.actor.accountId
  if (accountId === null) throw refuse('sign_in_first')
  work.require('notice.read', { kind: 'account', id: accountId })
  await work.tx
    .updateTable('notice')
    .set({ readAt: work.now })
    .where('accountId', '=', accountId)
    .where('readAt', 'is', null)
    .execute()
}

export async function listWishes(ask: Ask): Promise<Readonly<Record<MailTopic, MailWish>>> {
  const rows = await ask.db
    .selectFrom('mailWish')
    .select(['kind', 'wish'])
    .where('accountId', '=', ask.actor.accountId ?? '')
    .execute()
  const chosen = mailTopics.map((topic) => {
    const row = rows.find(({ kind }) => kind === topic)
    return [topic, mailWishes.find((wish) => wish === row?.wish) ?? wishByDefault[topic]] as const
  })
  return Object.fromEntries(chosen) as Record<MailTopic, MailWish>
}

export async function setWishes(
  work: Work,
  input: Readonly<Partial<Record<MailTopic, MailWish>>>,
): Promise<void> {
  const accountId = work.actor.accountId
  if (accountId === null) throw refuse('sign_in_first')
  work.require('account.change', { kind: 'account', id: accountId })
  await saveWishes(work, accountId, input)
  await work.record({ type: 'account.changed', accountId })
}

/** The one click at the foot of a mail: its seal names account and topic, and all it can do is end these mails. */
export async function unsubscribe(
  work: Work,
  input: { readonly accountId: string; readonly topic: MailTopic },
): Promise<void> {
  const account = await work.tx
    .selectFrom('account')
    .select('id')
    .where('id', '=', input.accountId)
    .executeTakeFirst()
  if (!account) throw refuse('link_not_valid')
  await saveWishes(work, input.accountId, { [input.topic]: 'none' })
}

async function saveWishes(
  work: Work,
  accountId: string,
  wishes: Readonly<Partial<Record<MailTopic, MailWish>>>,
): Promise<void> {
  for (const [kind, wish] of Object.entries(wishes)) {
    await work.tx
      .insertInto('mailWish')
      .values({ accountId, kind, wish })
      .onConflict((conflict) => conflict.columns(['accountId', 'kind']).doUpdateSet({ wish }))
      .execute()
  }
}
