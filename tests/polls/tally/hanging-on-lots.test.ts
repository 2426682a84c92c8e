import { describe, expect, it } from 'vitest'
import { countLines } from '#app/domain/polls/counting.ts'
import { outcomeOf } from '#app/domain/polls/outcome.ts'

const order = {
  method: 'irv',
  options: ['1', '2', '3'],
  seats: 1,
  settings: {},
  majority: 'most',
  lots: null,
} as const
const poll = { secrecy: 'open', quorum: 0 } as const
// Whoever drops out of the two with least hands the other the seat.
const lines = new Map([
  ['1>2', 2],
  ['2>1', 2],
  ['3', 3],
])

describe('a tie on the way that decides the seat', () => {
  it('waits for a lot instead of going by the order of the ballot', () => {
    const counted = countLines(order, lines)
    if (counted.kind !== 'options') throw new Error('These are options.')
    expect(outcomeOf(poll, counted.result, counted.turnout)).toMatchObject({
      outcome: 'tied',
      winners: [],
      tied: ['1', '2'],
      seatsLeft: 1,
    })
    for (const lots of [
      ['1', '2', '3'],
      ['2', '1', '3'],
    ]) {
      const drawn = countLines({ ...order, lots }, lines)
      expect(drawn).toMatchObject({ result: { winners: [lots[0]] } })
    }
  })

  it('waits for nothing where every lot elects the same', () => {
    const clear = new Map([
      ['1>3', 2],
      ['2>3', 2],
      ['3', 3],
    ])
    const counted = countLines(order, clear)
    if (counted.kind !== 'options') throw new Error('These are options.')
    expect(counted.result.ties.some(({ by }) => by === 'assumed')).toBe(true)
    expect(outcomeOf(poll, counted.result, counted.turnout)).toMatchObject({
      outcome: 'decided',
      winners: ['3'],
    })
  })

  it('elects those who are in whatever the lot says, and leaves only the last seat open', () => {
    const several = new Map([
      ['4', 9],
      ['1>2', 2],
      ['2>1', 2],
      ['3', 3],
    ])
    const terms = { ...order, method: 'scottish-stv', options: ['1', '2', '3', '4'], seats: 2 } as const
    const counted = countLines(terms, several)
    if (counted.kind !== 'options') throw new Error('These are options.')
    expect(outcomeOf(poll, counted.result, counted.turnout)).toMatchObject({
      outcome: 'tied',
      winners: ['4'],
      tied: ['1', '2'],
      seatsLeft: 1,
    })
  })
})
