import { describe, expect, it } from 'vitest'
import { scottishStv } from '#app/domain/polls/tally/scottish-stv.ts'
import { readBlt } from '#server/commands/tally/blt.ts'
import { collection, jsonOf, namesIn, textOf } from '#tests/polls/tally/shared-data.ts'

const { dir, there } = collection('scottish-stv')

function countBlt(text: string) {
  const file = readBlt(text)
  if (file.form !== 'ranked') throw new Error('a .blt file holds rankings')
  return scottishStv({ options: file.options, ballots: file.ballots, seats: file.seats ?? 1, lots: null })
}

describe.skipIf(!there)(`Scottish wards in ${dir}`, () => {
  it('holds vectors', () => expect(namesIn(dir, '.blt')).not.toHaveLength(0))

  it.each(namesIn(dir, '.blt'))('%s: every stage to five decimals', (ward) => {
    const expected = jsonOf(dir, `${ward}.expected.json`)
    const result = countBlt(textOf(dir, `${ward}.blt`))
    expect(result.quota).toBe(expected.quota)
    expect([...result.winners].sort()).toEqual(
      expected.elected.map((one: { name: string }) => one.name).sort(),
    )
    const stages = expected.state_at_end_of_round.filter((one: { round: string }) => one.round !== 'X')
    expect(result.rounds.map(({ votes, nonTransferable }) => ({ votes, nonTransferable }))).toEqual(
      stages.map((one: { votes: unknown; nontransferable: string }) => ({
        votes: one.votes,
        nonTransferable: one.nontransferable,
      })),
    )
    const electedIn = expected.elected.map((one: { name: string; round: string }) => [
      one.name,
      Number(one.round),
    ])
    expect(result.rounds.flatMap((stage, at) => stage.elected.map((name) => [name, at])).sort()).toEqual(
      electedIn.sort(),
    )
  })
})
