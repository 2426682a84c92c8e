// Reports, measures and objections.
import type { Moment } from '../columns.ts'

export interface ModerationTables {
  report: ReportTable
  measure: MeasureTable
  appeal: AppealTable
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
  /** The space whose moderators answer it. */
  space: string
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
