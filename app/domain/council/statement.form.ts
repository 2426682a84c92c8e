// The forms of the Council's house, described once.
import type { FormDescription } from '../form.ts'

const version = { type: 'number', min: 1, max: 1_000_000, required: true } as const

export const statementForm = {
  title: { type: 'text', min: 5, max: 160 },
  text: { type: 'text', min: 20, max: 12_000, lines: 'many' },
  /** What is different: shown beside the version. */
  note: { type: 'text', min: 0, max: 200 },
  version: { ...version, min: 0 },
} as const satisfies FormDescription

export const publishForm = { version } as const satisfies FormDescription

export const withdrawStatementForm = {
  reason: { type: 'text', min: 10, max: 500, lines: 'many' },
} as const satisfies FormDescription

export const talkForm = { title: { type: 'text', min: 5, max: 160 } } as const satisfies FormDescription

export const refusalForm = {
  accountId: { type: 'text', min: 1, max: 64 },
  reason: { type: 'text', min: 10, max: 500, lines: 'many' },
} as const satisfies FormDescription

export const objectionForm = {
  accountId: { type: 'text', min: 1, max: 64 },
  text: { type: 'text', min: 10, max: 1000, lines: 'many' },
} as const satisfies FormDescription

/** Against one's own refusal: it is clear who is meant. */
export const refusalObjectionForm = { text: objectionForm.text } as const satisfies FormDescription

export const objectionDecisionForm = {
  objectionId: { type: 'text', min: 1, max: 64 },
  outcome: { type: 'choice', options: ['upheld', 'rejected'], required: true },
  reason: { type: 'text', min: 10, max: 1000, lines: 'many' },
} as const satisfies FormDescription

export const contactForm = {
  name: { type: 'text', min: 3, max: 160 },
  address: { type: 'text', min: 3, max: 400, lines: 'many' },
  mail: { type: 'mail', required: true },
  note: { type: 'text', min: 0, max: 1000, lines: 'many' },
} as const satisfies FormDescription
