import { describe, expect, it } from 'vitest'
import { parseQuery } from '#app/domain/search/query.ts'

const stemsAsked = (typed: string) => parseQuery(typed).terms.map((term) => term.stems)

describe('what somebody typed', () => {
  it('asks for every word once, in any order of case', () => {
    expect(stemsAsked('Proberäume PROBERAUM Musik')).toEqual([['proberaum'], ['musik']])
  })

  it('leaves out words that say nothing, unless nothing else was typed', () => {
    expect(stemsAsked('der runde Tisch in der Stadt')).toEqual([['rund'], ['tisch'], ['stad']])
    expect(stemsAsked('wir')).toEqual([['wir']])
  })

  it('takes words in any quotation marks as standing together', () => {
    for (const typed of ['"runder Tisch" Beirat', '„runder Tisch“ Beirat', '»runder Tisch« Beirat']) {
      expect(parseQuery(typed).terms.map((term) => term.kind)).toEqual(['phrase', 'word'])
    }
    expect(parseQuery('"Tisch').terms.map((term) => term.kind)).toEqual(['word'])
  })

  it('also thinks of the umlaut where somebody typed two letters', () => {
    expect(stemsAsked('Kuenstler')).toEqual([['kuenstl', 'kunstl']])
  })

  it('looks inside longer words, but not for words of three letters', () => {
    expect(parseQuery('Rat Kultur Kunst').terms).toEqual([
      { kind: 'word', stems: ['rat'], fragments: [] },
      { kind: 'word', stems: ['kultur'], fragments: ['kultur'] },
      { kind: 'word', stems: ['kun'], fragments: ['kuns'] },
    ])
  })

  it('asks nothing when nothing was asked', () => {
    for (const typed of ['', '   ', '""', '***', '🎭', '\u0000']) expect(parseQuery(typed).terms).toEqual([])
  })

  it('reads only the beginning of an endless text', () => {
    const typed = Array.from({ length: 100_000 }, (_, index) => `wort${index}`).join(' ')
    expect(parseQuery(typed).terms).toHaveLength(12)
  })
})
