// The declaration of somebody who makes culture, described once.
import type { FormDescription } from '../form.ts'

export const creatorForm = {
  branch: { type: 'text', min: 3, max: 60 },
  does: { type: 'text', min: 10, max: 300, lines: 'many' },
} as const satisfies FormDescription
