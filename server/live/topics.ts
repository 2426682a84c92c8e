// What can be watched, and who may: the same questions of the policy that the pages ask.
import type { Kysely } from 'kysely'
import type { Actor } from '#app/domain/actor.ts'
import { getConversation } from '#app/domain/conversations/contribution.server.ts'
import { conversationSubject } from '#app/domain/conversations/subject.server.ts'
import { council } from '#app/domain/council/house.ts'
import { ideaSubject } from '#app/domain/ideas/idea.server.ts'
import { type Action, may, readingOf, type Subject, town } from '#app/domain/policy.ts'
import { pollSubject } from '#app/domain/polls/poll.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { standardQuestion } from '#app/domain/standards/topic.server.ts'
import type { Tables } from '#db/tables.ts'

export interface TopicQuestion {
  readonly action: Action
  readonly subject: Subject
}

/** The question behind a topic; null for what does not exist, which answers like what one may not read. */
export async function topicSubject(db: Kysely<Tables>, topic: string): Promise<TopicQuestion | null> {
  if (topic === 'elections') return { action: 'election.read', subject: council }
  if (topic === 'ideas' || topic === 'polls' || topic === 'standards')
    return { action: 'town.read', subject: town }
  if (topic === 'council') return { action: 'council.read-internal', subject: council }
  if (topic === 'council-drafts') return { action: 'council.write-statement', subject: council }
  if (topic === 'meetings') return { action: 'town.read', subject: town }
  if (topic === 'moderation') return { action: 'moderation.read', subject: town }
  const [kind, id] = topic.split(':', 2)
  if (!id || !/^[\w-]{1,64}$/.test(id)) return null
  switch (kind) {
    case 'idea': {
      const idea = await db.selectFrom('idea').selectAll().where('id', '=', id).executeTakeFirst()
      return idea ? { action: 'idea.read', subject: ideaSubject(idea) } : null
    }
    case 'conversation':
      return conversationQuestion(db, id)
    case 'talk': {
      const talk = await db
        .selectFrom('talk')
        .select('conversationId')
        .where('id', '=', id)
        .executeTakeFirst()
      return talk ? conversationQuestion(db, talk.conversationId) : null
    }
    case 'agendaItem':
      return itemQuestion(db, id)
    // What is public of a meeting; what its members hear; and the consoles, which know of each other.
    case 'meeting':
      return meetingQuestion(db, id, 'meeting.read')
    case 'meeting-inside':
      return meetingQuestion(db, id, 'meeting.read-inside')
    case 'meeting-lead':
      return meetingQuestion(db, id, 'meeting.lead')
    // A person's own channel: not even an operator listens in.
    case 'account':
      return { action: 'notice.read', subject: { kind: 'account', id } }
    case 'body': {
      const body = await db.selectFrom('body').select('slug').where('id', '=', id).executeTakeFirst()
      return body ? { action: 'body.read', subject: { kind: 'body', slug: body.slug } } : null
    }
    case 'election':
      return { action: 'election.read', subject: council }
    case 'poll': {
      const poll = await db.selectFrom('poll').selectAll().where('id', '=', id).executeTakeFirst()
      if (!poll) return null
      const subject = pollSubject(poll)
      return { action: readingOf(subject), subject }
    }
    case 'standard':
    case 'clause':
    case 'amendment':
    case 'workshop':
    case 'draft':
      return standardQuestion(db, kind, id)
    default:
      return null
  }
}

async function conversationQuestion(db: Kysely<Tables>, id: string): Promise<TopicQuestion | null> {
  try {
    const conversation = await getConversation(db, id)
    return { action: 'conversation.read', subject: await conversationSubject(db, conversation) }
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}

async function meetingQuestion(
  db: Kysely<Tables>,
  id: string,
  action: 'meeting.read' | 'meeting.read-inside' | 'meeting.lead',
): Promise<TopicQuestion | null> {
  const row = await db
    .selectFrom('meeting')
    .innerJoin('body', 'body.id', 'meeting.bodyId')
    .select('body.slug')
    .where('meeting.id', '=', id)
    .executeTakeFirst()
  return row ? { action, subject: { kind: 'meeting', id, public: true, body: row.slug } } : null
}

async function itemQuestion(db: Kysely<Tables>, id: string): Promise<TopicQuestion | null> {
  const row = await db
    .selectFrom('agendaItem')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .innerJoin('body', 'body.id', 'meeting.bodyId')
    .select(['body.slug', 'agendaItem.audience'])
    .where('agendaItem.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const subject = { kind: 'agendaItem', id, public: row.audience === 'public', body: row.slug } as const
  return { action: 'agendaItem.read', subject }
}

export async function mayWatch(db: Kysely<Tables>, actor: Actor, topic: string): Promise<boolean> {
  const question = await topicSubject(db, topic)
  return question !== null && may(actor, question.action, question.subject)
}

/** The newest event that touched a topic; 0 while nothing did. */
export async function newestOf(db: Kysely<Tables>, topic: string): Promise<number> {
  const row = await db
    .selectFrom('eventTopic')
    .select((eb) => eb.fn.max('eventNumber').as('number'))
    .where('topic', '=', topic)
    .executeTakeFirst()
  return Number(row?.number ?? 0)
}

/** The topics on which it means something that others are there too. */
export function isGathering(topic: string): boolean {
  return topic.startsWith('conversation:') || topic.startsWith('meeting-lead:')
}
