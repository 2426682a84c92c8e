import { describe, expect, test } from 'vitest'
import { asCsv } from '#app/domain/polls/figures.ts'
import { isMissing, readReference } from '#tests/reference-data.ts'

const file = 'security/bad-inputs.json'
interface Listed {
  readonly inputs: readonly { readonly class: string; readonly value: unknown }[]
}
const formulas = isMissing(file)
  ? []
  : readReference<Listed>(file)
      .inputs.filter((one) => one.class === 'csv-formula')
      .map(({ value }) => String(value))

describe('figures for a table program', () => {
  test('are in quotes, numbers as numbers', () => {
    expect(
      asCsv([
        ['Freitag', -1],
        ['ein "guter" Tag', 2],
      ]),
    ).toBe('"Freitag","-1"\r\n"ein ""guter"" Tag","2"\r\n')
    expect(asCsv([['Bad-Umbau; Sauna', "'=1"]])).toBe('"Bad-Umbau; Sauna","\'=1"\r\n')
  })

  const own = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(1)',
    '|calc',
    '\t=1',
    '\r=1',
    ' =1',
    ';=1',
    '" =1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
  ]
  test.each([...own, ...formulas])(
    '%j is no formula, with commas or semicolons between the fields',
    (title) => {
      // A program that takes semicolons for the ends of fields sees a quote in the middle as a letter.
      const fields = asCsv([
        ['1', title],
        [title, '1'],
      ]).split(/","|[;\t\r\n]/)
      expect(fields.filter((field) => /^["\s]*[=+\-@|＝＋－＠]/.test(field))).toEqual([])
    },
  )
})
