// The words of one language, handed down to every component. The browser loads only the language of the page.
import { createContext, type ReactNode, useContext } from 'react'
import { type Chapters, openBook, type Values } from './book.ts'
import type german from './de/index.ts'
import type { Lang } from './languages.ts'

export type Catalogue = typeof german
export type Chapter = keyof Catalogue & string
/** What every page says: the frame around it and its buttons. Why something was not done, the server says. */
export const commonChapters = ['common', 'components'] as const satisfies readonly Chapter[]

export type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? Bare<K> : `${K}.${Leaves<T[K]>}`
}[keyof T & string]
/** A plural's forms share one key. */
type Bare<K extends string> = K extends `${infer B}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}`
  ? B
  : K

/** 'chapter:key.path', checked against the German catalogue: a word that is missing does not compile. */
export type WordKey = { [C in keyof Catalogue & string]: `${C}:${Leaves<Catalogue[C]>}` }[keyof Catalogue &
  string]

export type Say = (key: WordKey, values?: Values) => string

export type Words = { readonly t: Say; readonly lang: Lang }

/** Opens a catalogue. Text is escaped by React and by the mail writer, so what fills a gap is left as it is. */
export function openWords(lang: Lang, catalogue: Chapters): Words {
  return { t: openBook(lang, catalogue), lang }
}

const WordsContext = createContext<Words | null>(null)

export function WordsProvider({ words, children }: { readonly words: Words; readonly children: ReactNode }) {
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>
}

export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('A component that speaks stands outside WordsProvider.')
  return words
}
