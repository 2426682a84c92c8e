// The forms around a meeting and its agenda, described once.
import type { FormDescription } from '../form.ts'
import { itemAudiences, itemKinds } from './agenda.ts'
import { needKinds } from './needs.ts'

export const meetingForm = {
  title: { type: 'text', min: 3, max: 120 },
  day: { type: 'date', required: true },
  from: { type: 'text', min: 5, max: 5 },
  until: { type: 'text', min: 5, max: 5 },
  place: { type: 'text', min: 3, max: 200 },
  access: { type: 'text', min: 0, max: 400, lines: 'many' },
  online: { type: 'text', min: 0, max: 300 },
} as const satisfies FormDescription

export const itemForm = {
  title: { type: 'text', min: 3, max: 160 },
  kind: { type: 'choice', options: itemKinds, required: true },
  audience: { type: 'choice', options: itemAudiences, required: true },
  minutes: { type: 'number', min: 1, max: 240, required: true },
  text: { type: 'text', min: 0, max: 8000, lines: 'many' },
  noGoalReason: { type: 'text', min: 0, max: 200 },
  responsible: { type: 'text', min: 0, max: 120 },
  broughtBy: { type: 'text', min: 0, max: 120 },
} as const satisfies FormDescription

/** How a project is presented: five fields, so that every project answers the same questions. */
export const projectForm = {
  what: { type: 'text', min: 5, max: 800, lines: 'many' },
  whom: { type: 'text', min: 3, max: 400, lines: 'many' },
  when: { type: 'text', min: 3, max: 200 },
  cost: { type: 'text', min: 3, max: 300 },
  asks: { type: 'text', min: 3, max: 400, lines: 'many' },
} as const satisfies FormDescription
export type ProjectField = keyof typeof projectForm
export type Project = Readonly<Record<ProjectField, string>>

export const inviteForm = { urgency: { type: 'text', min: 0, max: 300 } } as const satisfies FormDescription
export const cancelForm = { reason: { type: 'text', min: 5, max: 300 } } as const satisfies FormDescription

export const paperForm = {
  title: { type: 'text', min: 3, max: 160 },
  target: { type: 'text', min: 0, max: 500 },
} as const satisfies FormDescription

export const proposalForm = {
  title: { type: 'text', min: 3, max: 160 },
  text: { type: 'text', min: 10, max: 4000, lines: 'many' },
  noGoalReason: { type: 'text', min: 0, max: 200 },
  idea: { type: 'number', min: 1, max: 999_999_999, required: false },
} as const satisfies FormDescription

export const declineForm = {
  reply: { type: 'text', min: 5, max: 500, lines: 'many' },
} as const satisfies FormDescription

export const questionForm = {
  text: { type: 'text', min: 10, max: 600, lines: 'many' },
  item: { type: 'text', min: 0, max: 64 },
} as const satisfies FormDescription

export const answerForm = {
  question: { type: 'text', min: 1, max: 64 },
  answer: { type: 'text', min: 2, max: 2000, lines: 'many' },
} as const satisfies FormDescription

export const needForm = {
  kinds: { type: 'choices', options: needKinds },
  text: { type: 'text', min: 0, max: 300, lines: 'many' },
} as const satisfies FormDescription

export const noteForm = {
  item: { type: 'text', min: 1, max: 64 },
  note: { type: 'text', min: 0, max: 64 },
  text: { type: 'text', min: 0, max: 1000, lines: 'many' },
} as const satisfies FormDescription
/** A new line says something; only one that stands already is emptied. */
export const newNoteForm = {
  ...noteForm,
  text: { ...noteForm.text, min: 1 },
} as const satisfies FormDescription

export const taskForm = {
  item: { type: 'text', min: 1, max: 64 },
  text: { type: 'text', min: 5, max: 300 },
  owner: { type: 'text', min: 2, max: 120 },
  ownerId: { type: 'text', min: 0, max: 64 },
  dueOn: { type: 'date', required: true },
} as const satisfies FormDescription
