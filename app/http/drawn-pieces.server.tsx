// Pieces of pages drawn once and kept: the tenth reader of a conversation gets the same contributions as the first. What is
// kept is found by everything a piece shows, so it never has to be forgotten because something happened.
import { randomUUID } from 'node:crypto'
import type { ComponentType } from 'react'
import { renderToString } from 'react-dom/server'
import type { Draw, WithFormKey } from '#app/components/remembered.tsx'
import { type Words, WordsProvider } from '#app/i18n/words.tsx'

const mostLetters = 12_000_000
/** New with each start, so no text of anybody's holds it. */
const anyFormKey = randomUUID()

const kept = new Map<string, string>()
const names = new Map<unknown, string>()
let letters = 0

export function drawIn(words: Words): Draw {
  return (Piece, properties, formKey) => {
    const name = `${nameOf(Piece)} ${words.lang} ${JSON.stringify(properties)}`
    const html = kept.get(name) ?? drawn(words, Piece, properties)
    keep(name, html)
    return html.replaceAll(anyFormKey, formKey)
  }
}

function drawn<P extends object>(words: Words, Piece: ComponentType<P & WithFormKey>, properties: P): string {
  return renderToString(
    <WordsProvider words={words}>
      <Piece {...properties} formKey={anyFormKey} />
    </WordsProvider>,
  )
}

function nameOf(piece: unknown): string {
  const name = names.get(piece) ?? String(names.size)
  names.set(piece, name)
  return name
}

/** The one not asked for longest goes first. */
function keep(name: string, html: string): void {
  if (kept.delete(name)) letters -= name.length + html.length
  kept.set(name, html)
  letters += name.length + html.length
  for (const [oldest, old] of kept) {
    if (letters <= mostLetters) break
    kept.delete(oldest)
    letters -= oldest.length + old.length
  }
}
