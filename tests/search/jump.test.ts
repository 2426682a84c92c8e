import { expect, test } from 'vitest'
import { parseJump } from '#app/domain/search/jump.ts'

test.each([
  ['Idee 147', 'idea', 147],
  ['idee147', 'idea', 147],
  ['idea 147', 'idea', 147],
  ['Idee Nr. 147', 'idea', 147],
  ['#147', 'idea', 147],
  [' Nr. 7 ', 'idea', 7],
  ['Beitrag 345', 'contribution', 345],
  ['Contribution #345', 'contribution', 345],
])('“%s” leads to its thing', (typed, kind, number) => {
  expect(parseJump(typed)).toEqual({ kind, number, certain: true })
})

test('a bare number is offered, not followed', () => {
  expect(parseJump('147')).toEqual({ kind: 'idea', number: 147, certain: false })
})

test.each(['Idee', 'Idee 0', '#', 'Idee 14 Tage', 'die Idee 3', '12345678', 'Beitrag', '3D'])(
  '“%s” is words',
  (typed) => {
    expect(parseJump(typed)).toBeNull()
  },
)
