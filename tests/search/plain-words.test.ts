import { expect, test } from 'vitest'
import { firstThought, plainWords } from '#app/domain/search/plain-words.ts'

test('a preview shows the words of a text, not its signs', () => {
  expect(
    plainWords('## Räume\n\n- **Probe** im [Laden](https://beispiel.example/x)\n> 2 * 3 = 6 und `a_b`'),
  ).toBe('Räume Probe im Laden 2 * 3 = 6 und a_b')
})

test('a thought ends with a sentence where one ends in time', () => {
  const text =
    'Am Ufer üben im Sommer viele Menschen ihr Instrument. Eine feste Bank kostet wenig und freut alle.'
  expect(firstThought(text, 70)).toBe('Am Ufer üben im Sommer viele Menschen ihr Instrument.')
  expect(firstThought(text)).toBe(text)
})

test('a date ends no sentence, and a long sentence is cut between words', () => {
  expect(
    firstThought(
      'Seit dem 3. Mai liegt die Schleife im großen Sitzungssaal des Rathauses, und alle hören gut.',
      40,
    ),
  ).toBe('Seit dem 3. Mai liegt die Schleife im …')
  expect(firstThought('Donaudampfschifffahrtsgesellschaft', 10)).toBe('Donaudampf …')
})
