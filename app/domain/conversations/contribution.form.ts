// The forms of a conversation, described once: parsed by them on the server, their limits shown by them on the page.
import type { FormDescription } from '../form.ts'
import { reactionKinds, replyMoves } from './contribution.ts'

export const textLimits = { min: 2, max: 4000 } as const

export const contributionForm = {
  move: { type: 'choice', options: replyMoves, required: true },
  text: { type: 'text', ...textLimits, lines: 'many' },
  /** The public number of the contribution it answers. */
  parent: { type: 'number', min: 1, max: 999_999_999, required: false },
  official: { type: 'check', required: false },
} as const satisfies FormDescription

export const editForm = {
  text: { type: 'text', ...textLimits, lines: 'many' },
  version: { type: 'number', min: 1, max: 999_999, required: true },
} as const satisfies FormDescription

export const reactionForm = {
  contribution: { type: 'number', min: 1, max: 999_999_999, required: true },
  kind: { type: 'choice', options: reactionKinds, required: true },
  wish: { type: 'choice', options: ['on', 'off'], required: true },
} as const satisfies FormDescription

export const readForm = {
  upTo: { type: 'number', min: 0, max: 999_999_999, required: true },
} as const satisfies FormDescription
