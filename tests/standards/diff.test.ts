import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterOf, beforeOf, diffWords } from '#app/domain/standards/text/diff.ts'
import { applyEdits, editsBetween } from '#app/domain/standards/text/edits.ts'
import { tokensOf } from '#app/domain/standards/text/tokens.ts'
import { rewordings, sentences } from './sentences.ts'

describe('a change of words is shown in whole words', () => {
  test('one word becomes several', () => {
    expect(
      diffWords('Der Schlüssel ist rechtzeitig da.', 'Der Schlüssel ist spätestens 3 Tage vorher da.'),
    ).toEqual([
      { kind: 'same', text: 'Der Schlüssel ist ' },
      { kind: 'removed', text: 'rechtzeitig' },
      { kind: 'added', text: 'spätestens 3 Tage vorher' },
      { kind: 'same', text: ' da.' },
    ])
  })

  test('a compound is never cut, however much two of them share', () => {
    const shown = diffWords('Die Probenraumliste hängt aus.', 'Die Probenraumordnung hängt aus.')
    expect(shown.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'Probenraumliste' },
      { kind: 'added', text: 'Probenraumordnung' },
    ])
  })

  test('struck words side by side are one stretch, not one a word', () => {
    const shown = diffWords('Wir sagen früh und klar ab.', 'Wir melden uns pünktlich ab.')
    expect(shown.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same'])
  })

  test('nothing changed is one passage; from and to nothing is one too', () => {
    expect(diffWords('Gleich.', 'Gleich.')).toEqual([{ kind: 'same', text: 'Gleich.' }])
    expect(diffWords('', 'Neu.')).toEqual([{ kind: 'added', text: 'Neu.' }])
    expect(diffWords('Alt.', '')).toEqual([{ kind: 'removed', text: 'Alt.' }])
    expect(diffWords('', '')).toEqual([])
  })
})

describe('for any two texts', () => {
  test('the old text and the diff give the new one, and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const shown = diffWords(before, after)
        expect(beforeOf(shown)).toBe(before)
        expect(afterOf(shown)).toBe(after)
      }),
      { numRuns: 1000 },
    )
    fc.assert(
      fc.property(sentences, sentences, (before, after) => {
        const shown = diffWords(before, after)
        expect(beforeOf(shown)).toBe(before)
        expect(afterOf(shown)).toBe(after)
      }),
      { numRuns: 1000 },
    )
  })

  test('no fewer edits would do: as many tokens stay as the longest common subsequence has', () => {
    fc.assert(
      fc.property(rewordings, ({ base, changed }) => {
        const before = tokensOf(base)
        const edits = editsBetween(before, tokensOf(changed))
        const removed = edits.reduce((sum, edit) => sum + edit.removed.length, 0)
        expect(before.length - removed).toBe(longestCommon(before, tokensOf(changed)))
        expect(applyEdits(before, edits).join('')).toBe(changed)
      }),
      { numRuns: 1000 },
    )
  })
})

test('a rewritten text of 100 kB is still told from the old one', () => {
  const before = Array.from({ length: 12_000 }, (_, i) => `alt${i}`).join(' ')
  const after = Array.from({ length: 12_000 }, (_, i) => `neu${i}`).join(' ')
  const shown = diffWords(before, after)
  expect(beforeOf(shown)).toBe(before)
  expect(afterOf(shown)).toBe(after)
})

/** The textbook table, slow and plain, to check the quick way against. */
function longestCommon(one: readonly string[], other: readonly string[]): number {
  let row = new Array<number>(other.length + 1).fill(0)
  for (const token of one) {
    const next = [0]
    for (let at = 1; at <= other.length; at++) {
      next.push(
        token === other[at - 1]
          ? (row[at - 1] as number) + 1
          : Math.max(row[at] as number, next[at - 1] as number),
      )
    }
    row = next
  }
  return row.at(-1) as number
}
