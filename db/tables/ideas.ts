// Ideas and what grows around them.
import type { Moment } from '../columns.ts'

export interface IdeaTables {
  idea: IdeaTable
  ideaVersion: IdeaVersionTable
  ideaGoal: { ideaId: string; goal: string }
  support: { ideaId: string; accountId: string; at: Moment; fromIdeaId: string | null }
  /** `fromSubject`: where it came from when two ideas were merged. */
  follow: { accountId: string; subject: string; at: Moment; fromSubject: string | null }
  officialAnswer: OfficialAnswerTable
  lifelineStep: LifelineStepTable
  picture: {
    id: string
    alt: string
    width: number
    height: number
    ownerId: string | null
    at: Moment
  }
}

export interface IdeaTable {
  id: string
  number: number
  conversationId: string
  title: string
  text: string
  html: string
  sanitiser: string
  language: string
  state: string
  district: string
  authorId: string | null
  /** How a guest wants to be called; an account's name is looked up when read. */
  authorName: string | null
  /** 'web', 'paper' or 'phone'. */
  source: string
  secretHash: string | null
  pictureId: string | null
  supportCount: number
  receivedAt: Moment
  publishedAt: Moment | null
  movedAt: Moment
  responsible: string | null
  answerDueAt: Moment | null
  reviewOn: string | null
  mergedIntoId: string | null
  closedReason: string | null
  /** What it was before it was hidden. */
  stateBefore: string | null
  /** The item under which it stands on an agenda; its state goes on meanwhile. */
  agendaItemId: string | null
  version: number
}

export interface IdeaVersionTable {
  ideaId: string
  number: number
  title: string
  text: string
  html: string
  byId: string | null
  at: Moment
}

export interface OfficialAnswerTable {
  id: string
  ideaId: string
  kind: string
  text: string
  html: string
  reviewOn: string | null
  byId: string
  byFunction: string
  at: Moment
}

export interface LifelineStepTable {
  id: string
  /** Such as 'idea:0198…'. */
  subject: string
  kind: string
  at: Moment
  byFunction: string | null
  link: string | null
  note: string | null
}
