import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ballots, OptionId } from '#app/domain/polls/tally/ballots.ts'
import { count, formOf, type Method, type Settings } from '#app/domain/polls/tally/count.ts'
import type { Result } from '#app/domain/polls/tally/result.ts'

const options = ['Ada', 'Ben', 'Cem', 'Dag']
const orders = permutations(options)

function permutations(of: readonly OptionId[]): OptionId[][] {
  if (of.length < 2) return [[...of]]
  return of.flatMap((first) =>
    permutations(of.filter((one) => one !== first)).map((rest) => [first, ...rest]),
  )
}

const tally = fc.integer({ min: 1, max: 3 })
const someOptions = fc.subarray([...options])

/** Few voters and few options, so that ties are the rule. */
const cast: Record<Ballots['form'], fc.Arbitrary<Ballots>> = {
  choice: fc
    .array(fc.record({ count: tally, choice: fc.constantFrom(null, ...options) }), { maxLength: 6 })
    .map((ballots) => ({ form: 'choice', ballots })),
  approval: fc
    .array(fc.record({ count: tally, approved: someOptions }), { maxLength: 6 })
    .map((ballots) => ({ form: 'approval', ballots })),
  ranked: fc
    .array(
      fc.record({
        count: tally,
        ranking: fc
          .tuple(fc.shuffledSubarray([...options]), fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }))
          .map(([order, joined]) => {
            const tiers: string[][] = []
            order.forEach((option, at) => {
              if (joined[at] && joined[at - 1] && at > 0) tiers.at(-1)?.push(option)
              else tiers.push([option])
            })
            return tiers
          }),
      }),
      { maxLength: 6 },
    )
    .map((ballots) => ({ form: 'ranked', ballots })),
  score: fc
    .array(
      fc.record({
        count: tally,
        scores: fc
          .array(fc.option(fc.integer({ min: 0, max: 2 })), { minLength: 4, maxLength: 4 })
          .map((marks) =>
            Object.fromEntries(
              marks.flatMap((mark, at) => (mark === null ? [] : [[options[at] as string, mark]])),
            ),
          ),
      }),
      { maxLength: 6 },
    )
    .map((ballots) => ({ form: 'score', ballots })),
}

const settings: Settings = { grades: 3, highest: 2, pointsEach: 4, statusQuo: 'Dag', marks: 3 }
const branches = [
  { name: 'dance', options: ['Ada', 'Ben'], minimum: 1 },
  { name: 'film', options: ['Cem', 'Dag'], minimum: 1 },
]
const cases: [string, Method, Settings][] = [
  ...Object.keys(formOf).map((method): [string, Method, Settings] => [method, method as Method, settings]),
  ...(['approval', 'scottish-stv', 'meek-stv', 'phragmen', 'equal-shares'] as const).map(
    (method): [string, Method, Settings] => [
      `${method} with branch seats`,
      method,
      { ...settings, branches },
    ],
  ),
  ['schulze by margins', 'schulze', { strength: 'margins' }],
  ['schulze with a default option', 'schulze', { defaultOption: 'Dag' }],
  ['ranked-pairs by margins', 'ranked-pairs', { strength: 'margins' }],
  ['single-choice with absolute majority', 'single-choice', { majority: 'absolute' }],
  [
    'equal-shares for money',
    'equal-shares',
    { money: { costs: { Ada: 3, Ben: 3, Cem: 2, Dag: 1 }, budget: 6 } },
  ],
]

/** What the lots may change: who wins, and in which tier each stands. */
function outcome(result: Result): string {
  return JSON.stringify([[...result.winners].sort(), result.ranking.map((tier) => [...tier].sort())])
}

describe.each(cases)('%s', (_, method, own) => {
  const form = formOf[method]
  const seats = fc.integer({ min: 1, max: 3 })

  it('does not depend on the order of the ballots, nor on how equal ones are bundled', () => {
    fc.assert(
      fc.property(cast[form], seats, fc.constantFrom(null, ...orders), (one, many, lots) => {
        const terms = { options, seats: many, lots }
        const turned = { ...one, ballots: [...one.ballots].reverse() } as Ballots
        const single = {
          ...one,
          ballots: one.ballots.flatMap((ballot) => Array(ballot.count).fill({ ...ballot, count: 1 })),
        } as Ballots
        const result = count(method, terms, one, own)
        expect(count(method, terms, turned, own)).toEqual(result)
        expect(count(method, terms, single, own)).toEqual(result)
      }),
      { numRuns: 150 },
    )
  })

  it('reports a tie whenever another order of lots would change the result', () => {
    fc.assert(
      fc.property(cast[form], seats, (one, many) => {
        const results = orders.map((lots) => count(method, { options, seats: many, lots }, one, own))
        const same = new Set(results.map(outcome)).size === 1
        const undrawn = count(method, { options, seats: many, lots: null }, one, own)
        if (!same) {
          for (const result of results) expect(result.ties.map((tie) => tie.by)).toContain('lot')
          const reasons = undrawn.ties.map((tie) => tie.by)
          expect(reasons.includes('open') || reasons.includes('assumed')).toBe(true)
        }
        if (!undrawn.ties.some((tie) => tie.by === 'open' || tie.by === 'assumed')) {
          expect(outcome(undrawn)).toBe(outcome(results[0] as Result))
        }
      }),
      { numRuns: 150 },
    )
  })

  it('names every option once in the order, and no more winners than seats once lots are drawn', () => {
    fc.assert(
      fc.property(cast[form], seats, fc.constantFrom(...orders), (one, many, lots) => {
        const result = count(method, { options, seats: many, lots }, one, own)
        expect(result.ranking.flat().sort()).toEqual(options)
        if (!own.money) expect(result.winners.length).toBeLessThanOrEqual(many)
        expect(result.ties.filter((tie) => tie.by === 'open' || tie.by === 'assumed')).toEqual([])
        for (const tie of result.ties)
          expect(tie.round).toBeLessThanOrEqual(Math.max(1, result.rounds.length))
      }),
      { numRuns: 100 },
    )
  })
})
