import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { lettersBetween } from '#app/domain/standards/text/letters.ts'
import { badWriting, openDocument, rewrite, wordsOf } from '#app/domain/standards/workshop/document.server.ts'
import {
  asClauseText,
  clauseTrouble,
  draftLimits,
  meet,
  settleDue,
  worthBeginningAnew,
} from '#app/domain/standards/workshop/draft.ts'
import { rewordings, twoSides } from '../sentences.ts'

test('a text is rewritten in place, letter for letter, and equal texts are left alone', () => {
  fc.assert(
    fc.property(rewordings, ({ base, changed }) => {
      const document = openDocument(null)
      rewrite(document, 'a', base)
      rewrite(document, 'a', changed)
      expect(wordsOf(document, 'a')).toBe(changed)
      expect(lettersBetween(changed, changed)).toEqual([])
    }),
    { numRuns: 200 },
  )
  expect(lettersBetween('Wir holen den Schlüssel ab.', 'Wir holen jeden Schlüssel ab.')).toEqual([
    { at: 10, removed: 3, added: 'jeden' },
  ])
})

test('saved words always come in; live words stay unless both changed one place, and then somebody is told', () => {
  fc.assert(
    fc.property(twoSides, ({ base, ours, theirs }) => {
      const met = meet(base, ours, theirs)
      if (!met.collided) expect(meet(base, theirs, ours)).toEqual(met)
      expect(meet(base, base, theirs)).toEqual({ text: theirs, collided: false })
      expect(meet(base, ours, base)).toEqual({ text: ours, collided: false })
    }),
    { numRuns: 200 },
  )
  const base = 'Den Schlüssel holt man rechtzeitig ab und bringt ihn am Montag wieder.'
  const live = base.replace('rechtzeitig', 'am Vortag')
  expect(meet(base, live, base.replace('Montag', 'Dienstag'))).toEqual({
    text: live.replace('Montag', 'Dienstag'),
    collided: false,
  })
  const saved = base.replace('rechtzeitig', 'drei Tage vorher')
  expect(meet(base, live, saved)).toEqual({ text: saved, collided: true })
})

test('a writing puts letters into clauses of the section and does nothing else', () => {
  const clauses = new Set(['a', 'b'])
  const writingOf = (write: (document: Y.Doc) => void) => {
    const document = new Y.Doc()
    write(document)
    return Y.encodeStateAsUpdate(document)
  }
  const fine = writingOf((document) => {
    document.getText('a').insert(0, 'Hallo 👋 <img src=x onerror=alert(1)>')
    document.getText('a').delete(0, 3)
    document.getText('b').insert(0, 'x')
  })
  expect(badWriting(fine, clauses, 0)).toBeNull()
  expect(badWriting(fine, clauses, draftLimits.letters)).toBe('too-large')
  expect(badWriting(new Uint8Array(draftLimits.writing + 1), clauses, 0)).toBe('too-large')
  for (const [what, bad] of Object.entries({
    'a text of its own': writingOf((document) => document.getText('c').insert(0, 'x')),
    'a map': writingOf((document) => document.getMap('a').set('x', 'y')),
    'a list': writingOf((document) => document.getArray('a').push([1])),
    'letters in bold': writingOf((document) => document.getText('a').insert(0, 'x', { bold: true })),
    'a thing in the text': writingOf((document) => document.getText('a').insertEmbed(0, { x: 1 })),
    nothing: new Uint8Array(0),
    noise: new Uint8Array([255, 255, 255, 255, 255, 255, 255, 255, 255, 7, 1]),
    'half a writing': fine.slice(0, fine.length - 4),
  })) {
    expect([what, badWriting(bad, clauses, 0)]).toEqual([what, 'not-readable'])
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => {
      const verdict = badWriting(noise, clauses, 0)
      expect([null, 'not-readable', 'too-large']).toContain(verdict)
      if (verdict === null) Y.applyUpdate(new Y.Doc(), noise)
    }),
    { numRuns: 300 },
  )
})

test('words rest before they become a version, and do not wait for ever', () => {
  expect(settleDue('2027-03-10T09:00:00.000Z', '2027-03-10T09:00:00.000Z')).toBe('2027-03-10T09:00:30.000Z')
  expect(settleDue('2027-03-10T09:02:50.000Z', '2027-03-10T09:00:00.000Z')).toBe('2027-03-10T09:03:00.000Z')
  expect(settleDue('2027-03-10T10:00:00.000Z', '2027-03-10T09:00:00.000Z')).toBe('2027-03-10T10:00:00.000Z')
  expect(asClauseText(' Räume\u0000 und \ud83d Schlüssel\n')).toBe('Räume und \ufffd Schlüssel')
  expect(['ab', 'abc', 'x'.repeat(20_001)].map(clauseTrouble)).toEqual(['too-short', null, 'too-long'])
  expect([
    worthBeginningAnew(60_000, 0),
    worthBeginningAnew(70_000, 400),
    worthBeginningAnew(70_000, 9_000),
  ]).toEqual([false, true, false])
})
