// Meetings from the plan to the signed minutes, and what comes of them.
import type { JsonText, Moment } from '../columns.ts'

export interface MeetingTables {
  bodyRules: { bodyId: string; rules: JsonText; changedAt: Moment; version: number }
  meeting: MeetingTable
  agendaItem: AgendaItemTable
  agendaItemGoal: { itemId: string; goal: string }
  paper: PaperTable
  /** Kept beside the rest, so that a backup takes it along and no list reads it by accident. */
  paperFile: { paperId: string; base64: string }
  agendaProposal: AgendaProposalTable
  citizenQuestion: CitizenQuestionTable
  citizenQuestionSupport: { questionId: string; accountId: string }
  meetingNeed: { meetingId: string; accountId: string; kinds: JsonText; text: string; at: Moment }
  /** What the invitation said of a thing that changed later; `itemId` is empty for the meeting itself. */
  invitationChange: { meetingId: string; what: string; itemId: string; invited: string; at: Moment }
  invitationRead: { meetingId: string; accountId: string; at: Moment }
  meetingStep: MeetingStepTable
  /** How often a sign was given in that minute; nobody is named, anywhere. */
  meetingSignal: { meetingId: string; kind: string; minute: Moment; count: number }
  minutesNote: { meetingId: string; itemId: string; text: string; at: Moment; version: number }
  minutes: MinutesTable
  correction: CorrectionTable
  resolution: ResolutionTable
  task: TaskTable
}

export interface MeetingTable {
  id: string
  number: number
  bodyId: string
  ordinal: number
  title: string
  place: string
  access: string
  online: string | null
  startsAt: Moment
  endsAt: Moment
  state: string
  invitedAt: Moment | null
  urgency: string | null
  cancelledReason: string | null
  version: number
}

export interface AgendaItemTable {
  id: string
  /** The number in /runder-tisch/punkte/47: it stays when the item changes its place. */
  publicNumber: number
  meetingId: string
  parentId: string | null
  place: number
  title: string
  kind: string
  audience: string
  minutes: number
  text: string
  html: string
  sanitiser: string
  noGoalReason: string | null
  /** The office or function that answers for it. */
  responsible: string
  broughtBy: string
  project: JsonText | null
  ideaId: string | null
  conversationId: string | null
  addedAt: Moment
  /** Set only after the invitation went out, so that everybody sees what is new. */
  changedAt: Moment | null
  removedAt: Moment | null
  version: number
}

export interface PaperTable {
  id: string
  itemId: string
  kind: string
  title: string
  /** An address, or the name of the file. */
  target: string
  mediaType: string | null
  size: number | null
  at: Moment
}

export interface AgendaProposalTable {
  id: string
  meetingId: string
  authorId: string | null
  /** The function in which it was proposed: that stands on the agenda, never a citizen's name. */
  broughtBy: string
  title: string
  text: string
  goals: JsonText
  noGoalReason: string
  ideaId: string | null
  at: Moment
  decision: string | null
  reply: string
  decidedAt: Moment | null
  itemId: string | null
  version: number
}

export interface CitizenQuestionTable {
  id: string
  meetingId: string
  itemId: string | null
  authorId: string | null
  text: string
  at: Moment
  supportCount: number
  answer: string | null
  answeredAt: Moment | null
  /** The function that answered. */
  answeredBy: string | null
  version: number
}

export interface MeetingStepTable {
  meetingId: string
  number: number
  at: Moment
  byId: string | null
  type: string
  data: JsonText
  undoneAt: Moment | null
}

export interface MinutesTable {
  meetingId: string
  state: string
  sentences: JsonText
  checkedAt: Moment
  checkedById: string | null
  correctUntil: Moment
  chairSignedAt: Moment | null
  chairSignedById: string | null
  takerSignedAt: Moment | null
  takerSignedById: string | null
  hash: string | null
  publishedAt: Moment | null
  publicSentences: JsonText | null
  /** The item of a later meeting that approved them. */
  approvedItemId: string | null
  version: number
}

export interface CorrectionTable {
  id: string
  meetingId: string
  /** 'correction' before the signatures, 'objection' after them. */
  kind: string
  sentence: string
  before: string
  proposed: string
  byId: string | null
  at: Moment
  decision: string | null
  decidedAt: Moment | null
  reply: string
}

export interface ResolutionTable {
  id: string
  number: number
  bodyId: string
  meetingId: string
  itemId: string
  pollId: string | null
  ideaId: string | null
  kind: string
  text: string
  outcome: string
  result: JsonText
  at: Moment
  reviewOn: string | null
  version: number
}

export interface TaskTable {
  id: string
  meetingId: string
  itemId: string
  resolutionId: string | null
  text: string
  /** The office or function that has it; `ownerId` the account that is reminded. */
  owner: string
  ownerId: string | null
  dueOn: string
  at: Moment
  doneAt: Moment | null
  doneNote: string | null
  version: number
}
