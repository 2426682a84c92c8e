// The forms around an account, described once: parsed by them on the server, their limits shown by them on the page.
import type { FormDescription } from '../form.ts'
import { ageAnswers } from './account.ts'

const name = { type: 'text', min: 2, max: 60 } as const
const district = { type: 'text', min: 0, max: 60 } as const

export const mailForm = { mail: { type: 'mail', required: true } } as const satisfies FormDescription

/** Longer than six digits: what is pasted may carry spaces and words. */
export const codeForm = { code: { type: 'text', min: 6, max: 60 } } as const satisfies FormDescription

export const openingForm = {
  name,
  age: { type: 'choice', options: ageAnswers, required: true },
  district,
} as const satisfies FormDescription

export const accountForm = {
  name,
  district,
  language: { type: 'choice', options: ['de', 'en'], required: true },
} as const satisfies FormDescription

export const passkeyForm = {
  name: { type: 'text', min: 2, max: 40 },
  response: { type: 'text', min: 2, max: 20_000 },
} as const satisfies FormDescription

/** What becomes of one's own texts when the account is erased. */
export const textChoices = ['remove', 'leave'] as const
export type TextChoice = (typeof textChoices)[number]

export const eraseForm = {
  texts: { type: 'choice', options: textChoices, required: true },
} as const satisfies FormDescription
