// Remembers the edits between texts that are compared again and again: each amendment to a clause meets every other one.
import { type Edit, editsBetween } from './edits.ts'
import { tokensOf } from './tokens.ts'

const mostLetters = 2_000_000
/** In the order in which they were last asked for. */
const kept = new Map<string, readonly Edit[]>()
let letters = 0

/** As `editsBetween`, token by token. */
export function changesBetween(before: string, after: string): readonly Edit[] {
  // Its length ends the first text, whatever letters it holds.
  const name = `${before.length} ${before}${after}`
  const edits = kept.get(name) ?? editsBetween(tokensOf(before), tokensOf(after))
  if (kept.delete(name)) letters -= name.length
  kept.set(name, edits)
  letters += name.length
  for (const oldest of kept.keys()) {
    if (letters <= mostLetters) break
    kept.delete(oldest)
    letters -= oldest.length
  }
  return edits
}
