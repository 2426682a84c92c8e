// The mails of moderation: what was done and why, by which rule, and how to object (DSA articles 16, 17 and 20).
import type { MailSentence, MailText } from '../notices/mail.ts'
import type { AppealOutcome } from './appeal.ts'
import type { MeasureKind, RuleNumber, Template } from './measure.ts'

/** The thing a mail speaks of. */
export interface Named {
  readonly title: string
  /** The number of the idea, or of the contribution within its conversation. */
  readonly number: number
}

export interface MeasureFacts extends Named {
  readonly kind: MeasureKind
  readonly rule: RuleNumber
  readonly template: Template
  readonly reason: string
  readonly untilAt: string | null
  readonly reported: boolean
  readonly objectUntil: string
  readonly link: string
}

const own = { say: 'footer.why-yours' } as const
const reporter = { say: 'footer.why-report' } as const

/** Statement of reasons for whoever wrote the text. */
export function measureMail(measure: MeasureFacts): MailText {
  return {
    subject: { say: measure.kind === 'pause_account' ? 'measure.subject-account' : 'measure.subject' },
    lines: [
      whatOf(measure),
      { say: `measure.seen.${measure.template}` },
      { say: `measure.rules.${measure.rule}` },
      { say: 'measure.sentence' },
      { quote: measure.reason },
      { say: measure.reported ? 'measure.report-origin' : 'measure.own-origin' },
      { say: 'measure.by-people' },
      { say: 'measure.object', with: { date: measure.objectUntil, link: measure.link } },
      { say: 'measure.object-who' },
      { say: 'measure.court' },
    ],
    to: null,
    why: own,
  }
}

function whatOf({ kind, title, number, untilAt }: MeasureFacts): MailSentence {
  switch (kind) {
    case 'hide_contribution':
      return { say: 'measure.what.hidden', with: { number, title } }
    case 'hide_idea':
      return { say: 'measure.what.idea-hidden', with: { number, title } }
    case 'refuse_idea':
      return { say: 'guest-idea.refused.what', with: { number, title } }
    case 'pause_account':
      return { say: 'measure.what.paused', with: { date: untilAt ?? '' } }
  }
}

export function appealReceivedMail(kind: MeasureKind, title: string): MailText {
  return {
    subject: { say: 'objection-received.subject' },
    lines: [
      kind === 'pause_account'
        ? { say: 'objection-received.what-account' }
        : { say: 'objection-received.what', with: { title } },
    ],
    to: '/konto/massnahmen',
    why: own,
  }
}

export function appealDecidedMail(
  kind: MeasureKind,
  title: string,
  decision: { readonly outcome: AppealOutcome; readonly reason: string },
): MailText {
  const right = decision.outcome === 'restored'
  return {
    subject: { say: 'objection-decided.subject' },
    lines: [
      kind === 'pause_account'
        ? { say: right ? 'objection-decided.account-resumed' : 'objection-decided.account-stays' }
        : { say: right ? 'objection-decided.upheld' : 'objection-decided.refused', with: { title } },
      { say: 'objection-decided.reason' },
      { quote: decision.reason },
      { say: 'objection-decided.who' },
      { say: 'measure.court' },
    ],
    to: '/konto/massnahmen',
    why: own,
  }
}

export function reportReceivedMail(number: number, hours: number): MailText {
  return {
    subject: { say: 'report-received.subject', with: { number } },
    lines: [
      { say: 'report-received.what', with: { number } },
      { say: 'report-received.next', with: { count: hours } },
    ],
    to: null,
    why: reporter,
  }
}

export interface DecisionFacts {
  readonly number: number
  readonly barrier: boolean
  /** What was done, or null where the text stays. */
  readonly did: Exclude<MeasureKind, 'refuse_idea'> | null
  readonly text: string
  readonly objectUntil: string
  readonly link: string
}

/** The decision with the way to object, for whoever reported. */
export function reportDecidedMail(decision: DecisionFacts): MailText {
  const { number } = decision
  return {
    subject: { say: 'report-decided.subject', with: { number } },
    lines: [
      ...(decision.barrier
        ? [{ say: 'report-decided.answer', with: { number } } as const]
        : decision.did === null
          ? [
              { say: 'report-decided.not-acted', with: { number } } as const,
              { say: 'report-decided.reason' } as const,
            ]
          : [
              { say: 'report-decided.acted', with: { number } } as const,
              { say: `report-decided.did.${decision.did}` } as const,
              { say: 'report-decided.reason' } as const,
            ]),
      { quote: decision.text },
      { say: 'measure.by-people' },
      { say: 'report-decided.object', with: { date: decision.objectUntil, link: decision.link } },
      { say: 'measure.court' },
    ],
    to: null,
    why: reporter,
  }
}
