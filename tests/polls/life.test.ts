import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { changePoll } from '#app/domain/polls/announce.server.ts'
import { castBallot } from '#app/domain/polls/cast.server.ts'
import { closePoll, invalidatePoll, openPoll, undoClose } from '#app/domain/polls/life.server.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import {
  announced,
  closedAndCounted,
  later,
  one,
  opened,
  outcomeOf,
  plainPoll,
  pollRow,
  vote,
  voted,
} from './votes.ts'

describe.each(databases)('the life of a vote on $name', (database) => {
  let town: TestTown
  let staff: Actor
  let anna: Actor
  let ben: Actor
  beforeAll(async () => {
    town = await openTestTown(database)
    staff = await town.person('Herr K.', { role: 'staff', scope: 'Kulturbüro' })
    anna = await town.person('Anna')
    ben = await town.person('Ben')
  })
  afterAll(() => town.close())

  test('goes from the announcement to the result, each step once', async () => {
    const pollId = await announced(town, staff)
    expect(await town.tries(anna, castBallot, vote(pollId, one('2')))).toMatchObject({
      refusal: { reason: 'poll_not_open_yet' },
    })
    expect(await town.tries(anna, openPoll, { pollId })).toMatchObject({ refusal: { reason: 'not_allowed' } })
    await town.does(staff, openPoll, { pollId })
    expect(await town.tries(staff, changePoll, { ...plainPoll, pollId })).toMatchObject({
      refusal: { reason: 'poll_not_announced' },
    })
    await voted(town, anna, pollId, one('2'))
    await voted(town, ben, pollId, one('3'))
    await voted(town, ben, pollId, one('2'))
    expect(await closedAndCounted(town, staff, pollId)).toMatchObject({
      kind: 'options',
      outcome: 'decided',
      winners: ['2'],
      cast: 2,
    })
    expect(await pollRow(town, pollId)).toMatchObject({ state: 'final' })
    expect(await town.tries(anna, castBallot, vote(pollId, one('1')))).toMatchObject({
      refusal: { reason: 'poll_is_closed' },
    })
  })

  test('a close by hand can be taken back for ten seconds, not longer', async () => {
    const pollId = await opened(town, staff)
    await town.does(staff, closePoll, { pollId })
    await later(town, 9)
    await town.does(staff, undoClose, { pollId })
    await voted(town, anna, pollId, one('1'))
    await town.does(staff, closePoll, { pollId })
    await later(town, 10)
    expect(await town.tries(staff, undoClose, { pollId })).toMatchObject({
      refusal: { reason: 'poll_close_is_final' },
    })
    expect(await outcomeOf(town, pollId)).toMatchObject({ winners: ['1'] })
  })

  test('opens and closes by the clock; a vote at the very second of the close is too late', async () => {
    const opensAt = new Date(Date.parse(town.now) + 60_000).toISOString()
    const closesAt = new Date(Date.parse(town.now) + 120_000).toISOString()
    const pollId = await announced(town, staff, { opensAt, closesAt })
    await later(town, 60)
    await voted(town, anna, pollId, one('1'))
    town.now = closesAt
    expect(await town.tries(ben, castBallot, vote(pollId, one('1')))).toMatchObject({
      refusal: { reason: 'poll_is_closed' },
    })
    await later(town, 0)
    expect(await town.tries(staff, undoClose, { pollId })).toMatchObject({
      refusal: { reason: 'poll_close_is_final' },
    })
    expect(await outcomeOf(town, pollId)).toMatchObject({ cast: 1 })
  })

  test('is declared invalid only with a reason, and only once', async () => {
    const pollId = await opened(town, staff)
    expect(await town.tries(anna, invalidatePoll, { pollId, reason: 'So nicht.' })).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    await town.does(staff, invalidatePoll, { pollId, reason: 'Die Frage war falsch gestellt.' })
    expect(await town.tries(anna, castBallot, vote(pollId, one('1')))).toMatchObject({
      refusal: { reason: 'poll_is_closed' },
    })
    expect(await pollRow(town, pollId)).toMatchObject({ invalidReason: 'Die Frage war falsch gestellt.' })
  })
})
