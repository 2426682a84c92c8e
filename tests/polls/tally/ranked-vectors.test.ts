import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RankedBallot } from '#app/domain/polls/tally/ballots.ts'
import { irv } from '#app/domain/polls/tally/irv.ts'
import { rankedPairs } from '#app/domain/polls/tally/ranked-pairs.ts'
import { schulze } from '#app/domain/polls/tally/schulze.ts'
import { scottishStv } from '#app/domain/polls/tally/scottish-stv.ts'
import { readDebian } from '#server/commands/tally/ballot-json.ts'
import { readCsv } from '#server/commands/tally/csv.ts'
import { collection, elections, jsonOf, namesIn, textOf, uncounted } from '#tests/polls/tally/shared-data.ts'

type Vector = {
  readonly id: string
  readonly candidates: readonly string[]
  readonly ballots: readonly RankedBallot[]
  readonly expected: Record<
    string,
    {
      readonly winners?: readonly string[]
      readonly ranking?: readonly (readonly string[])[]
      readonly strongest_paths?: unknown
    }
  >
}

describe.skipIf(!existsSync(elections))(`the collections in ${elections}`, () => {
  it('are counted, every one of them', () => expect(uncounted()).toEqual([]))
})

const ranked = collection('ranked')
const counts = {
  'Schulze Winning': (election: Parameters<typeof schulze>[0]) => schulze(election),
  'Schulze Margin': (election: Parameters<typeof schulze>[0]) => schulze(election, { strength: 'margins' }),
  'Ranked Pairs Winning': (election: Parameters<typeof schulze>[0]) => rankedPairs(election),
  'Ranked Pairs Margin': (election: Parameters<typeof schulze>[0]) =>
    rankedPairs(election, { strength: 'margins' }),
  InstantRunoff: (election: Parameters<typeof schulze>[0]) => irv(election),
}

const sorted = (tiers: readonly (readonly string[])[]) => tiers.map((tier) => [...tier].sort())

describe.skipIf(!ranked.there)(`rankings in ${ranked.dir}`, () => {
  const vectors: readonly Vector[] = ranked.there ? jsonOf(ranked.dir, 'vectors.json').vectors : []
  const cases = vectors.flatMap((vector) =>
    Object.keys(counts).flatMap((method) =>
      vector.expected[method] ? [[method, vector.id, vector] as const] : [],
    ),
  )

  it('holds vectors', () => expect(cases).not.toHaveLength(0))

  it.each(cases)('%s: %s', (method, _, vector) => {
    const expected = vector.expected[method]
    const election = { options: vector.candidates, ballots: vector.ballots, seats: 1, lots: null }
    const result = counts[method as keyof typeof counts](election)
    if (expected?.winners) expect([...result.winners].sort()).toEqual([...expected.winners].sort())
    if (expected?.ranking) expect(sorted(result.ranking)).toEqual(sorted(expected.ranking))
    if (expected?.strongest_paths) {
      expect((result as ReturnType<typeof schulze>).rounds[0]?.paths).toEqual(expected.strongest_paths)
    }
  })
})

const debian = collection('debian')

describe.skipIf(!debian.there)(`leader elections in ${debian.dir}`, () => {
  it('holds vectors', () => expect(namesIn(debian.dir, '.json')).not.toHaveLength(0))

  it.each(namesIn(debian.dir, '.json'))('%s: winner and full order', (name) => {
    const { expected, voters, default_option, ...rest } = jsonOf(debian.dir, `${name}.json`)
    const file = readDebian(rest)
    const election = { ...file, seats: 1, lots: null }
    const order = expected.schulze_margin_ranking.split(' > ').map((tier: string) => tier.split(' = ').sort())
    const ways = ['winning-votes', 'margins'] as const
    for (const strength of ways) {
      const result = schulze(election, { strength, defaultOption: default_option })
      expect(result.winners).toEqual([expected.winner])
      expect(sorted(result.ranking)).toEqual(order)
    }
    expect(file.ballots.reduce((sum, ballot) => sum + ballot.count, 0)).toBe(voters)
  })
})

const rctab = collection('rctab')

describe.skipIf(!rctab.there)(`Minneapolis in ${rctab.dir}`, () => {
  const read = (name: string, emptyInARow: string) => {
    const file = readCsv(textOf(rctab.dir, `${name}.csv`), { emptyInARow: Number(emptyInARow) })
    if (file.form !== 'ranked') throw new Error('ranked columns expected')
    return { options: file.options, ballots: file.ballots, lots: null }
  }

  it('mayor 2017: winner and first preferences', () => {
    const expected = jsonOf(rctab.dir, '2017_minneapolis_mayor.expected.json')
    const result = irv({ ...read('2017_minneapolis_mayor', expected.rules.maxSkippedRanksAllowed), seats: 1 })
    expect(result.winners).toEqual(expected.official_winners)
    const first = expected.report.results[0].tally
    for (const [name, votes] of Object.entries(result.rounds[0]?.votes ?? {})) {
      expect(`${votes}`, name).toBe(first[name === 'UWI' ? 'Undeclared Write-ins' : name])
    }
    expect(result.rounds.at(-1)?.votes).toEqual({ 'Jacob Frey': 46704, 'Raymond Dehn': 34970 })
  })

  it('parks 2013: three seats', () => {
    const expected = jsonOf(rctab.dir, '2013_minneapolis_park.expected.json')
    const result = scottishStv({
      ...read('2013_minneapolis_park', expected.rules.maxSkippedRanksAllowed),
      seats: 3,
    })
    expect([...result.winners].sort()).toEqual([...expected.official_winners].sort())
    const first = expected.report.results[0].tally
    for (const [name, votes] of Object.entries(result.rounds[0]?.votes ?? {})) {
      expect(votes, name).toBe(`${first[name === 'UWI' ? 'Undeclared Write-ins' : name]}.00000`)
    }
  })
})
