// The forms around standards, described once.
import type { FormDescription } from '../form.ts'
import { authorAnswers, outcomes, recommendations } from './amendment.ts'

export const standardLimits = {
  sectionTitle: { min: 3, max: 120 },
  clause: { min: 3, max: 20_000 },
  reason: { min: 10, max: 2000 },
} as const

export const recommendForm = {
  recommendation: { type: 'choice', options: recommendations, required: true },
  reason: { type: 'text', ...standardLimits.reason, lines: 'many' },
} as const satisfies FormDescription

/** What a vote outside this house decided. */
export const decideForm = {
  outcome: { type: 'choice', options: outcomes, required: true },
  decision: { type: 'text', min: 10, max: 500, lines: 'many' },
} as const satisfies FormDescription

export const authorAnswerForm = {
  answer: { type: 'choice', options: authorAnswers, required: true },
} as const satisfies FormDescription

export const sectionForm = {
  title: { type: 'text', ...standardLimits.sectionTitle },
  note: { type: 'text', min: 0, max: 4000, lines: 'many' },
  version: { type: 'number', min: 1, max: 1_000_000, required: true },
} as const satisfies FormDescription

export const newSectionForm = {
  title: { type: 'text', ...standardLimits.sectionTitle },
} as const satisfies FormDescription

export const clauseForm = {
  text: { type: 'text', ...standardLimits.clause, lines: 'many' },
  version: { type: 'number', min: 1, max: 1_000_000, required: true },
} as const satisfies FormDescription

export const newClauseForm = {
  text: { type: 'text', ...standardLimits.clause, lines: 'many' },
} as const satisfies FormDescription

/** A draft as a file or as text; its size is told by a sentence of its own. */
export const importForm = {
  file: { type: 'file' },
  text: { type: 'text', min: 0, max: 400_000, lines: 'many' },
} as const satisfies FormDescription

export const splitForm = {
  first: { type: 'text', ...standardLimits.clause, lines: 'many' },
  second: { type: 'text', ...standardLimits.clause, lines: 'many' },
} as const satisfies FormDescription

export const taskForm = {
  what: { type: 'text', min: 3, max: 200 },
  owner: { type: 'text', min: 1, max: 64 },
  dueOn: { type: 'date', required: true },
} as const satisfies FormDescription

export const consultationForm = {
  from: { type: 'date', required: true },
  until: { type: 'date', required: true },
} as const satisfies FormDescription

export const stageForm = {
  stage: { type: 'choice', options: ['raw', 'consulted', 'ready'], required: true },
} as const satisfies FormDescription

export const cardForm = {
  who: { type: 'text', min: 0, max: 300 },
  pays: { type: 'text', min: 0, max: 300 },
  insured: { type: 'text', min: 0, max: 300 },
  call: { type: 'text', min: 0, max: 300 },
} as const satisfies FormDescription

export const declarationForm = {
  organisation: { type: 'text', min: 2, max: 120 },
  contact: { type: 'text', min: 3, max: 200 },
  section: { type: 'text', min: 1, max: 64 },
} as const satisfies FormDescription

/** What goes before the Round Table: of what is open and ready at this moment. */
export function bundleForm(
  meetings: readonly string[],
  amendments: readonly string[],
  sections: readonly string[],
) {
  return {
    meeting: { type: 'choice', options: meetings, required: true },
    title: { type: 'text', min: 8, max: 100 },
    amendments: { type: 'choices', options: amendments },
    sections: { type: 'choices', options: sections },
  } as const satisfies FormDescription
}
