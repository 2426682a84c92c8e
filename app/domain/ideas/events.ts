// What can happen to an idea.
import type { EventRules } from '../events.ts'

export interface IdeaEvents {
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
}

const ideas = {
  topics: (data: { ideaId: string }) => ['ideas', `idea:${data.ideaId}`],
  audience: 'idea.read',
} as const
const oneIdea = {
  topics: (data: { ideaId: string }) => [`idea:${data.ideaId}`],
  audience: 'idea.read',
} as const

export const ideaEvents: EventRules<IdeaEvents> = {
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
}
