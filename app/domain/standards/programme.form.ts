// The forms of the programme's clock: every step names its day and the decision it rests on.
import type { FormDescription } from '../form.ts'

const decision = { type: 'text', min: 10, max: 500, lines: 'many' } as const
const day = { type: 'date', required: true } as const

export const startForm = { on: day, decision } as const satisfies FormDescription
export const pauseForm = { from: day, decision } as const satisfies FormDescription
export const resumeForm = { until: day } as const satisfies FormDescription
export const reachedForm = {
  slug: { type: 'choice', options: ['survey', 'trial', 'second-reading'], required: true },
  on: day,
} as const satisfies FormDescription
