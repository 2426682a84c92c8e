// Knows how to read what somebody typed into the search field.
import { isFunctionWord } from './function-words.ts'
import { fragmentOf, type Word, wordsOf } from './words.ts'

/** All terms must be found. No terms: nothing was asked, and nothing is found. */
export interface ParsedQuery {
  readonly terms: readonly Term[]
}

export type Term = WordTerm | PhraseTerm

export interface WordTerm {
  readonly kind: 'word'
  /** Its stem, and "kunstl" beside a typed "kuenstl", since many keyboards have no umlauts. Any of them will do. */
  readonly stems: readonly string[]
  /** What is looked for inside longer words too: "kultur" also finds the "Soziokultur". Empty for short words. */
  readonly fragments: readonly string[]
}

/** Words in quotation marks must stand next to each other. */
export interface PhraseTerm {
  readonly kind: 'phrase'
  readonly stems: readonly string[]
}

const longestTyped = 500
const mostTerms = 12

const quoted = /["„“”»«]([^"„“”»«]*)["„“”»«]/gu

/** Takes any text whatever and never throws. */
export function parseQuery(typed: string): ParsedQuery {
  const text = typed.slice(0, longestTyped)
  const inQuotes = [...text.matchAll(quoted)].map((match) => wordsOf(match[1] ?? ''))
  const phrases = inQuotes.filter((words) => words.length > 1)
  const single = [
    ...inQuotes.filter((words) => words.length === 1).flat(),
    ...withoutFunctionWords(wordsOf(text.replace(quoted, ' ')), inQuotes.flat().length > 0),
  ]
  return { terms: distinct([...phrases.map(toPhrase), ...single.map(toWord)]).slice(0, mostTerms) }
}

/** "der runde Tisch in der Stadt" asks for three words; "wir" alone asks for that very word. */
function withoutFunctionWords(words: readonly Word[], somethingElseAsked: boolean): readonly Word[] {
  const telling = words.filter((word) => !isFunctionWord(word.folded))
  return telling.length > 0 || somethingElseAsked ? telling : words
}

function toPhrase(words: readonly Word[]): PhraseTerm {
  return { kind: 'phrase', stems: words.map((word) => word.stem) }
}

function toWord(word: Word): WordTerm {
  const spellings = [word, ...wordsOf(word.folded.replace(/([aou])e/gu, '$1'))]
  return {
    kind: 'word',
    stems: [...new Set(spellings.map((spelling) => spelling.stem))],
    fragments: [...new Set(spellings.flatMap((spelling) => fragmentOf(spelling) ?? []))],
  }
}

function distinct(terms: readonly Term[]): readonly Term[] {
  return [...new Map(terms.map((term) => [`${term.kind} ${term.stems.join(' ')}`, term])).values()]
}
