import { describe, expect, it } from 'vitest'
import { highlight, snippet } from '#app/domain/search/highlight.ts'
import { parseQuery } from '#app/domain/search/query.ts'

const marked = (text: string, typed: string) =>
  highlight(text, parseQuery(typed))
    .filter((piece) => piece.marked)
    .map((piece) => piece.text)

describe('marking what was found', () => {
  it('marks other forms of the word and longer words that hold it', () => {
    const text = 'Räume zum Proben: der Proberaum und die Musikräume am Markt'
    expect(marked(text, 'raum')).toEqual(['Räume', 'Proberaum', 'Musikräume'])
    expect(marked(text, 'Theater')).toEqual([])
  })

  it('gives the text back unchanged when its pieces are joined', () => {
    const text = '  „Große Bühne“\n\nfür alle – u\u0308ber 🎭 Bühnen!  '
    for (const typed of ['Bühne', 'über', '🎭', 'nichts', '']) {
      expect(
        highlight(text, parseQuery(typed))
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }
    expect(marked(text, 'bühne')).toEqual(['Bühne', 'Bühnen'])
    expect(marked(text, '"große Bühne"')).toEqual(['Große', 'Bühne', 'Bühnen'])
  })
})

describe('the part of the text that is shown', () => {
  const long = `${'Am Anfang steht anderes. '.repeat(40)}Hier steht die Freilichtbühne. ${'Danach noch mehr. '.repeat(40)}`

  it('is around the first hit, on one line, cut between words', () => {
    const pieces = snippet(long, parseQuery('Bühne'), 120)
    const text = pieces.map((piece) => piece.text).join('')
    expect(pieces.find((piece) => piece.marked)?.text).toBe('Freilichtbühne')
    expect(text).toMatch(/^… \p{L}.*\p{L} …$/u)
    expect(text.length).toBeLessThanOrEqual(124)
  })

  it('is the beginning when the hit is elsewhere, and all of a short text', () => {
    expect(snippet(long, parseQuery('Theater'), 60)[0]?.text).toMatch(/^Am Anfang .* …$/)
    expect(snippet('Kurz\n und gut.', parseQuery('gut'))).toEqual([
      { text: 'Kurz und ', marked: false },
      { text: 'gut', marked: true },
      { text: '.', marked: false },
    ])
    expect(snippet('', parseQuery('gut'))).toEqual([])
  })

  it('never cuts a sign in half', () => {
    const text = snippet('🎭'.repeat(300), parseQuery('x'), 101)
      .map((piece) => piece.text)
      .join('')
    expect(text).not.toMatch(/\p{Surrogate}/u)
  })
})
