// What can happen in a conversation.
import type { EventRules } from '../events.ts'

export interface ConversationEvents {
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
}

const conversation = {
  topics: (data: { subject: string; conversationId: string }) => [
    data.subject,
    `conversation:${data.conversationId}`,
  ],
  audience: 'conversation.read',
} as const

export const conversationEvents: EventRules<ConversationEvents> = {
  'contribution.posted': conversation,
  'contribution.edited': conversation,
  'contribution.deleted': conversation,
  'contribution.reacted': conversation,
  'contribution.hidden': conversation,
  'contribution.restored': conversation,
  'conversation.closed': conversation,
  'conversation.reopened': conversation,
}
