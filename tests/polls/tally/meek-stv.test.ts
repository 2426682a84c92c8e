import { describe, expect, it } from 'vitest'
import { share, UNIT } from '#app/domain/polls/tally/counting/meek-papers.ts'
import { meekStv } from '#app/domain/polls/tally/meek-stv.ts'
import { readBlt } from '#server/commands/tally/blt.ts'
import { collection, jsonOf, namesIn, textOf } from '#tests/polls/tally/shared-data.ts'

const { dir, there } = collection('meek-stv')

function countBlt(text: string) {
  const file = readBlt(text)
  if (file.form !== 'ranked') throw new Error('a .blt file holds rankings')
  return meekStv({ options: file.options, ballots: file.ballots, seats: file.seats ?? 1, lots: null })
}

describe('the share of a paper', () => {
  it('is exact where the product passes what a floating number can hold', () => {
    for (let step = 1; step < 20_000; step++) {
      const held = (step * 48_271) % UNIT
      const keep = (step * 69_621 + 999_000_007) % UNIT
      const exact = (BigInt(held) * BigInt(keep) + BigInt(UNIT) - 1n) / BigInt(UNIT)
      expect(share(held, keep)).toBe(Number(exact))
    }
  })
})

describe.skipIf(!there)(`Meek counts in ${dir}`, () => {
  it('holds vectors', () => expect(namesIn(dir, '.tsv')).not.toHaveLength(0))

  it.each(namesIn(dir, '.expected.json'))('%s: the elected in their rounds', (ward) => {
    const expected = jsonOf(dir, `${ward}.expected.json`)
    const result = countBlt(textOf(dir, expected.blt))
    expect(result.rounds.flatMap((round, at) => round.elected.map((name) => [name, `${at + 1}`]))).toEqual(
      expected.elected.map((one: { name: string; round: string }) => [one.name, one.round]),
    )
  })

  it.each(namesIn(dir, '.meek-prf.dump.tsv'))('%s: quota, votes and keep factors of every round', (name) => {
    const result = countBlt(textOf(dir, `${name}.blt`))
    const seen = result.rounds.map((round, at) => ({ at: `${at + 1}`, ...round }))
    const lines = textOf(dir, `${name}.meek-prf.dump.tsv`)
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
    const last = new Map<string, string[]>()
    for (const line of lines) {
      // The first line of a round that elects or excludes holds its votes; later ones set excluded votes to nought.
      if ((line[1] === 'elect' || line[1] === 'defeat') && !last.has(line[0] as string)) {
        last.set(line[0] as string, line)
      }
    }
    expect(seen.map(({ at }) => at)).toEqual([...last.keys()])
    for (const round of seen) {
      const line = last.get(round.at) as string[]
      expect(round.quota).toBe(line[2])
      for (let column = 6; column < line.length; column += 4) {
        const [option, state, votes, keep] = line.slice(column, column + 4) as [
          string,
          string,
          string,
          string,
        ]
        expect(round.votes[option], `${option} in round ${round.at}`).toBe(votes)
        if (!round.excluded.includes(option)) expect(round.keepFactors[option]).toBe(keep)
        if (round.excluded.includes(option)) expect(state).toBe('D')
      }
    }
    const final = lines.at(-1) as string[]
    const elected = result.ranking.flat().filter((option) => {
      const column = final.indexOf(option)
      return final[column + 1] === 'E'
    })
    expect([...result.winners].sort()).toEqual([...elected].sort())
  })
})
