// The forms around an idea, described once: parsed by them on the server, their limits shown by them on the page.
import type { FormDescription } from '../form.ts'
import { answerKinds } from './idea.ts'

export const ideaLimits = {
  title: { min: 8, max: 80 },
  text: { min: 20, max: 8000 },
  reason: { min: 10, max: 500 },
} as const

/** Languages people may say they write in; 'other' leaves it open. Each is named in itself. */
export const writtenLanguages = {
  de: 'Deutsch',
  en: 'English',
  tr: 'Türkçe',
  ar: 'العربية',
  uk: 'Українська',
  pl: 'Polski',
  ro: 'Română',
  ru: 'Русский',
  fr: 'Français',
  it: 'Italiano',
  es: 'Español',
} as const

const languageTags = Object.keys(writtenLanguages)

export const titleForm = {
  title: { type: 'text', ...ideaLimits.title },
} as const satisfies FormDescription

/** The words of an idea. Districts are the town's, so they come from outside. */
export function wordsForm(districts: readonly string[]) {
  return {
    ...titleForm,
    text: { type: 'text', ...ideaLimits.text, lines: 'many' },
    district: { type: 'choice', options: districts, required: true },
    language: { type: 'choice', options: languageTags, required: true },
  } as const satisfies FormDescription
}

export const namings = ['name', 'initials', 'none'] as const

/** A guest's last step: how to be called. */
export const guestForm = {
  naming: { type: 'choice', options: namings, required: true },
  name: { type: 'text', min: 0, max: 60 },
} as const satisfies FormDescription

export const pictureForm = {
  picture: { type: 'file' },
  alt: { type: 'text', min: 0, max: 300 },
  rights: { type: 'check', required: false },
} as const satisfies FormDescription

export const secretForm = {
  number: { type: 'number', min: 1, max: 999_999_999, required: true },
  secret: { type: 'text', min: 1, max: 100 },
} as const satisfies FormDescription

export const withdrawForm = {
  reason: { type: 'text', ...ideaLimits.reason, lines: 'many' },
} as const satisfies FormDescription

export const answerForm = {
  kind: { type: 'choice', options: answerKinds, required: true },
  text: { type: 'text', ...ideaLimits.text, lines: 'many' },
  reviewOn: { type: 'date', required: false },
} as const satisfies FormDescription

export const extendForm = {
  dueOn: { type: 'date', required: true },
  reason: { type: 'text', ...ideaLimits.reason, lines: 'many' },
} as const satisfies FormDescription

export const finishForm = {
  note: { type: 'text', min: 0, max: 500, lines: 'many' },
} as const satisfies FormDescription

export const mergeForm = {
  into: { type: 'number', min: 1, max: 999_999_999, required: true },
} as const satisfies FormDescription

export const somebodyForm = {
  source: { type: 'choice', options: ['paper', 'phone'], required: true },
  name: { type: 'text', min: 0, max: 60 },
  readBack: { type: 'check', required: true },
} as const satisfies FormDescription
