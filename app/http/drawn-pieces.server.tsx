// Pieces of pages drawn once and kept: the tenth reader of a conversation gets the same contributions as the first. What is
// kept is found by everything a piece shows, so it never has to be forgotten because something happened.
import { randomUUID } from 'node:crypto'
import type { ComponentType } from 'react'
import { renderToString } from 'react-dom/server'
import type { Draw, WithFormKey } from '#app/components/remembered.tsx'
import { openMemory } from '#app/domain/memory.ts'
import { type Words, WordsProvider } from '#app/i18n/words.tsx'

const mostLetters = 12_000_000
/** New with each start, so no text of anybody's holds it. */
const anyFormKey = randomUUID()

const kept = openMemory<string>(mostLetters)
const names = new Map<unknown, string>()

export function drawIn(words: Words): Draw {
  return (Piece, properties, formKey) => {
    const name = `${nameOf(Piece)} ${words.lang} ${JSON.stringify(properties)}`
    const found = kept.find(name)
    const html = found ?? drawn(words, Piece, properties)
    if (found === undefined) kept.keep(name, html, name.length + html.length)
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
