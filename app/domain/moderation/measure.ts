// Knows what a moderator may do to a text or an account, what each measure must rest on, and when it counts.
import { refuse } from '../refusal.ts'

export const measureKinds = ['hide_contribution', 'hide_idea', 'refuse_idea', 'pause_account'] as const
export type MeasureKind = (typeof measureKinds)[number]

export const ruleNumbers = ['1', '2', '3', '4', '5'] as const
export type RuleNumber = (typeof ruleNumbers)[number]

/** The reasons each rule knows. A reason of another rule is none. */
export const templatesOf = {
  '1': ['off_topic', 'no_sense'],
  '2': ['insult', 'threat', 'belittling'],
  '3': ['advertising', 'repeated', 'mass_text'],
  '4': ['private_data', 'picture_without_consent'],
  '5': ['unlawful', 'rights_of_others'],
} as const satisfies Record<RuleNumber, readonly string[]>
export type Template = (typeof templatesOf)[RuleNumber][number]

export const templates: readonly Template[] = ruleNumbers.flatMap(
  (rule): readonly Template[] => templatesOf[rule],
)

export const groundsLimits = { sentence: { min: 10, max: 1000 } } as const
export const pauseLimits = { days: { min: 1, max: 90 } } as const

/** What every measure rests on: a rule, one of its reasons, and a sentence of the moderator's own. */
export interface Grounds {
  readonly rule: RuleNumber
  readonly template: Template
  readonly sentence: string
}

export interface Measure {
  readonly id: string
  /** 'idea:…', 'contribution:…' or 'account:…' */
  readonly subject: string
  readonly kind: MeasureKind
  readonly rule: RuleNumber
  readonly template: Template
  /** The moderator's own sentence. */
  readonly reason: string
  /** Whose text or account it is; null for a guest. */
  readonly affectedId: string | null
  readonly space: string
  readonly byId: string
  readonly at: string
  readonly untilAt: string | null
  readonly confirmedById: string | null
  /** Null while an account's pause waits for the second pair of eyes. */
  readonly confirmedAt: string | null
  readonly reportId: string | null
  readonly liftedAt: string | null
  readonly version: number
}

export type NewMeasure = Pick<Measure, 'id' | 'subject' | 'affectedId' | 'space' | 'byId' | 'reportId'>

/** A measure on a text: it counts at once. Refuses 'measure_needs_grounds' without rule, reason and sentence. */
export function measureOnText(
  kind: Exclude<MeasureKind, 'pause_account'>,
  made: NewMeasure,
  grounds: Grounds,
  now: string,
): Measure {
  return {
    ...made,
    kind,
    ...acceptGrounds(grounds),
    at: now,
    untilAt: null,
    confirmedById: null,
    confirmedAt: now,
    liftedAt: null,
    version: 1,
  }
}

/** A pause somebody proposes. It counts only when another moderator confirms it. */
export function proposePause(made: NewMeasure, grounds: Grounds, days: number, now: string): Measure {
  const { min, max } = pauseLimits.days
  if (!Number.isInteger(days) || days < min || days > max) throw refuse('measure_needs_grounds')
  if (made.affectedId === made.byId) throw refuse('own_case')
  return {
    ...made,
    kind: 'pause_account',
    ...acceptGrounds(grounds),
    at: now,
    untilAt: daysAfter(now, days),
    confirmedById: null,
    confirmedAt: null,
    liftedAt: null,
    version: 1,
  }
}

/** Four eyes: whoever proposed the pause, or is paused, does not confirm it. The days run from now. */
export function confirmPause(measure: Measure, byId: string | null, now: string): Measure {
  checkOpenPause(measure)
  if (byId === null || byId === measure.byId || byId === measure.affectedId)
    throw refuse('pause_by_same_person')
  const length = Date.parse(measure.untilAt ?? measure.at) - Date.parse(measure.at)
  const untilAt = new Date(Date.parse(now) + length).toISOString()
  return { ...measure, confirmedById: byId, confirmedAt: now, untilAt }
}

/** The pause is not made. Whoever proposed it may take it back, anybody else may say no. */
export function dropPause(measure: Measure, byId: string | null, now: string): Measure {
  checkOpenPause(measure)
  if (byId === measure.affectedId) throw refuse('own_case')
  return { ...measure, confirmedById: byId, liftedAt: now }
}

/** Ends a measure: an objection was right. */
export function lift(measure: Measure, now: string): Measure {
  if (!isInForce(measure)) throw refuse('already_decided')
  return { ...measure, liftedAt: now }
}

export function isInForce(measure: Pick<Measure, 'confirmedAt' | 'liftedAt'>): boolean {
  return measure.confirmedAt !== null && measure.liftedAt === null
}

export function waitsForConfirmation(measure: Pick<Measure, 'confirmedAt' | 'liftedAt'>): boolean {
  return measure.confirmedAt === null && measure.liftedAt === null
}

/** The reason that stands where nobody chose one: the rule's first. */
export function firstTemplateOf(rule: RuleNumber): Template {
  return templatesOf[rule][0]
}

export function ruleOf(template: Template): RuleNumber {
  const rule = ruleNumbers.find((number) => isTemplateOf(number, template))
  if (!rule) throw refuse('measure_needs_grounds')
  return rule
}

export function isTemplate(template: string): template is Template {
  return (templates as readonly string[]).includes(template)
}

export function isTemplateOf(rule: RuleNumber, template: string): template is Template {
  return (templatesOf[rule] as readonly string[]).includes(template)
}

export function daysAfter(at: string, days: number): string {
  return new Date(Date.parse(at) + days * 86_400_000).toISOString()
}

function acceptGrounds(grounds: Grounds): Pick<Measure, 'rule' | 'template' | 'reason'> {
  const reason = grounds.sentence.trim()
  const { min, max } = groundsLimits.sentence
  const known = (ruleNumbers as readonly string[]).includes(grounds.rule)
  if (!known || !isTemplateOf(grounds.rule, grounds.template) || reason.length < min || reason.length > max) {
    throw refuse('measure_needs_grounds')
  }
  return { rule: grounds.rule, template: grounds.template, reason }
}

/** Two moderators at once: the second learns that somebody was faster. */
function checkOpenPause(measure: Measure): void {
  if (!waitsForConfirmation(measure)) throw refuse('somebody_was_faster')
}
