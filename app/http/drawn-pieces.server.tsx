// Pieces of pages drawn once and kept: the tenth reader of a conversation gets the same contributions as the first. What is
// kept is found by everything a piece shows, so it never has to be forgotten because something happened.
import { randomUUID } from 'node:crypto'
import type { ComponentType } from 'react'
import { renderToString } from 'react-dom/server'
import type { Draw } from '#app/components/remembered.tsx'
import { openMemory } from '#app/domain/memory.ts'
import { type Words, WordsProvider } from '#app/i18n/words.tsx'

const mostLetters = 12_000_000
/** New with each start, so no text of anybody's holds it. */
const mark = randomUUID()

const kept = openMemory<string>(mostLetters)
const names = new Map<unknown, string>()

export function drawIn(words: Words): Draw {
  return (Piece, properties, late) => {
    const coming = Object.keys(late)
    const name = `${nameOf(Piece)} ${words.lang} ${coming} ${JSON.stringify(properties)}`
    const found = kept.find(name)
    const html = found ?? drawn(words, Piece, { ...properties, ...placesFor(late) })
    if (found === undefined) kept.keep(name, html, name.length + html.length)
    return coming.reduce((sofar, key) => {
      const text = escaped(late[key] ?? '')
      // As a function, for in a text a dollar sign would mean something.
      return sofar.replaceAll(placeOf(key), () => text)
    }, html)
  }
}

function placesFor<L extends object>(late: L): L {
  return Object.fromEntries(Object.keys(late).map((key) => [key, placeOf(key)])) as L
}

function placeOf(key: string): string {
  return `.${key}.${mark}`
}

/** As React writes texts. */
function escaped(text: string): string {
  return text.replace(/["'&<>]/g, (sign) => entities[sign] ?? sign)
}

const entities: Readonly<Record<string, string>> = {
  '"': '&quot;',
  "'": '&#x27;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
}

function drawn<P extends object>(words: Words, Piece: ComponentType<P>, properties: P): string {
  return renderToString(
    <WordsProvider words={words}>
      <Piece {...properties} />
    </WordsProvider>,
  )
}

function nameOf(piece: unknown): string {
  const name = names.get(piece) ?? String(names.size)
  names.set(piece, name)
  return name
}
