import { describe, expect, it } from 'vitest'
import { scottishStv } from '#app/domain/polls/tally/scottish-stv.ts'
import { readBlt } from '#server/commands/tally/blt.ts'
import { collection, jsonOf, namesIn, textOf } from '#tests/polls/tally/shared-data.ts'

const { dir, there } = collection('scottish-stv')
const allWards = 21

describe.skipIf(!there)(`the council of Glasgow 2007 in ${dir}`, () => {
  it('gives no party more seats than it won, and all of them when every ward is at hand', () => {
    const council = jsonOf(dir, 'glasgow-2007-council.json')
    const partyOf = new Map<string, string>()
    for (const ward of Object.values<Record<string, string>>(council.candidates)) {
      for (const [name, party] of Object.entries(ward)) {
        partyOf.set(name.toLowerCase(), party.replace(/ \(.*/, ''))
      }
    }
    const seats: Record<string, number> = {}
    let toGive = 0
    const wards = namesIn(dir, '-2007.blt')
    for (const ward of wards) {
      const file = readBlt(textOf(dir, `${ward}-2007.blt`))
      if (file.form !== 'ranked') throw new Error('a .blt file holds rankings')
      const terms = { options: file.options, ballots: file.ballots, seats: file.seats ?? 1 }
      toGive += terms.seats
      for (const name of scottishStv({ ...terms, lots: null }).winners) {
        const party = partyOf.get(name.toLowerCase()) ?? name
        seats[party] = (seats[party] ?? 0) + 1
      }
    }
    const { SNP, Conservative, ...named } = council.seats_by_party
    const won: Record<string, number> = {
      ...named,
      'Scottish National Party': SNP,
      'Conservative and Unionist Party': Conservative,
    }
    expect(Object.values(seats).reduce((sum, own) => sum + own, 0)).toBe(toGive)
    for (const [party, own] of Object.entries(seats)) {
      expect(own, party).toBeLessThanOrEqual(won[party] ?? 0)
    }
    if (wards.length === allWards) expect(seats).toEqual(won)
  })
})
