// The forms of moderation, described once: parsed by them on the server, their limits shown by them on the page.
import type { FormDescription } from '../form.ts'
import { appealLimits, appealOutcomes } from './appeal.ts'
import { groundsLimits, pauseLimits, templates } from './measure.ts'
import { reportLimits, reportRules } from './report.ts'

const version = { type: 'number', min: 1, max: 1_000_000, required: true } as const
const sentence = { type: 'text', ...groundsLimits.sentence, lines: 'many' } as const

/** Rule, reason and sentence: the reason names its rule, so one choice gives both. */
export const groundsForm = {
  template: { type: 'choice', options: templates, required: true },
  sentence,
  version,
} as const satisfies FormDescription

export const pauseForm = {
  ...groundsForm,
  days: { type: 'number', ...pauseLimits.days, required: true },
} as const satisfies FormDescription

export const versionForm = { version } as const satisfies FormDescription

/** A report is answered with words where nothing is done. */
export const answerForm = {
  text: { type: 'text', ...reportLimits.text, lines: 'many' },
  version,
} as const satisfies FormDescription

export const appealForm = {
  text: { type: 'text', ...appealLimits.text, lines: 'many' },
} as const satisfies FormDescription

export const guestAppealForm = {
  secret: { type: 'text', min: 1, max: 100 },
  ...appealForm,
} as const satisfies FormDescription

export const appealDecisionForm = {
  outcome: { type: 'choice', options: appealOutcomes, required: true },
  reason: { type: 'text', ...appealLimits.reason, lines: 'many' },
  version,
} as const satisfies FormDescription

const reporter = {
  name: { type: 'text', min: 0, ...reportLimits.name },
  mail: { type: 'mail', required: false },
} as const

export const reportForm = {
  address: { type: 'text', ...reportLimits.address },
  rule: { type: 'choice', options: reportRules.filter((rule) => rule !== 'barrier'), required: true },
  reason: { type: 'text', ...reportLimits.reason, lines: 'many' },
  ...reporter,
  goodFaith: { type: 'check', required: true },
} as const satisfies FormDescription

export const barrierForm = {
  address: { type: 'text', min: 0, max: reportLimits.address.max },
  reason: { type: 'text', ...reportLimits.reason, lines: 'many' },
  video: { type: 'text', min: 0, ...reportLimits.video },
  ...reporter,
} as const satisfies FormDescription
