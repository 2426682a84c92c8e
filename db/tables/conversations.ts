// Conversations, on whatever subject.
import type { Moment } from '../columns.ts'

export interface ConversationTables {
  conversation: ConversationTable
  contribution: ContributionTable
  contributionVersion: { contributionId: string; number: number; text: string; html: string; at: Moment }
  reaction: { contributionId: string; accountId: string; kind: string }
  mention: { contributionId: string; accountId: string }
  reading: { accountId: string; conversationId: string; number: number }
}

export interface ConversationTable {
  id: string
  subjectKind: string
  subjectId: string
  state: string
  contributionCount: number
  movedAt: Moment
  version: number
}

export interface ContributionTable {
  id: string
  /** The number in /beitraege/345, one row of numbers for the whole town. */
  publicNumber: number
  conversationId: string
  /** The number within its conversation, without gaps: order and completeness come from it. */
  number: number
  parentId: string | null
  /** The number of the contribution that opened this branch; its own where it opened one. */
  rootNumber: number
  depth: number
  authorId: string | null
  authorFunction: string | null
  move: string
  /** Where it stands in the view by reasons; replies stand below what they answer. */
  section: string
  text: string
  html: string
  sanitiser: string
  language: string
  replyCount: number
  postedAt: Moment
  editedAt: Moment | null
  deletedAt: Moment | null
  hiddenAt: Moment | null
  /** The conversation it came from, when two ideas were merged. */
  movedFromId: string | null
  version: number
}
