// The form of an idea, described once: parsed by it on the server, its limits shown by it on the page.
import type { FormDescription } from '../form.ts'

export const ideaLimits = {
  title: { min: 8, max: 80 },
  text: { min: 20, max: 8000 },
  reason: { min: 10, max: 500 },
} as const

export const ideaForm = {
  title: { type: 'text', ...ideaLimits.title },
  text: { type: 'text', ...ideaLimits.text, lines: 'many' },
  district: { type: 'text', min: 0, max: 60 },
} as const satisfies FormDescription

export const withdrawForm = {
  reason: { type: 'text', ...ideaLimits.reason, lines: 'many' },
} as const satisfies FormDescription
