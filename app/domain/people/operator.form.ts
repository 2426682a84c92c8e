// The operators' forms, described once.
import type { AppointedRole } from '../actor.ts'
import { bodyFunctions } from '../bodies/body.ts'
import type { FormDescription } from '../form.ts'

const line = { type: 'text', min: 2, max: 120 } as const

export const imprintForm = {
  provider: line,
  address: { type: 'text', min: 10, max: 300, lines: 'many' },
  represented: line,
  mail: { type: 'mail', required: true },
  phone: { type: 'text', min: 5, max: 40 },
  responsible: line,
} as const satisfies FormDescription

export const townForm = {
  town: { type: 'text', min: 2, max: 80 },
  ...imprintForm,
} as const satisfies FormDescription

export const setUpForm = {
  ...townForm,
  name: { type: 'text', min: 2, max: 60 },
  ownMail: { type: 'mail', required: true },
} as const satisfies FormDescription

export const appointedRoles = [
  'moderator',
  'staff',
  'responsible',
  'operator',
] as const satisfies readonly AppointedRole[]

export const appointForm = {
  role: { type: 'choice', options: appointedRoles, required: true },
  scope: { type: 'text', min: 0, max: 80 },
  responsible: { type: 'text', min: 0, max: 60 },
} as const satisfies FormDescription

export const seatForm = {
  place: { type: 'text', min: 3, max: 130 },
  function: { type: 'choice', options: bodyFunctions, required: true },
  from: { type: 'date', required: true },
  until: { type: 'date', required: false },
} as const satisfies FormDescription

export const roleForm = { name: { type: 'text', min: 3, max: 80 } } as const satisfies FormDescription
