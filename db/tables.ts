// The shape of every table, for Kysely. One interface a table, in the order of the migrations.
import type { Generated } from 'kysely'
import type { JsonText, Moment } from './columns.ts'
import type { SearchTables } from './search/tables.ts'

export interface Tables extends SearchTables {
  counter: { name: string; value: number }
  event: { number: number; type: string; actorId: string | null; at: Moment; data: JsonText }
  eventTopic: { topic: string; eventNumber: number }
  job: JobTable
  sentForm: { sender: string; key: string; outcome: JsonText; at: Moment }
  setting: { name: string; value: string }

  account: AccountTable
  appointment: AppointmentTable
  signInCode: SignInCodeTable
  session: SessionTable
  passkey: PasskeyTable
  body: { id: string; slug: string; name: string; kind: string; about: string; seats: Generated<number> }
  bench: { id: string; bodyId: string; slug: string; name: string; seats: number; place: number }
  membership: MembershipTable
  creator: CreatorTable
  responsibleRole: { slug: string; name: string }

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

  conversation: ConversationTable
  contribution: ContributionTable
  contributionVersion: { contributionId: string; number: number; text: string; html: string; at: Moment }
  reaction: { contributionId: string; accountId: string; kind: string }
  mention: { contributionId: string; accountId: string }
  reading: { accountId: string; conversationId: string; number: number }

  report: ReportTable
  measure: MeasureTable
  appeal: AppealTable

  notice: NoticeTable
  mail: MailTable
  mailWish: { accountId: string; kind: string; wish: string }
}

export interface JobTable {
  id: string
  kind: string
  /** At most one open job a key: asking twice changes nothing. */
  key: string | null
  data: JsonText
  dueAt: Moment
  attempts: number
  claimedUntil: Moment | null
  doneAt: Moment | null
  lastError: string | null
}

export interface AccountTable {
  id: string
  handle: string
  name: string
  sortName: string
  mail: string | null
  district: string | null
  language: string
  ageBand: string
  createdAt: Moment
  pausedUntil: Moment | null
  erasedAt: Moment | null
  version: number
}

export interface AppointmentTable {
  id: string
  accountId: string
  role: string
  scope: string
  fromAt: Moment
  untilAt: Moment | null
  byId: string | null
}

export interface SignInCodeTable {
  id: string
  /** Only where somebody is signed in and wants another address. */
  accountId: string | null
  mail: string
  purpose: string
  codeHash: string
  linkHash: string
  createdAt: Moment
  expiresAt: Moment
  tries: number
  usedAt: Moment | null
}

export interface SessionTable {
  id: string
  tokenHash: string
  accountId: string
  device: string
  createdAt: Moment
  seenAt: Moment
  expiresAt: Moment
  endedAt: Moment | null
}

export interface PasskeyTable {
  id: string
  accountId: string
  credentialId: string
  publicKey: string
  counter: number
  transports: JsonText
  name: string
  createdAt: Moment
}

export interface MembershipTable {
  id: string
  bodyId: string
  accountId: string
  benchId: string | null
  function: string
  fromAt: Moment
  untilAt: Moment | null
}

export interface CreatorTable {
  accountId: string
  branch: string
  does: string
  declaredAt: Moment
  confirmedAt: Moment | null
  confirmedById: string | null
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

export interface ReportTable {
  id: string
  number: number
  subject: string
  address: string
  rule: string
  reason: string
  reporterId: string | null
  reporterName: string | null
  reporterMail: string | null
  at: Moment
  dueAt: Moment
  decision: string | null
  decisionText: string | null
  decidedById: string | null
  decidedAt: Moment | null
  /** Feedback on a barrier may come as a film in sign language. */
  video: string | null
  measureId: string | null
  /** The report whose decision this one objects to. */
  appealOfId: string | null
  language: string
  version: number
}

export interface MeasureTable {
  id: string
  subject: string
  kind: string
  rule: string
  /** Which of the rule's reasons; the free sentence is `reason`. */
  template: string
  reason: string
  affectedId: string | null
  space: string
  byId: string
  at: Moment
  /** The end of a pause. */
  untilAt: Moment | null
  /** The second pair of eyes, where a measure needs one. */
  confirmedById: string | null
  confirmedAt: Moment | null
  reportId: string | null
  liftedAt: Moment | null
  version: number
}

export interface AppealTable {
  id: string
  measureId: string
  byId: string
  text: string
  at: Moment
  outcome: string | null
  outcomeText: string | null
  decidedById: string | null
  decidedAt: Moment | null
  version: number
}

export interface NoticeTable {
  id: string
  accountId: string
  eventNumber: number
  kind: string
  subject: string
  at: Moment
  readAt: Moment | null
}

export interface MailTable {
  id: string
  accountId: string | null
  address: string
  kind: string
  language: string
  data: JsonText
  createdAt: Moment
  dueAt: Moment
  attempts: number
  claimedUntil: Moment | null
  sentAt: Moment | null
  lastError: string | null
}
