// Quality standards: their sections and clauses with every version, amendments, and the programme's clock.
import type { JsonText, Moment } from '../columns.ts'

export interface StandardTables {
  standard: StandardTable
  section: SectionTable
  clause: ClauseTable
  clauseVersion: ClauseVersionTable
  /** The whole text as it was adopted, with the hash that is printed in the minutes. */
  standardVersion: StandardVersionTable
  amendment: AmendmentTable
  amendmentPart: AmendmentPartTable
  sectionOnAgenda: { sectionId: string; itemId: string }
  cosignature: { amendmentId: string; accountId: string; at: Moment }
  programmePause: {
    id: string
    standardId: string
    fromDay: string
    untilDay: string | null
    decision: string
  }
  milestone: MilestoneTable
  declaration: DeclarationTable
  ruleCard: RuleCardTable
  sectionTask: SectionTaskTable
  sectionDraft: SectionDraftTable
  draftAside: DraftAsideTable
}

export interface StandardTable {
  id: string
  slug: string
  title: string
  about: string
  aboutHtml: string
  bodySlug: string
  publishedAt: Moment | null
  withdrawnAt: Moment | null
  withdrawnReason: string | null
  consultFrom: string | null
  consultUntil: string | null
  reviewOn: string | null
  /** The day the clock of the programme began, by which decision, and for how many months. */
  startedOn: string | null
  startDecision: string | null
  months: number
  version: number
}

export interface SectionTable {
  id: string
  standardId: string
  place: number
  title: string
  /** What the drafting group notes for itself. */
  note: string
  version: number
}

export interface ClauseTable {
  id: string
  standardId: string
  sectionId: string
  conversationId: string
  place: number | null
  stage: string
  text: string
  html: string
  sanitiser: string
  version: number
  plainText: string | null
  plainHtml: string | null
  plainOf: number | null
  struckAt: Moment | null
  joinedIntoId: string | null
}

export interface ClauseVersionTable {
  clauseId: string
  number: number
  text: string
  html: string
  at: Moment
  byId: string | null
  /** How it came to be: 'drafted', 'edited', 'amended', 'split', 'joined', 'adopted'. */
  how: string
  amendmentId: string | null
  /** The result of the vote in a sentence. */
  decision: string | null
}

export interface StandardVersionTable {
  id: string
  standardId: string
  number: number
  at: Moment
  decision: string | null
  link: string | null
  /** Sections with their clauses, numbers and texts. */
  content: JsonText
  /** SHA-256 of the content as it is printed. */
  hash: string
}

export interface AmendmentTable {
  id: string
  standardId: string
  number: number
  state: string
  authorId: string | null
  reason: string
  reasonHtml: string
  conversationId: string
  proposedAt: Moment
  recommendation: string | null
  recommendationReason: string | null
  recommendedAt: Moment | null
  authorAnswer: string | null
  decidedAt: Moment | null
  decision: string | null
  /** The agenda item it lies on. */
  agendaItemId: string | null
  version: number
}

export interface AmendmentPartTable {
  id: string
  amendmentId: string
  kind: string
  clauseId: string | null
  sectionId: string
  afterClauseId: string | null
  baseVersion: number | null
  baseText: string
  text: string
  recommendedText: string | null
}

export interface MilestoneTable {
  standardId: string
  slug: string
  month: number
  needs: string
  reachedOn: string | null
}

export interface DeclarationTable {
  id: string
  standardId: string
  sectionId: string
  organisation: string
  contact: string
  byId: string
  at: Moment
  reviewOn: string
  withdrawnAt: Moment | null
}

export interface RuleCardTable {
  clauseId: string
  who: string
  pays: string
  insured: string
  call: string
  /** The version of the clause it was written for. */
  ofVersion: number
}

export interface SectionTaskTable {
  id: string
  sectionId: string
  what: string
  ownerId: string
  dueOn: string
  doneAt: Moment | null
}

/** The working text of a section while several write it together. */
export interface SectionDraftTable {
  sectionId: string
  /** Open pages hold a copy of this very document; after a new beginning they bring their words by another way. */
  generation: string
  /** The document as Yjs keeps it, in base64. */
  state: string
  /** Per clause, the version whose words the document has taken in. */
  merged: JsonText
  savedAt: Moment
  /** Since when the document is ahead of the clauses; null while they say the same. */
  unsettledSince: Moment | null
  /** Who wrote last, for as long as the document is ahead; null otherwise. */
  writerId: string | null
  version: number
}

/** Words of the workshop that could not be merged and wait for somebody to look at them. */
export interface DraftAsideTable {
  id: string
  sectionId: string
  clauseId: string
  /** 'collided', 'struck' or 'adopted'. */
  why: string
  base: string
  ours: string
  theirs: string
  at: Moment
}
