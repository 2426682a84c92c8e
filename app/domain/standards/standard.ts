// Knows when a standard is read by whom, when it may be commented on, and when it is to be looked at again.
import { addMonths } from './calendar.ts'

export interface Standard {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly about: string
  readonly aboutHtml: string
  /** The working group that drafts it. */
  readonly bodySlug: string
  /** null: only the drafting group reads it. */
  readonly publishedAt: string | null
  readonly withdrawnAt: string | null
  readonly withdrawnReason: string | null
  /** Days: the first and the last of the consultation. */
  readonly consultFrom: string | null
  readonly consultUntil: string | null
  readonly reviewOn: string | null
  readonly version: number
}

export const consultationStates = ['none', 'planned', 'open', 'closing', 'closed'] as const
export type ConsultationState = (typeof consultationStates)[number]

/** What the house tells on its day. */
export const consultationTurns = ['open', 'closing', 'closed'] as const
export type ConsultationTurn = (typeof consultationTurns)[number]

/** The last days in which a consultation is said to be closing. */
const closingDays = 7

export function isPublicStandard(standard: Pick<Standard, 'publishedAt'>): boolean {
  return standard.publishedAt !== null
}

/** Where the consultation stands on a day such as '2027-05-01'. Its last day belongs to it. */
export function consultationOn(
  standard: Pick<Standard, 'consultFrom' | 'consultUntil'>,
  today: string,
): ConsultationState {
  const { consultFrom, consultUntil } = standard
  if (consultFrom === null) return 'none'
  if (today < consultFrom) return 'planned'
  if (consultUntil === null) return 'open'
  if (today > consultUntil) return 'closed'
  const left = (Date.parse(consultUntil) - Date.parse(today)) / 86_400_000
  return left < closingDays ? 'closing' : 'open'
}

/** Amendments come in while the text is public and no consultation has closed; adopted clauses may be amended at any time. */
export function takesAmendments(standard: Standard, today: string): boolean {
  return (
    standard.publishedAt !== null &&
    standard.withdrawnAt === null &&
    consultationOn(standard, today) !== 'closed'
  )
}

/** A standard is looked at again a year after it was last adopted. */
export function reviewAfter(adoptedOn: string): string {
  return addMonths(adoptedOn, 12)
}

export function isUnderReview(standard: Pick<Standard, 'reviewOn'>, today: string): boolean {
  return standard.reviewOn !== null && standard.reviewOn <= today
}
