// Knows whether a text answers a question, for the few texts that stand in no index.
import type { ParsedQuery } from './query.ts'
import { foldedText, stemsOf } from './words.ts'

/** Every term stands in the text by itself or inside a longer word; a phrase with its words side by side. */
export function matches(text: string, query: ParsedQuery): boolean {
  if (query.terms.length === 0) return false
  const stems = stemsOf(text)
  const folded = foldedText(text)
  return query.terms.every((term) =>
    term.kind === 'phrase'
      ? ` ${stems.join(' ')} `.includes(` ${term.stems.join(' ')} `)
      : term.stems.some((stem) => stems.includes(stem)) ||
        term.fragments.some((fragment) => folded.includes(fragment)),
  )
}
