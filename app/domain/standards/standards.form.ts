// The forms around standards, described once.
import type { FormDescription } from '../form.ts'
import { authorAnswers, partKinds, recommendations } from './amendment.ts'

export const standardLimits = {
  title: { min: 8, max: 100 },
  clause: { min: 3, max: 100_000 },
  reason: { min: 10, max: 2000 },
} as const

/** One clause taken into an amendment: what shall happen to it, and its new words. */
export const partForm = {
  kind: { type: 'choice', options: partKinds, required: true },
  text: { type: 'text', min: 0, max: standardLimits.clause.max, lines: 'many' },
} as const satisfies FormDescription

export const reasonForm = {
  reason: { type: 'text', ...standardLimits.reason, lines: 'many' },
} as const satisfies FormDescription

export const recommendForm = {
  recommendation: { type: 'choice', options: recommendations, required: true },
  reason: { type: 'text', ...standardLimits.reason, lines: 'many' },
} as const satisfies FormDescription

export const authorAnswerForm = {
  answer: { type: 'choice', options: authorAnswers, required: true },
} as const satisfies FormDescription
