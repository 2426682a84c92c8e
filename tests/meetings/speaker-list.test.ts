import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type FloorRequest,
  listModes,
  orderSpeakers,
  type Spoken,
  shareByBench,
} from '#app/domain/meetings/speaker-list.ts'

const asked = (number: number, accountId: string, more: Partial<FloorRequest> = {}): FloorRequest => ({
  id: `r${number}`,
  accountId,
  kind: 'speech',
  bench: null,
  askedAt: `2027-03-10T18:${String(number).padStart(2, '0')}:00.000Z`,
  number,
  ...more,
})
const spoke = (accountId: string, ms = 60_000, bench: string | null = null): Spoken => ({
  accountId,
  bench,
  ms,
})
const names = (places: ReturnType<typeof orderSpeakers>) => places.map(({ request }) => request.accountId)

describe('the balanced list, on its published example (Georg Jähnig, 2010)', () => {
  test('Paul asks again, but Stefan has not spoken yet and comes first; so does Anna', () => {
    const spoken = [spoke('Paul'), spoke('Kerstin')]
    expect(names(orderSpeakers([asked(3, 'Paul'), asked(4, 'Stefan')], spoken, 'balanced'))).toEqual([
      'Stefan',
      'Paul',
    ])
    const then = [...spoken, spoke('Stefan')]
    expect(names(orderSpeakers([asked(3, 'Paul'), asked(5, 'Anna')], then, 'balanced'))).toEqual([
      'Anna',
      'Paul',
    ])
  })

  test('later Stefan comes first: he spoke as often as Kerstin and asked before her', () => {
    const spoken = ['Paul', 'Kerstin', 'Stefan', 'Anna', 'Paul', 'Anna'].map((name) => spoke(name))
    const waiting = [asked(7, 'Stefan'), asked(8, 'Paul'), asked(9, 'Kerstin')]
    const places = orderSpeakers(waiting, spoken, 'balanced')
    expect(names(places)).toEqual(['Stefan', 'Kerstin', 'Paul'])
    expect(places.map(({ reason }) => reason)).toMatchObject([
      { why: 'spoke-before', times: 1 },
      { why: 'spoke-before', times: 1 },
      { why: 'spoke-before', times: 2 },
    ])
  })
})

describe('the other ways to order speakers', () => {
  test('by request: whose hand went up first, however often they spoke', () => {
    const places = orderSpeakers([asked(2, 'Mira'), asked(1, 'Jonas')], [spoke('Jonas')], 'request')
    expect(names(places)).toEqual(['Jonas', 'Mira'])
    expect(places[0]?.reason).toEqual({ why: 'request', askedAt: '2027-03-10T18:01:00.000Z' })
  })

  test('first-time speakers first; how often the others spoke makes no difference', () => {
    const spoken = [spoke('Jonas'), spoke('Jonas'), spoke('Kofi')]
    const waiting = [asked(1, 'Jonas'), asked(2, 'Kofi'), asked(3, 'Mira')]
    expect(names(orderSpeakers(waiting, spoken, 'first'))).toEqual(['Mira', 'Jonas', 'Kofi'])
  })

  test('benches take turns; the one that has waited longest is next', () => {
    const waiting = [
      asked(1, 'Kornfeld', { bench: 'verwaltung' }),
      asked(2, 'Wegweiser', { bench: 'verwaltung' }),
      asked(3, 'Mira', { bench: 'kulturschaffende' }),
      asked(4, 'Cem', { bench: 'ausschuss' }),
    ]
    const spoken = [spoke('Kofi', 60_000, 'kulturschaffende')]
    const places = orderSpeakers(waiting, spoken, 'benches')
    expect(names(places)).toEqual(['Kornfeld', 'Cem', 'Mira', 'Wegweiser'])
    expect(places[0]?.reason).toMatchObject({ why: 'bench-turn', bench: 'verwaltung' })
  })

  test('least time: who spoke the shortest in all', () => {
    const spoken = [spoke('Jonas', 40_000), spoke('Jonas', 40_000), spoke('Mira', 61_000)]
    const places = orderSpeakers([asked(1, 'Jonas'), asked(2, 'Mira')], spoken, 'time')
    expect(names(places)).toEqual(['Mira', 'Jonas'])
    expect(places.map(({ reason }) => reason)).toMatchObject([{ seconds: 61 }, { seconds: 80 }])
  })

  test('points of order come before all, replies after them, whatever the mode', () => {
    const waiting = [
      asked(1, 'Jonas'),
      asked(2, 'Mira', { kind: 'reply' }),
      asked(3, 'Kofi', { kind: 'order' }),
    ]
    for (const mode of listModes) {
      expect(names(orderSpeakers(waiting, [], mode))).toEqual(['Kofi', 'Mira', 'Jonas'])
    }
  })

  test('every mode keeps everybody exactly once, with a reason and places without gaps', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const bench = fc.constantFrom('x', 'y', null)
    const requests = fc
      .array(fc.record({ accountId: person, bench, kind: fc.constantFrom('speech', 'reply', 'order') }), {
        maxLength: 12,
      })
      .map((rows) => rows.map((row, index) => asked(index + 1, row.accountId, row as Partial<FloorRequest>)))
    const spoken = fc.array(fc.record({ accountId: person, bench, ms: fc.nat(300_000) }), { maxLength: 12 })
    fc.assert(
      fc.property(requests, spoken, fc.constantFrom(...listModes), (waiting, before, mode) => {
        const places = orderSpeakers(waiting, before, mode)
        expect(places.map(({ request }) => request.number).sort((a, b) => a - b)).toEqual(
          waiting.map(({ number }) => number),
        )
        expect(places.map(({ place }) => place)).toEqual(waiting.map((_, index) => index + 1))
        // The shuffled list gives the same order: only number and speeches count, never the array.
        expect(names(orderSpeakers([...waiting].reverse(), before, mode))).toEqual(names(places))
      }),
      { numRuns: 60 },
    )
  })
})

test('the line of fairness shows the share of each bench', () => {
  const shares = shareByBench([spoke('a', 30_000, 'x'), spoke('b', 60_000, 'y'), spoke('c', 30_000, 'x')])
  expect(shares).toEqual([
    { bench: 'x', ms: 60_000, share: 0.5 },
    { bench: 'y', ms: 60_000, share: 0.5 },
  ])
  expect(shareByBench([])).toEqual([])
})
