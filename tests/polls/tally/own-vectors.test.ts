import { describe, expect, it } from 'vitest'
import { count, formOf, type Method, type Settings } from '#app/domain/polls/tally/count.ts'
import { readJson } from '#server/commands/tally/ballot-json.ts'
import { recast } from '#server/commands/tally/recast.ts'
import { jsonOf, textOf } from '#tests/polls/tally/shared-data.ts'

type Expected = {
  readonly method: Method
  readonly seats?: number
  readonly settings?: Settings
  readonly winners: readonly string[]
  readonly ranking?: readonly (readonly string[])[]
  readonly ties?: number
  readonly secondRound?: readonly string[]
  readonly points?: Readonly<Record<string, string>>
}

const here = 'tests/polls/tally/vectors'
const small: readonly { name: string; expected: readonly Expected[] }[] = jsonOf(here, 'small.json')
const tennessee: { expected: readonly Expected[] } = jsonOf(here, 'tennessee.json')

const cases = [
  ...tennessee.expected.map((expected) => ['Tennessee', expected, textOf(here, 'tennessee.json')] as const),
  ...small.flatMap((one) =>
    one.expected.map((expected) => [one.name, expected, JSON.stringify(one)] as const),
  ),
]

describe('small vectors', () => {
  it.each(cases.map(([name, expected, text]) => [name, expected.method, expected, text] as const))(
    '%s: %s',
    (_, method, expected, text) => {
      const [file] = readJson(text)
      if (!file || file.form === 'grades') throw new Error('ballots expected')
      const cast = recast(file, formOf[method])
      if (typeof cast === 'string') throw new Error(cast)
      const terms = { options: file.options, seats: expected.seats ?? 1, lots: file.lots }
      const result = count(method, terms, cast, expected.settings)
      expect(result.winners).toEqual(expected.winners)
      if (expected.ranking) expect(result.ranking).toEqual(expected.ranking)
      if (expected.ties !== undefined) expect(result.ties).toHaveLength(expected.ties)
      expect(result.secondRound).toEqual(expected.secondRound ?? [])
      if (expected.points) expect(result.rounds).toEqual([{ points: expected.points, valid: 100 }])
    },
  )
})
