// A written draft falls into sections and clauses, whatever an office program put around its words.
import { describe, expect, test } from 'vitest'
import { blocksOf } from '#app/domain/standards/text/blocks.ts'
import { outlineLimits, outlineOf } from '#app/domain/standards/text/outline.ts'
import { tidyWords } from '#app/domain/standards/text/tidy.ts'

describe('a draft', () => {
  test('has a section for each heading and a clause for each paragraph, without its own numbers', () => {
    const written = `# Gut zusammenarbeiten

## 1 Wofür der Standard gilt

**1.1** Der Standard gilt für alle,
die zusammen Kultur machen.

1.2 Er gilt auch für:

- Vereine
- Schulen

## § 2 Räume

### Schlüssel

(1) Wer bucht, holt den Schlüssel ab.

**2.2 **Und bringt ihn zurück.

24 Stunden vorher sagt man ab.`
    expect(outlineOf(written)).toEqual({
      problems: [],
      sections: [
        {
          title: 'Wofür der Standard gilt',
          clauses: [
            'Der Standard gilt für alle,\ndie zusammen Kultur machen.',
            'Er gilt auch für:\n\n- Vereine\n- Schulen',
          ],
        },
        {
          title: 'Räume',
          clauses: [
            '**Schlüssel**\n\nWer bucht, holt den Schlüssel ab.',
            'Und bringt ihn zurück.',
            '24 Stunden vorher sagt man ab.',
          ],
        },
      ],
    })
  })

  test('says what stands in the way instead of dropping words', () => {
    expect(outlineOf(' \n ').problems).toEqual([{ what: 'nothing', words: '' }])
    expect(outlineOf('Nur ein Satz.').problems).toEqual([{ what: 'no-heading', words: 'Nur ein Satz.' }])
    expect(outlineOf('Vorab\n\n# Eins\n\nSatz.').problems[0]).toMatchObject({ what: 'no-heading' })
    expect(outlineOf(`# Eins\n\n${'x'.repeat(20_001)}`).problems[0]).toMatchObject({ what: 'clause-length' })
    expect(outlineOf(`# ${'T'.repeat(121)}\n\nSatz.`).problems[0]).toMatchObject({ what: 'title-length' })
    const many = '# Eins\n\n'.concat('Ein Satz.\n\n'.repeat(outlineLimits.clauses + 1))
    expect(outlineOf(many).problems).toEqual([{ what: 'too-many-clauses', words: '' }])
  })

  test('keeps every word of its paragraphs', () => {
    const words = ['Wer', 'bucht', '„sagt“', '3', 'Tage', 'vorher', 'ab', '–', 'immer', 'so', '4.2', '(1)']
    let seed = 7
    const pick = () => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed
    }
    for (let round = 0; round < 300; round++) {
      const paragraphs = Array.from({ length: 1 + (pick() % 4) }, () =>
        ['Wort', ...Array.from({ length: 1 + (pick() % 8) }, () => words[pick() % words.length])].join(' '),
      )
      const { sections, problems } = outlineOf(
        `# Titel eins\n\n${paragraphs.join('\n\n')}\n\n# Titel zwei\n\nSatz.`,
      )
      expect(problems).toEqual([])
      expect(sections[0]?.clauses).toEqual(paragraphs)
    }
  })
})

test('what an office program put between words goes; how somebody writes stays', () => {
  expect(tidyWords('Zu\u00adsam\u00admen\u00a0arbeiten \u200b– „gut“…\r\nUnd\u2028weiter\u0007')).toBe(
    'Zusammen arbeiten – „gut“…\nUnd\nweiter',
  )
})

test('a clause is laid out in paragraphs, points and words set apart', () => {
  expect(
    blocksOf('Wer **bucht**, sagt *früh* ab.\n\n- [Kulturbüro](https://beispiel.example)\n- mehr'),
  ).toEqual([
    {
      kind: 'paragraph',
      runs: [
        { as: 'plain', text: 'Wer ' },
        { as: 'strong', text: 'bucht' },
        { as: 'plain', text: ', sagt ' },
        { as: 'em', text: 'früh' },
        { as: 'plain', text: ' ab.' },
      ],
    },
    { kind: 'point', runs: [{ as: 'plain', text: 'Kulturbüro (https://beispiel.example)' }] },
    { kind: 'point', runs: [{ as: 'plain', text: 'mehr' }] },
  ])
})
