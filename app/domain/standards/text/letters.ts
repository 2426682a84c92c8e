// Knows how a text is rewritten in place: where letters go out and where letters come in.
import { editsBetween } from './edits.ts'
import { tokensOf } from './tokens.ts'

/** Takes `removed` letters out at `at` and puts `added` there. Positions count UTF-16 units of the old text, from 0. */
export interface LetterEdit {
  readonly at: number
  readonly removed: number
  readonly added: string
}

/** From `before` to `after` word by word, the last edit first, so that making one moves none of the others. */
export function lettersBetween(before: string, after: string): readonly LetterEdit[] {
  const tokens = tokensOf(before)
  const starts: number[] = []
  let length = 0
  for (const token of tokens) {
    starts.push(length)
    length += token.length
  }
  return editsBetween(tokens, tokensOf(after))
    .map(({ at, removed, added }) => ({
      at: starts[at] ?? length,
      removed: removed.join('').length,
      added: added.join(''),
    }))
    .reverse()
}
