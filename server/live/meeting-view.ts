// What open pages of a meeting are told: its public stand with the word itself, read once for all who watch.
import { guest } from '#app/domain/actor.ts'
import type { Event } from '#app/domain/events.ts'
import { getMeeting } from '#app/domain/meetings/meeting.server.ts'
import { readStand } from '#app/domain/meetings/stand.server.ts'
import type { News } from '#app/domain/platform.ts'
import type { RunningPlatform } from '../platform.ts'
import type { NewsMessage } from './gather.ts'

/** Adds the view to a message about a meeting; other messages go out as they are. */
export async function withMeetingView(platform: RunningPlatform, message: NewsMessage): Promise<NewsMessage> {
  const [kind, id = ''] = message.topic.split(':', 2)
  if (kind !== 'meeting') return message
  const db = platform.database.read
  const ask = {
    db,
    kind: platform.database.kind,
    actor: guest,
    now: platform.now(),
    town: platform.town,
    ballotKeys: platform.ballotKeys,
  }
  return { ...message, view: await readStand(ask, await getMeeting(db, id)) }
}

/**
 * A vote that belongs to a meeting is news of that meeting, too: its turnout and its result stand on all screens. One
 * that only its own house may know of is no news of the town's votes.
 */
export async function withMeetingTopics(platform: RunningPlatform, news: News): Promise<News> {
  const pollId = pollIn(news.event)
  if (pollId === null) return news
  const db = platform.database.read
  const poll = await db
    .selectFrom('poll')
    .select(['subject', 'visibility'])
    .where('id', '=', pollId)
    .executeTakeFirst()
  const topics =
    poll?.visibility === 'public' ? news.topics : news.topics.filter((topic) => topic !== 'polls')
  const itemId = /^agendaItem:(.+)$/.exec(poll?.subject ?? '')?.[1]
  if (itemId === undefined) return { ...news, topics }
  const row = await db
    .selectFrom('agendaItem')
    .select(['meetingId', 'audience'])
    .where('id', '=', itemId)
    .executeTakeFirst()
  if (!row) return { ...news, topics }
  const inside = `meeting-inside:${row.meetingId}`
  const more = row.audience === 'public' ? [`meeting:${row.meetingId}`, inside] : [inside]
  return { ...news, topics: [...new Set([...topics, ...more])] }
}

function pollIn(event: Event): string | null {
  return 'pollId' in event ? event.pollId : null
}
