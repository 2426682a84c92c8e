// The words of one language, handed down to every component. The browser loads only the language of the page.
import i18next from 'i18next'
import { createContext, type ReactNode, useContext } from 'react'
import type german from './de/index.ts'
import type { Lang } from './languages.ts'

export type Catalogue = typeof german
export type Chapter = keyof Catalogue & string
/** What every page says: the frame around it, its buttons, and why something was not done. */
export const commonChapters = ['common', 'components', 'refusals'] as const satisfies readonly Chapter[]

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

export type Say = (key: WordKey, values?: Readonly<Record<string, string | number | undefined>>) => string

export type Words = { readonly t: Say; readonly lang: Lang }

/** Opens a catalogue. Text is escaped by React and by the mail writer, so interpolation leaves it as it is. */
export function openWords(lang: Lang, catalogue: Record<string, unknown>): Words {
  const book = i18next.createInstance()
  void book.init({
    lng: lang,
    resources: { [lang]: catalogue as never },
    ns: Object.keys(catalogue),
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  // Most words stand as they are, and the rest have a few gaps: looking one up anew costs more than the tag around it.
  const plain = new Map<WordKey, string>()
  const gapped = new Map<string, Gapped>()
  const rules = new Intl.PluralRules(lang)
  const find = (key: WordKey, count: unknown): Gapped => {
    const form = typeof count === 'number' ? (count === 0 ? 'none' : rules.select(count)) : ''
    const name = `${key} ${form}`
    const known = gapped.get(name)
    if (known) return known
    const found = cut(String(book.t(key, { count, skipInterpolation: true })))
    gapped.set(name, found)
    return found
  }
  const t: Say = (key, values) => {
    if (values !== undefined) return fill(find(key, values.count), values)
    const word = plain.get(key) ?? String(book.t(key))
    plain.set(key, word)
    return word
  }
  return { t, lang }
}

/** A sentence cut at its gaps: what stands before each gap, and the gap's name; what stands behind the last one. */
interface Gapped {
  readonly gaps: readonly { readonly before: string; readonly name: string }[]
  readonly end: string
}

function cut(sentence: string): Gapped {
  const pieces = sentence.split(/\{\{(\w+)\}\}/)
  const gaps = []
  for (let index = 0; index + 1 < pieces.length; index += 2) {
    gaps.push({ before: pieces[index] ?? '', name: pieces[index + 1] ?? '' })
  }
  return { gaps, end: pieces.at(-1) ?? '' }
}

function fill({ gaps, end }: Gapped, values: Readonly<Record<string, string | number | undefined>>): string {
  let text = ''
  for (const { before, name } of gaps) text += before + (values[name] ?? '')
  return text + end
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
