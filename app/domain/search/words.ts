// Knows what counts as a word in a text, and in which shapes words are compared.
import { cistem } from './cistem.ts'

export interface Word {
  /** Where the word stands in the original text, in UTF-16 units, end exclusive. */
  readonly start: number
  readonly end: number
  /** Lower case without accents and with ss for ß: "strassencafe". */
  readonly folded: string
  readonly stem: string
}

/** No German word is longer; PostgreSQL refuses a text with an endless one. */
const longestWord = 64

/** PostgreSQL takes at most 1 MB of words for one text, whatever their letters. */
const longestText = 100_000

const shortestFragment = 4

/** A soft hyphen and combining marks belong to the word they stand in: pasted text is full of them. */
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD]*/gu

/** The words of a text in their order. Only the first 100,000 signs are looked at. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = []
  for (const match of text.slice(0, longestText).matchAll(wordPattern)) {
    const folded = fold(match[0])
    if (folded === '') continue
    words.push({ start: match.index, end: match.index + match[0].length, folded, stem: cistem(folded) })
  }
  return words
}

export function stemsOf(text: string): readonly string[] {
  return wordsOf(text).map((word) => word.stem)
}

/** The text as its folded words with one space between them; every stem of the text is a part of it. */
export function foldedText(text: string): string {
  return wordsOf(text)
    .map((word) => word.folded)
    .join(' ')
}

/**
 * What to look for inside longer words: the stem, or the first four letters of a word with a shorter stem, since
 * "Kunst" has the stem "kun" and "Bühne" has "buh". Null for words of fewer letters: "rat" is in "verraten".
 */
export function fragmentOf(word: Word): string | null {
  if (word.stem.length >= shortestFragment) return word.stem
  const letters = [...word.folded.slice(word.folded.indexOf(word.stem))].slice(0, shortestFragment)
  return letters.length < shortestFragment ? null : letters.join('')
}

function fold(word: string): string {
  const letters = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')
  return [...letters.replace(/[^\p{L}\p{N}]/gu, '')].slice(0, longestWord).join('')
}
