// All languages at once, for the server: pages, refusals, announcements.
import german from './de/index.ts'
import english from './en/index.ts'
import type { Lang } from './languages.ts'
import { openWords, type Words } from './words.tsx'

const books: Record<Lang, Words> = { de: openWords('de', german), en: openWords('en', english) }

export function wordsIn(lang: Lang): Words {
  return books[lang]
}
