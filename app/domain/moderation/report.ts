// Knows what a report must bring (DSA article 16), which address it means, and how soon it must be answered.
import { refuse } from '../refusal.ts'
import { daysAfter, ruleNumbers } from './measure.ts'

/** The five rules, danger for a child (needs no name), and a barrier on the page. */
export const reportRules = [...ruleNumbers, 'child', 'barrier'] as const
export type ReportRule = (typeof reportRules)[number]

export const reportDecisions = ['acted', 'kept'] as const
export type ReportDecision = (typeof reportDecisions)[number]

export const reportLimits = {
  address: { min: 1, max: 500 },
  reason: { min: 10, max: 2000 },
  name: { max: 80 },
  video: { max: 500 },
  text: { min: 10, max: 1000 },
} as const

export interface Report {
  readonly id: string
  /** The receipt's number. */
  readonly number: number
  /** 'idea:…', 'contribution:…', 'account:…' or 'page:/…' */
  readonly subject: string
  readonly address: string
  /** The space whose moderators answer it. */
  readonly space: string
  readonly rule: ReportRule
  readonly reason: string
  readonly reporterId: string | null
  readonly reporterName: string | null
  readonly reporterMail: string | null
  readonly at: string
  readonly dueAt: string
  readonly decision: ReportDecision | null
  readonly decisionText: string | null
  readonly decidedById: string | null
  readonly decidedAt: string | null
  readonly video: string | null
  readonly measureId: string | null
  readonly appealOfId: string | null
  readonly language: string
  readonly version: number
}

/**
 * Name and mail are asked of everybody without an account, but not where a child is in danger, and not for a
 * barrier. All reports on content say that they are made in good faith (DSA article 16, paragraph 2).
 */
export function checkReport(report: {
  readonly rule: ReportRule
  readonly known: boolean
  readonly name: string | null
  readonly mail: string | null
  readonly goodFaith: boolean
}): void {
  if (report.rule === 'barrier') return
  if (!report.goodFaith) throw refuse('report_needs_good_faith')
  if (report.known || report.rule === 'child') return
  if (!report.name || !report.mail) throw refuse('report_needs_contact')
}

export type ReportedThing =
  | { readonly kind: 'idea'; readonly number: number }
  | { readonly kind: 'contribution'; readonly publicNumber: number }
  | { readonly kind: 'place'; readonly ideaNumber: number; readonly number: number }
  | { readonly kind: 'account'; readonly handle: string }
  | { readonly kind: 'page' }

/**
 * What an address of this house points at, with its path; null when it is not of this house.
 * A person is named as in a mention: '@renate-k'.
 */
export function readAddress(typed: string, baseUrl: string): { path: string; thing: ReportedThing } | null {
  const handle = /^@([a-z0-9-]{1,60})$/.exec(typed.trim())?.[1]
  if (handle) return { path: `@${handle}`, thing: { kind: 'account', handle } }
  let url: URL
  try {
    url = new URL(typed.trim(), baseUrl)
  } catch {
    return null
  }
  if (url.origin !== new URL(baseUrl).origin || url.username !== '') return null
  const path = url.pathname.replace(/^\/en(?=\/|$)/, '') || '/'
  const idea = /^\/ideen\/(\d{1,9})$/.exec(path)?.[1]
  const place = /^#b(\d{1,9})$/.exec(url.hash)?.[1]
  const contribution = /^\/beitraege\/(\d{1,9})$/.exec(path)?.[1]
  const shown = path + url.search + url.hash
  if (idea && place) {
    return { path: shown, thing: { kind: 'place', ideaNumber: Number(idea), number: Number(place) } }
  }
  if (idea) return { path: shown, thing: { kind: 'idea', number: Number(idea) } }
  if (contribution)
    return { path: shown, thing: { kind: 'contribution', publicNumber: Number(contribution) } }
  return { path: shown, thing: { kind: 'page' } }
}

const hour = 3_600_000

/** So many hours later, of which only those from Monday to Friday count, by the town's own clock. */
export function reportDueAt(at: string, hours: number, timeZone: string): string {
  const weekday = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short' })
  let moment = Date.parse(at)
  for (let left = hours; left > 0; ) {
    moment += hour
    const day = weekday.format(moment - 1)
    if (day !== 'Sat' && day !== 'Sun') left--
  }
  return new Date(moment).toISOString()
}

/** Two moderators at once: the second learns that somebody was faster. Nobody decides on their own text. */
export function decide(
  report: Report,
  made: {
    readonly decision: ReportDecision
    readonly text: string
    readonly byId: string | null
    readonly measureId: string | null
    /** Whose text was reported. */
    readonly authorId: string | null
    /** Who decided on the report that this one objects to. */
    readonly earlierById: string | null
  },
  now: string,
): Report {
  if (report.decision !== null) throw refuse('somebody_was_faster')
  if (made.byId !== null && made.byId === made.authorId) throw refuse('own_case')
  if (made.byId !== null && made.byId === made.earlierById) throw refuse('appeal_by_same_person')
  return {
    ...report,
    decision: made.decision,
    decisionText: made.text,
    decidedById: made.byId,
    decidedAt: now,
    measureId: made.measureId ?? report.measureId,
  }
}

/** Whoever reported may object too, for as long as an author could. */
export function checkObjection(report: Report, objectionDays: number, now: string): void {
  if (report.decidedAt === null) throw refuse('not_found')
  if (now > daysAfter(report.decidedAt, objectionDays))
    throw refuse('appeal_too_late', { days: objectionDays })
}
