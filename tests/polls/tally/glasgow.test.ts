import { describe, expect, it } from 'vitest'
import { scottishStv } from '#app/domain/polls/tally/scottish-stv.ts'
import { readBlt } from '#server/commands/tally/blt.ts'
import { collection, jsonOf, namesIn, textOf } from '#tests/polls/tally/shared-data.ts'

const { dir, there } = collection('scottish-stv')

describe.skipIf(!there)(`the council of Glasgow 2007 in ${dir}`, () => {
  it('elects in every ward at hand people who stood there, and no party more than it won in the city', () => {
    const council = jsonOf(dir, 'glasgow-2007-council.json')
    const seats: Record<string, number> = {}
    const wards = namesIn(dir, '-2007.blt')
    for (const ward of wards) {
      const file = readBlt(textOf(dir, `${ward}-2007.blt`))
      if (file.form !== 'ranked') throw new Error('a .blt file holds rankings')
      const result = scottishStv({ ...file, seats: file.seats ?? 1, lots: null })
      const parties = Object.values<Record<string, string>>(council.candidates).find((own) =>
        result.winners.every((name) => name in own),
      )
      for (const name of result.winners) {
        const party = parties?.[name]?.replace(/ \(.*/, '') ?? 'unknown'
        seats[party] = (seats[party] ?? 0) + 1
      }
    }
    const official: Record<string, number> = {
      ...council.seats_by_party,
      'Scottish National Party': council.seats_by_party.SNP,
      'Conservative and Unionist Party': council.seats_by_party.Conservative,
    }
    for (const [party, won] of Object.entries(seats)) {
      if (party !== 'unknown') expect(won, party).toBeLessThanOrEqual(official[party] ?? 0)
    }
    expect(Object.values(seats).reduce((sum, won) => sum + won, 0)).toBeGreaterThan(0)
  })
})
