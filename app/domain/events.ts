// What can happen: one list, with the topics each event touches. Everything live, every notice and the audit grow from it.
import type { Action } from './policy.ts'

/** What each event remembers. Ids and plain facts only: never a text, a mail address or a choice. */
export interface EventData {
  'town.set-up': { accountId: string }
  'town.changed': Record<never, never>

  'account.opened': { accountId: string }
  'account.signed-in': { accountId: string }
  'account.changed': { accountId: string }
  'account.mail-changed': { accountId: string }
  'account.appointed': { accountId: string; role: string; scope: string }
  'account.released': { accountId: string; role: string; scope: string }
  'account.erased': { accountId: string }
  'account.pause-proposed': { measureId: string }
  'account.pause-dropped': { measureId: string }
  'account.paused': { accountId: string; measureId: string }
  'account.resumed': { accountId: string; measureId: string }
  'session.ended': { accountId: string; sessionId: string | null }
  'body.changed': { bodyId: string }
  'creator.declared': { accountId: string }
  'creator.confirmed': { accountId: string }

  'idea.received': { ideaId: string }
  'idea.published': { ideaId: string }
  'idea.refused': { ideaId: string; measureId: string }
  'idea.edited': { ideaId: string }
  'idea.tagged': { ideaId: string }
  'idea.supported': { ideaId: string }
  'idea.unsupported': { ideaId: string }
  'idea.followed': { ideaId: string }
  'idea.unfollowed': { ideaId: string }
  'idea.assigned': { ideaId: string }
  'idea.answer-extended': { ideaId: string }
  'idea.answer-reminded': { ideaId: string; stage: string }
  'idea.answered': { ideaId: string; answerId: string }
  'idea.done': { ideaId: string }
  'idea.withdrawn': { ideaId: string }
  'idea.hidden': { ideaId: string; measureId: string }
  'idea.restored': { ideaId: string; measureId: string }
  'idea.merged': { ideaId: string; intoId: string }
  'idea.split': { ideaId: string; fromId: string }

  'contribution.posted': {
    contributionId: string
    conversationId: string
    subject: string
    number: number
    parentId: string | null
  }
  'contribution.edited': { contributionId: string; conversationId: string; subject: string }
  'contribution.deleted': { contributionId: string; conversationId: string; subject: string }
  'contribution.reacted': { contributionId: string; conversationId: string; subject: string }
  'contribution.hidden': {
    contributionId: string
    conversationId: string
    subject: string
    measureId: string
  }
  'contribution.restored': {
    contributionId: string
    conversationId: string
    subject: string
    measureId: string
  }
  'conversation.closed': { conversationId: string; subject: string }
  'conversation.reopened': { conversationId: string; subject: string }

  'report.filed': { reportId: string }
  'report.decided': { reportId: string }
  'measure.appealed': { measureId: string }
  'appeal.decided': { measureId: string; outcome: string }
}

export type EventType = keyof EventData
export type Event = { [T in EventType]: { readonly type: T } & Readonly<EventData[T]> }[EventType]

interface EventRule<T extends EventType> {
  /** The live topics that open pages watch; empty where nobody watches. */
  topics(data: EventData[T]): readonly string[]
  /** Who may hear of it: asked of the policy for each listener, the same question the page asks. */
  readonly audience: Action
}

const ideas = {
  topics: (data: { ideaId: string }) => ['ideas', `idea:${data.ideaId}`],
  audience: 'idea.read',
} as const
const oneIdea = {
  topics: (data: { ideaId: string }) => [`idea:${data.ideaId}`],
  audience: 'idea.read',
} as const
const conversation = {
  topics: (data: { subject: string; conversationId: string }) => [
    data.subject,
    `conversation:${data.conversationId}`,
  ],
  audience: 'conversation.read',
} as const
const queue = { topics: () => ['moderation'], audience: 'moderation.read' } as const
const account = {
  topics: (data: { accountId: string }) => [`account:${data.accountId}`],
  audience: 'account.read',
} as const

export const events: { readonly [T in EventType]: EventRule<T> } = {
  'town.set-up': { topics: () => [], audience: 'town.operate' },
  'town.changed': { topics: () => [], audience: 'town.operate' },
  'account.opened': account,
  'account.signed-in': account,
  'account.changed': account,
  'account.mail-changed': account,
  'account.appointed': account,
  'account.released': account,
  'account.erased': account,
  'account.pause-proposed': queue,
  'account.pause-dropped': queue,
  'account.paused': account,
  'account.resumed': account,
  'session.ended': account,
  'body.changed': { topics: (data) => [`body:${data.bodyId}`], audience: 'body.read' },
  'creator.declared': account,
  'creator.confirmed': account,
  'idea.received': { topics: (data) => ['moderation', `idea:${data.ideaId}`], audience: 'idea.read' },
  'idea.published': { topics: (data) => ['moderation', ...ideas.topics(data)], audience: 'idea.read' },
  'idea.refused': { topics: (data) => ['moderation', `idea:${data.ideaId}`], audience: 'idea.read' },
  'idea.edited': ideas,
  'idea.tagged': ideas,
  'idea.supported': oneIdea,
  'idea.unsupported': oneIdea,
  'idea.followed': oneIdea,
  'idea.unfollowed': oneIdea,
  'idea.assigned': oneIdea,
  'idea.answer-extended': oneIdea,
  'idea.answer-reminded': oneIdea,
  'idea.answered': ideas,
  'idea.done': ideas,
  'idea.withdrawn': ideas,
  'idea.hidden': ideas,
  'idea.restored': ideas,
  'idea.merged': {
    topics: (data) => ['ideas', `idea:${data.ideaId}`, `idea:${data.intoId}`],
    audience: 'idea.read',
  },
  'idea.split': {
    topics: (data) => ['ideas', `idea:${data.ideaId}`, `idea:${data.fromId}`],
    audience: 'idea.read',
  },
  'contribution.posted': conversation,
  'contribution.edited': conversation,
  'contribution.deleted': conversation,
  'contribution.reacted': conversation,
  'contribution.hidden': conversation,
  'contribution.restored': conversation,
  'conversation.closed': conversation,
  'conversation.reopened': conversation,
  'report.filed': queue,
  'report.decided': queue,
  'measure.appealed': queue,
  'appeal.decided': queue,
}

export function topicsOf(event: Event): readonly string[] {
  const rule = events[event.type] as EventRule<EventType>
  return [...new Set(rule.topics(event as never))]
}
