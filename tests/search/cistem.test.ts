import { describe, expect, it } from 'vitest'
import { cistem } from '#app/domain/search/cistem.ts'
import { foldedText, stemsOf } from '#app/domain/search/words.ts'

describe('CISTEM, lower-cased variant', () => {
  it.each([
    // The three words the authors' reference code shows, in its case-insensitive mode.
    ['Speicherbehältern', 'speicherbehal'],
    ['Grenzpostens', 'grenzpo'],
    ['Ausgefeiltere', 'ausgefeil'],
    // One word for each step of the method, worked out by hand from the paper.
    ['gehen', 'geh'],
    ['gesungen', 'sung'],
    ['Gebäude', 'baud'],
    ['Tische', 'tisch'],
    ['Freien', 'frei'],
    ['Bänne', 'bann'],
    ['abend', 'abend'],
    ['tanzend', 'tanz'],
    ['Straße', 'strass'],
    ['Tat', 'tat'],
    ['Ehe', 'ehe'],
    ['', ''],
  ])('%s becomes %s', (word, stem) => {
    expect(cistem(word)).toBe(stem)
  })

  it('brings the forms of a word together, however they are typed', () => {
    for (const forms of [
      'Verein Vereine Vereins VEREINEN',
      'Haus Häuser Häusern hauses',
      'Künstlern künstler Künstlers',
    ]) {
      expect(new Set(stemsOf(forms)).size, forms).toBe(1)
    }
  })
})

describe('words', () => {
  it('reads composed and decomposed letters, soft hyphens and ß alike', () => {
    const [plain] = stemsOf('Bühnenfest')
    expect(stemsOf('Bühnenfest'.normalize('NFD'))).toEqual([plain])
    expect(stemsOf('Bühnen\u00ADfest')).toEqual([plain])
    expect(stemsOf('Straßenfest')).toEqual(stemsOf('STRASSENFEST'))
    expect(stemsOf('Café')).toEqual(stemsOf('cafe'))
  })

  it('holds every stem of a text within its folded text, or parts of words would be missed', () => {
    const text =
      'Die geförderten Müßiggänger gehen zum Straßencafé „Große Freiheit“; ﬁne Geschosse, 3D-Drucker & Ⅻ.'
    for (const stem of stemsOf(text)) expect(foldedText(text)).toContain(stem)
  })

  it('knows no words in punctuation', () => {
    expect(stemsOf(' – "" && *** ´` \u0000 🎭 ')).toEqual([])
  })
})
