// The words of mails, beside the words of pages: only the server loads them.
import german from './de/index.ts'
import germanMails from './de/mails.json'
import english from './en/index.ts'
import englishMails from './en/mails.json'
import type { Lang } from './languages.ts'
import { type Leaves, openWords, type Words } from './words.tsx'

type SayInMail = (
  key: Leaves<typeof germanMails>,
  values?: Readonly<Record<string, string | number>>,
) => string

const books: Record<Lang, Words> = {
  de: openWords('de', { ...german, mails: germanMails }),
  en: openWords('en', { ...english, mails: englishMails }),
}

export function mailWordsIn(lang: Lang): { readonly say: SayInMail; readonly words: Words } {
  const words = books[lang]
  return { words, say: (key, values) => words.t(`mails:${key}` as never, values) }
}
