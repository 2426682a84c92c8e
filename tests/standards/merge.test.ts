import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collide, mergeTexts } from '#app/domain/standards/text/merge.ts'
import { isWord, tokensOf } from '#app/domain/standards/text/tokens.ts'
import { rewordings, sentences, twoSides } from './sentences.ts'

const clause =
  'Wer einen Raum gebucht hat, holt den Schlüssel rechtzeitig ab und gibt ihn am Tag danach zurück.'
const threeDays = clause.replace('rechtzeitig', 'spätestens 3 Tage vorher')
const sevenDays = clause.replace('rechtzeitig', 'spätestens 7 Tage vorher')
const sameEvening = clause.replace('am Tag danach', 'noch am selben Abend')

test('two changes at different places both come in', () => {
  expect(mergeTexts(clause, threeDays, sameEvening)).toMatchObject({
    text: threeDays.replace('am Tag danach', 'noch am selben Abend'),
    collisions: [],
  })
})

test('two changes of the same words wait for a human, with both and what was there before', () => {
  expect(mergeTexts(clause, threeDays, sevenDays)).toEqual({
    text: null,
    stretches: [
      { kind: 'settled', text: 'Wer einen Raum gebucht hat, holt den Schlüssel ' },
      {
        kind: 'collision',
        base: 'rechtzeitig',
        ours: 'spätestens 3 Tage vorher',
        theirs: 'spätestens 7 Tage vorher',
      },
      { kind: 'settled', text: ' ab und gibt ihn am Tag danach zurück.' },
    ],
    collisions: [
      { base: 'rechtzeitig', ours: 'spätestens 3 Tage vorher', theirs: 'spätestens 7 Tage vorher' },
    ],
  })
})

test('striking a sentence in which somebody changed a word asks too', () => {
  expect(collide(clause, '', threeDays)).toBe(true)
  expect(collide(clause, '', clause)).toBe(false)
})

test('two people who put words at the same place are asked for the order', () => {
  expect(collide('Alle helfen.', 'Alle helfen gern.', 'Alle helfen mit.')).toBe(true)
})

test('neighbouring words do not merge silently; one untouched word between them is enough', () => {
  expect(collide('rot grün blau', 'gelb grün blau', 'rot lila blau')).toBe(true)
  expect(collide('rot grün blau', 'gelb grün blau', 'rot grün lila')).toBe(false)
})

describe('for any text and any two changes of it', () => {
  test('merging nothing changes nothing, and one change alone comes in whole', () => {
    fc.assert(
      fc.property(rewordings, ({ base, changed }) => {
        expect(mergeTexts(base, base, base).text).toBe(base)
        expect(mergeTexts(base, changed, base).text).toBe(changed)
        expect(mergeTexts(base, base, changed).text).toBe(changed)
        expect(mergeTexts(base, changed, changed).text).toBe(changed)
      }),
      { numRuns: 2000 },
    )
  })

  test('it does not matter who comes first', () => {
    fc.assert(
      fc.property(twoSides, ({ base, ours, theirs }) => {
        const one = mergeTexts(base, ours, theirs)
        const other = mergeTexts(base, theirs, ours)
        expect(other.text).toBe(one.text)
        expect(other.collisions).toEqual(
          one.collisions.map((place) => ({ base: place.base, ours: place.theirs, theirs: place.ours })),
        )
      }),
      { numRuns: 2000 },
    )
  })

  test('every word either side put in is in the result or in a collision, as often as it was put in', () => {
    fc.assert(
      fc.property(twoSides, ({ base, ours, theirs }) => {
        const { stretches } = mergeTexts(base, ours, theirs)
        const result = stretches
          .map((one) => (one.kind === 'settled' ? one.text : `${one.ours} ${one.theirs}`))
          .join(' ')
        for (const mark of ['unser1', 'unser2', 'unser3']) expect(times(result, mark)).toBe(times(ours, mark))
        for (const mark of ['deren1', 'deren2', 'deren3'])
          expect(times(result, mark)).toBe(times(theirs, mark))
      }),
      { numRuns: 2000 },
    )
  })

  test('taking one side at every collision loses nothing of that side, and both sides together are told of', () => {
    fc.assert(
      fc.property(sentences, sentences, sentences, (base, ours, theirs) => {
        const { text, collisions, stretches } = mergeTexts(base, ours, theirs)
        expect(text === null).toBe(collisions.length > 0)
        for (const { base: before, ours: one, theirs: other } of collisions) {
          expect(one).not.toBe(other)
          expect(before === one || before === other).toBe(false)
        }
        const settled = stretches.filter((one) => one.kind === 'settled').map((one) => one.text)
        if (text !== null) expect(settled.join('')).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })
})

function times(text: string, word: string): number {
  return tokensOf(text).filter((token) => isWord(token) && token === word).length
}
