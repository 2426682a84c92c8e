// Knows which words of a found text to mark, and which part of it to show.
import type { ParsedQuery } from './query.ts'
import { type Word, wordsOf } from './words.ts'

export interface Piece {
  readonly text: string
  readonly marked: boolean
}

/** The whole text in pieces, in order; joined they are the text again. Whole words are marked, compounds too. */
export function highlight(text: string, query: ParsedQuery): readonly Piece[] {
  const pieces: Piece[] = []
  let done = 0
  for (const word of hitsIn(text, query)) {
    if (word.start > done) pieces.push({ text: text.slice(done, word.start), marked: false })
    pieces.push({ text: text.slice(word.start, word.end), marked: true })
    done = word.end
  }
  if (done < text.length) pieces.push({ text: text.slice(done), marked: false })
  return pieces
}

/**
 * About `length` signs of the text around its first hit, or from its beginning when there is none, on one line.
 * Cut between words; "…" stands where something was left out.
 */
export function snippet(text: string, query: ParsedQuery, length = 220): readonly Piece[] {
  const line = text.replace(/\s+/gu, ' ').trim()
  const [first] = hitsIn(line, query)
  const [start, end] = windowAround(line, first, length)
  const shown = line.slice(start, end)
  return highlight(`${start > 0 ? '… ' : ''}${shown}${end < line.length ? ' …' : ''}`, query)
}

function hitsIn(text: string, query: ParsedQuery): readonly Word[] {
  const stems = new Set(query.terms.flatMap((term) => term.stems))
  const fragments = query.terms.flatMap((term) => (term.kind === 'word' ? term.fragments : []))
  return wordsOf(text).filter(
    (word) => stems.has(word.stem) || fragments.some((fragment) => word.folded.includes(fragment)),
  )
}

/** A third of the window stands before the hit, so that one sees how the sentence arrived there. */
function windowAround(line: string, hit: Word | undefined, length: number): readonly [number, number] {
  if (line.length <= length) return [0, line.length]
  const wish = Math.min(Math.max(0, (hit?.start ?? 0) - Math.floor(length / 3)), line.length - length)
  const words = wordsOf(line)
  const from = wish === 0 ? 0 : (words.find((word) => word.start >= wish)?.start ?? wish)
  const start = hit === undefined ? from : Math.min(from, hit.start)
  if (start + length >= line.length) return [start, line.length]
  const last = words.findLast((word) => word.start >= start && word.end <= start + length)
  return [start, last?.end ?? betweenSigns(line, start + length)]
}

/** A sign outside the basic plane takes two units; half of one is shown as a box. */
function betweenSigns(line: string, index: number): number {
  const unit = line.charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff ? index - 1 : index
}
