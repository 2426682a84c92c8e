import { expect, test } from 'vitest'
import {
  checkRules,
  type ElectionRules,
  momentsOf,
  preparesAt,
  runOffDays,
} from '#app/domain/elections/election.ts'
import { lineUp } from '#app/domain/elections/line-up.ts'
import { openTie, orderAfter } from '#app/domain/elections/run-off.ts'

test('a second vote decides between those tied, and a tie it does not cover stays open', () => {
  const seat = { round: 1, over: 'seat', by: 'lot' } as const
  const branch = { ...seat, options: ['2', '5'], chosen: ['2'] }
  const open = { ...seat, options: ['1', '4', '5'], chosen: ['1', '4'] }
  expect(openTie({ ties: [branch, open] }, [])).toEqual({ between: ['2', '5'], seats: 1 })
  const first = { between: ['2', '5'], winners: ['5'] }
  expect(openTie({ ties: [branch, open] }, [first])).toEqual({ between: ['1', '4', '5'], seats: 2 })
  expect(openTie({ ties: [branch] }, [first])).toBeNull()
  expect(openTie({ ties: [{ ...branch, over: 'order' }] }, [])).toBeNull()
  const second = { between: ['1', '4', '5'], winners: ['4', '1'] }
  expect(orderAfter(['1', '2', '3', '4', '5'], [first, second])).toEqual(['5', '4', '1', '2', '3'])
})

test('a seat that was left goes to the next of its branch, an open one to the next of all, equals by the ballot’s lot', () => {
  const branchOf = (key: string) => ({ a: 'Musik', b: 'Musik', c: 'Tanz', d: 'Film', e: 'Musik' })[key] ?? ''
  const seats = [
    { key: 'a', ownSeat: 'Musik' },
    { key: 'c', ownSeat: null },
  ]
  const ranking = [['a'], ['c'], ['d'], ['b', 'e']]
  const line = (gone: readonly string[]) =>
    lineUp(seats, ranking, ['e', 'b', 'd', 'c', 'a'], branchOf, new Set(gone)).map(({ key }) => key)
  expect(line([])).toEqual(['a', 'c'])
  expect(line(['a'])).toEqual(['e', 'c'])
  expect(line(['a', 'e'])).toEqual(['b', 'c'])
  expect(line(['c'])).toEqual(['a', 'd'])
  // Nobody of the branch is left: the seat becomes an open one.
  expect(line(['a', 'b', 'e'])).toEqual(['d', 'c'])
  expect(line(['a', 'b', 'c', 'd', 'e'])).toEqual([])
})

test('the closed roll lies open for three days, but an evening before the vote the ballot stands', () => {
  const days = { cutOffOn: '2027-03-10', candidatesUntil: '2027-03-08', opensOn: '2027-03-20' }
  const ends = { closesOn: '2027-03-24', closesHour: 20, termFrom: '2027-04-01', runOffDays: 2 }
  const rules = { ...days, opensHour: 8, ...ends } as ElectionRules
  expect(preparesAt(rules, 'Europe/Berlin')).toBe('2027-03-13T23:00:00.000Z')
  expect(preparesAt({ ...rules, opensOn: '2027-03-12' }, 'Europe/Berlin')).toBe('2027-03-11T19:00:00.000Z')
  expect(preparesAt({ ...rules, candidatesUntil: '2027-03-18' }, 'Europe/Berlin')).toBe(
    '2027-03-18T23:01:00.000Z',
  )
  // The hours are the Council's choice, also for a second vote.
  expect(momentsOf({ ...rules, opensHour: 12 }, 'Europe/Berlin')).toMatchObject({
    opensAt: '2027-03-20T11:00:00.000Z',
    closesAt: '2027-03-24T19:00:00.000Z',
  })
  expect(runOffDays({ ...rules, opensHour: 12 }, '2027-03-24T20:00:00.000Z', 'Europe/Berlin')).toEqual({
    opensAt: '2027-03-25T11:00:00.000Z',
    closesAt: '2027-03-27T19:00:00.000Z',
  })
})

test('a run-off goes with marks; a ranking hands votes on until every seat is filled', () => {
  expect(() => checkRules({ method: 'scottish-stv', runOff: 'vote' })).toThrow(
    expect.objectContaining({ reason: 'election_run_off_of_marks' }),
  )
  expect(() => checkRules({ method: 'approval', runOff: 'vote' })).not.toThrow()
  expect(() => checkRules({ method: 'scottish-stv', runOff: 'lot' })).not.toThrow()
})
