// Remembers the edits between texts that are compared again and again: each amendment to a clause meets every other one.
import { openMemory } from '../../memory.ts'
import { type Edit, editsBetween } from './edits.ts'
import { tokensOf } from './tokens.ts'

const mostLetters = 2_000_000
const kept = openMemory<readonly Edit[]>(mostLetters)

/** As `editsBetween`, token by token. */
export function changesBetween(before: string, after: string): readonly Edit[] {
  // Its length ends the first text, whatever letters it holds.
  const name = `${before.length} ${before}${after}`
  const found = kept.find(name)
  if (found) return found
  const edits = editsBetween(tokensOf(before), tokensOf(after))
  kept.keep(name, edits, name.length)
  return edits
}
