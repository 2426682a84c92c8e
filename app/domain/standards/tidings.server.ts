// What happened to standards in one line each: for the feed, which everybody reads, and for the weekly mail to those who follow.
import type { Kysely } from 'kysely'
import { fromJson } from '#db/columns.ts'
import type { Tables } from '#db/tables.ts'
import type { MailSentence } from '../notices/mail.ts'
import { followedNotices } from './notice-mail.server.ts'
import { noticePlace } from './notice-place.server.ts'
import type { StandardEvent } from './notices.ts'
import { getStandard } from './standard.server.ts'

export interface Tiding {
  readonly event: number
  readonly at: string
  readonly to: string
  readonly line: MailSentence
}

/** What is worth a line to those who did not follow it. */
const publicTypes = [
  'standard.published',
  'standard.adopted',
  'standard.withdrawn',
  'standard.consultation-turned',
  'amendment.proposed',
  'amendment.decided',
] as const satisfies readonly StandardEvent['type'][]

const feedLength = 30
/** From one weekly mail to the next. */
const weekMs = 7 * 86_400_000

/** The newest first, of public standards only. */
export async function listTidings(db: Kysely<Tables>): Promise<readonly Tiding[]> {
  const rows = await db
    .selectFrom('event')
    .select(['number', 'type', 'at', 'data'])
    .where('type', 'in', publicTypes)
    .orderBy('number', 'desc')
    .limit(feedLength)
    .execute()
  return tell(db, rows)
}

/** What somebody who follows has not read; nothing older than a week, since the mail before this one told it. */
export async function unreadTidings(
  db: Kysely<Tables>,
  accountId: string,
  now: string,
): Promise<readonly Tiding[]> {
  const rows = await db
    .selectFrom('notice')
    .innerJoin('event', 'event.number', 'notice.eventNumber')
    .select(['event.number', 'event.type', 'event.at', 'event.data'])
    .where('notice.accountId', '=', accountId)
    .where('notice.kind', 'in', followedNotices)
    .where('notice.readAt', 'is', null)
    .where('notice.at', '>', new Date(Date.parse(now) - weekMs).toISOString())
    .orderBy('event.number', 'desc')
    .execute()
  const seen = new Set<string>()
  // A clause written five times this week is one line.
  return (await tell(db, rows)).filter(({ line }) => {
    const words = JSON.stringify(line)
    return !seen.has(words) && seen.add(words)
  })
}

interface Row {
  readonly number: number
  readonly type: string
  readonly at: string
  readonly data: string
}

async function tell(db: Kysely<Tables>, rows: readonly Row[]): Promise<readonly Tiding[]> {
  const tidings: Tiding[] = []
  for (const { number, type, at, data } of rows) {
    const event = { type, ...fromJson<object>(data) } as StandardEvent
    const standard = await getStandard(db, event.standardId)
    const place = await noticePlace(db, event)
    // Only what everybody may read goes out of the house.
    if (standard.publishedAt === null || place === null) continue
    const facts = { title: standard.title, name: place.name }
    tidings.push({ ...{ event: number, at, to: place.to }, line: await lineOf(db, event, facts) })
  }
  return tidings
}

async function lineOf(
  db: Kysely<Tables>,
  event: StandardEvent,
  facts: { readonly title: string; readonly name: string },
): Promise<MailSentence> {
  switch (event.type) {
    case 'standard.published':
      return { say: 'news.standard.published', with: facts }
    case 'standard.withdrawn':
      return { say: 'news.standard.withdrawn', with: facts }
    case 'standard.adopted': {
      const { number } = await db
        .selectFrom('standardVersion')
        .select('number')
        .where('id', '=', event.versionId)
        .executeTakeFirstOrThrow()
      return { say: 'news.standard.adopted', with: { ...facts, number } }
    }
    case 'standard.consultation-turned': {
      const { consultUntil } = await getStandard(db, event.standardId)
      return { say: `news.standard.${event.to}`, with: { ...facts, date: consultUntil ?? '' } }
    }
    case 'amendment.proposed':
      return { say: 'news.standard.proposed', with: facts }
    case 'amendment.decided':
      return {
        say: event.outcome === 'rejected' ? 'news.standard.rejected' : 'news.standard.taken',
        with: facts,
      }
    case 'clause.changed':
    case 'clause.struck':
      return { say: 'news.standard.clause', with: facts }
    default:
      return { say: 'news.standard.amendment', with: facts }
  }
}
