// Which mails one gets: three topics, each at once, weekly or not at all.
import type { FormDescription } from '../form.ts'
import { mailWishes } from './mail.ts'

export const wishesForm = {
  answers: { type: 'choice', options: mailWishes, required: true },
  follow: { type: 'choice', options: mailWishes, required: true },
  duty: { type: 'choice', options: mailWishes, required: true },
} as const satisfies FormDescription
