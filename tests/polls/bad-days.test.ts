// Bad input and bad days: a clear sentence each time, one vote a person, and nothing lost.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { guest } from '#app/domain/actor.ts'
import { eraseAccount } from '#app/domain/people/erase.server.ts'
import { announcePoll, changePoll } from '#app/domain/polls/announce.server.ts'
import { castBallot } from '#app/domain/polls/cast.server.ts'
import type { Choice } from '#app/domain/polls/choice.ts'
import { makeCodes, redeemCode } from '#app/domain/polls/codes.server.ts'
import { drawLots } from '#app/domain/polls/count.server.ts'
import { enterCountedVotes } from '#app/domain/polls/hands.server.ts'
import { closePoll, openPoll } from '#app/domain/polls/life.server.ts'
import { getPoll } from '#app/domain/polls/poll.server.ts'
import { setRoll } from '#app/domain/polls/roll.server.ts'
import { roundsTogether } from '#app/domain/polls/rounds.server.ts'
import { announceRunOff } from '#app/domain/polls/second-round.server.ts'
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

describe.each(databases)('votes on bad days on $name', (database) => {
  let town: TestTown
  let staff: Actor
  let chair: Actor
  let anna: Actor
  let ben: Actor
  beforeAll(async () => {
    town = await openTestTown(database)
    staff = await town.person('Herr K.', { role: 'staff', scope: 'Kulturbüro' })
    chair = await town.person('Frau B.', { seat: { body: 'runder-tisch', function: 'chair' } })
    anna = await town.person('Anna')
    ben = await town.person('Ben')
  })
  afterAll(() => town.close())

  const refused = (reason: string) => ({ ok: false, refusal: { reason } })
  const lines = async (pollId: string) =>
    (
      await town.platform.database.read
        .selectFrom('openBallot')
        .select('choice')
        .where('pollId', '=', pollId)
        .execute()
    ).map((row) => row.choice)

  test('two ballots at once from two devices are one vote', async () => {
    const fixed = await opened(town, staff, { changeable: 'no' })
    const both = await Promise.all([
      town.tries(anna, castBallot, vote(fixed, one('1'))),
      town.tries(anna, castBallot, vote(fixed, one('2'))),
    ])
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(both.find((outcome) => !outcome.ok)).toMatchObject(refused('ballot_cast_already'))
    expect(await lines(fixed)).toHaveLength(1)
  })

  test('a lost reply is answered again with the same number, and the vote counts once', async () => {
    const pollId = await opened(town, staff, { changeable: 'no' })
    const first = await town.does(anna, castBallot, vote(pollId, one('1')))
    const again = await town.does(anna, castBallot, vote(pollId, one('1')))
    expect(first.kind).toBe('arrived')
    expect(again).toEqual({ kind: 'again', control: first.control })
    expect(await lines(pollId)).toEqual(['1'])
  })

  test.each<[string, Choice, string]>([
    ['an option edited by hand', one('7'), 'ballot_option_unknown'],
    ['a ranking on a ballot for one mark', { kind: 'places', places: [['1']] }, 'ballot_not_of_this_kind'],
    [
      'a list of ticks on a ballot for one mark',
      { kind: 'ticks', options: ['1'] },
      'ballot_not_of_this_kind',
    ],
  ])('%s is refused with a sentence', async (_, choice, reason) => {
    const pollId = await opened(town, staff)
    expect(await town.tries(anna, castBallot, vote(pollId, choice))).toMatchObject(refused(reason))
    expect(await lines(pollId)).toEqual([])
    await voted(town, anna, pollId, one('1'))
  })

  test('a ranking with doubles, too many ticks, marks out of range and too many points are refused', async () => {
    const ranked = await opened(town, staff, { method: 'irv' })
    const twice: Choice = { kind: 'places', places: [['1'], ['1']] }
    expect(await town.tries(anna, castBallot, vote(ranked, twice))).toMatchObject(
      refused('ballot_option_twice'),
    )
    const gap: Choice = { kind: 'places', places: [['1'], []] }
    expect(await town.tries(anna, castBallot, vote(ranked, gap))).toMatchObject(
      refused('ballot_places_with_gaps'),
    )
    const ticks = await opened(town, staff, { method: 'multiple-choice', settings: { marks: 2 } })
    const three: Choice = { kind: 'ticks', options: ['1', '2', '3'] }
    expect(await town.tries(anna, castBallot, vote(ticks, three))).toMatchObject(
      refused('ballot_too_many_marks'),
    )
    const scored = await opened(town, staff, { method: 'score' })
    const six: Choice = { kind: 'marks', marks: { '1': 6 } }
    expect(await town.tries(anna, castBallot, vote(scored, six))).toMatchObject(
      refused('ballot_mark_out_of_range'),
    )
    const points = await opened(town, staff, { method: 'points', settings: { pointsEach: 10 } })
    const eleven: Choice = { kind: 'marks', marks: { '1': 6, '2': 5 } }
    expect(await town.tries(anna, castBallot, vote(points, eleven))).toMatchObject(
      refused('ballot_too_many_points'),
    )
    await voted(town, anna, points, { kind: 'marks', marks: { '1': 6, '2': 4 } })
  })

  test('a roll cannot be changed while it is open; who is not on it cannot vote', async () => {
    const pollId = await announced(town, chair, {
      space: 'round-table',
      label: 'recommendation',
      electorate: 'roll',
      roll: [anna.accountId ?? ''],
    })
    await town.does(chair, openPoll, { pollId })
    const both = { pollId, accountIds: [anna.accountId ?? '', ben.accountId ?? ''] }
    expect(await town.tries(chair, setRoll, both)).toMatchObject(refused('poll_roll_frozen'))
    expect(await town.tries(ben, castBallot, vote(pollId, one('1')))).toMatchObject(
      refused('ballot_not_on_roll'),
    )
    expect(await town.tries(guest, castBallot, vote(pollId, one('1')))).toMatchObject(
      refused('sign_in_first'),
    )
    await voted(town, anna, pollId, one('1'))
  })

  test('a clock set back neither opens a second time nor takes a close back', async () => {
    const pollId = await opened(town, staff)
    await voted(town, anna, pollId, one('1'))
    await town.does(staff, closePoll, { pollId })
    const before = town.now
    town.now = new Date(Date.parse(town.now) - 3_600_000).toISOString()
    expect(await town.tries(ben, castBallot, vote(pollId, one('1')))).toMatchObject(refused('poll_is_closed'))
    town.now = before
    await later(town, 11)
    expect(await outcomeOf(town, pollId)).toMatchObject({ cast: 1 })
  })

  test('what was promised about the result is never loosened', async () => {
    const pollId = await announced(town, staff, { resultWhen: 'after-close' })
    const looser = { ...plainPoll, resultWhen: 'always' as const, pollId }
    expect(await town.tries(staff, changePoll, looser)).toMatchObject(refused('poll_result_not_loosened'))
    await town.does(staff, changePoll, { ...plainPoll, question: 'Welcher Tag ist gut?', pollId })
    expect(await pollRow(town, pollId)).toMatchObject({ question: 'Welcher Tag ist gut?' })
  })

  test('a label claims no more than its voters may decide', async () => {
    const terms = { ...plainPoll, label: 'resolution' as const }
    expect(await town.tries(staff, announcePoll, terms)).toMatchObject(refused('poll_label_too_strong'))
    expect(await town.tries(anna, announcePoll, plainPoll)).toMatchObject(refused('not_allowed'))
    const secret = { ...plainPoll, secrecy: 'separate' as const }
    expect(await town.tries(staff, announcePoll, secret)).toMatchObject(refused('poll_secrecy_forbids'))
  })

  test('a quorum that is missed takes the decision away, not the figures', async () => {
    const terms = { method: 'yes-no' as const, options: [], quorum: 3 }
    const pollId = await opened(town, staff, terms)
    await voted(town, anna, pollId, one('yes'))
    await voted(town, ben, pollId, one('yes'))
    expect(await closedAndCounted(town, staff, pollId)).toMatchObject({ outcome: 'no-quorum', yes: 2 })
  })

  test('a tie that decides waits for a lot drawn in public, once; a second round is the other way', async () => {
    const terms: Parameters<typeof announced>[2] = {
      space: 'round-table',
      label: 'recommendation',
      electorate: 'roll',
      roll: [anna.accountId ?? '', ben.accountId ?? ''],
    }
    const tied = async () => {
      const pollId = await opened(town, chair, terms)
      await voted(town, anna, pollId, one('1'))
      await voted(town, ben, pollId, one('2'))
      expect(await closedAndCounted(town, chair, pollId)).toMatchObject({ outcome: 'tied', tied: ['1', '2'] })
      return pollId
    }
    const byLot = await tied()
    expect(await pollRow(town, byLot)).toMatchObject({ state: 'counted' })
    expect(await town.tries(anna, drawLots, { pollId: byLot, seed: '4162' })).toMatchObject(
      refused('not_allowed'),
    )
    await town.does(chair, drawLots, { pollId: byLot, seed: '4162' })
    const order = town.platform.drawLots('4162', ['1', '2', '3'])
    const first = order.find((key) => key !== '3')
    expect(await outcomeOf(town, byLot)).toMatchObject({ outcome: 'decided', winners: [first] })
    expect(await town.tries(chair, drawLots, { pollId: byLot, seed: '1111' })).toMatchObject(
      refused('poll_no_tie'),
    )

    const again = await tied()
    const second = await town.does(chair, announceRunOff, { pollId: again })
    const options = await town.platform.database.read
      .selectFrom('pollOption')
      .select('title')
      .where('pollId', '=', second.pollId)
      .orderBy('place')
      .execute()
    expect(options.map(({ title }) => title)).toEqual(['Freitag', 'Samstag'])
    expect(await town.tries(chair, announceRunOff, { pollId: again })).toMatchObject(refused('poll_no_tie'))
  })

  test('a second round for several seats is between those tied for the last one, on the same roll', async () => {
    const cleo = await town.person('Cleo', { seat: { body: 'runder-tisch', function: 'member' } })
    const approved = (...options: string[]): Choice => ({ kind: 'ticks', options })
    const pollId = await opened(town, chair, {
      space: 'round-table',
      label: 'recommendation',
      method: 'approval',
      seats: 2,
      electorate: 'roll',
      roll: [anna.accountId ?? '', ben.accountId ?? '', cleo.accountId ?? ''],
    })
    await voted(town, anna, pollId, approved('1', '2'))
    await voted(town, ben, pollId, approved('1', '3'))
    const outcome = await closedAndCounted(town, chair, pollId)
    expect(outcome).toMatchObject({ outcome: 'tied', winners: ['1'], tied: ['2', '3'], seatsLeft: 1 })
    const first = () => getPoll(town.platform.database.read, pollId)
    const together = async () => roundsTogether(town.platform.database.read, await first())
    expect(await together()).toMatchObject({ winners: ['1'], settled: false })

    const second = await town.does(chair, announceRunOff, { pollId })
    expect(await pollRow(town, pollId)).toMatchObject({ state: 'final' })
    expect(await together()).toMatchObject({ winners: ['1'], settled: false, last: { id: second.pollId } })
    await town.does(chair, openPoll, { pollId: second.pollId })
    expect(await town.tries(anna, castBallot, vote(second.pollId, one('1')))).toMatchObject(
      refused('ballot_option_unknown'),
    )
    await voted(town, anna, second.pollId, one('3'))
    await voted(town, ben, second.pollId, one('3'))
    await voted(town, cleo, second.pollId, one('2'))
    expect(await closedAndCounted(town, chair, second.pollId)).toMatchObject({ winners: ['3'], cast: 3 })
    expect(await together()).toMatchObject({ winners: ['1', '3'], settled: true })
  })

  test('hands are counted once, never more than there are voters, never beside ballots', async () => {
    const terms: Parameters<typeof announced>[2] = {
      space: 'round-table',
      label: 'recommendation',
      method: 'yes-no',
      options: [],
      electorate: 'roll',
      roll: [anna.accountId ?? '', ben.accountId ?? ''],
    }
    const pollId = await opened(town, chair, terms)
    const figures = { pollId, yes: 2, no: 1, abstain: 0, invalid: 0 }
    expect(await town.tries(chair, enterCountedVotes, figures)).toMatchObject(refused('poll_figures_wrong'))
    expect(await town.does(chair, enterCountedVotes, { ...figures, no: 0 })).toMatchObject({
      outcome: 'carried',
    })
    expect(await town.tries(chair, enterCountedVotes, figures)).toMatchObject(refused('poll_not_open'))
    const other = await opened(town, chair, terms)
    await voted(town, anna, other, one('yes'))
    expect(await town.tries(chair, enterCountedVotes, { ...figures, pollId: other })).toMatchObject(
      refused('poll_not_by_hand'),
    )
  })

  test('a code from a letter puts one person on the roll, once', async () => {
    const pollId = await announced(town, staff, { electorate: 'codes', label: 'recommendation' })
    const [code = '', second = ''] = await town.does(staff, makeCodes, { pollId, count: 2 })
    await town.does(staff, openPoll, { pollId })
    expect(await town.tries(anna, castBallot, vote(pollId, one('1')))).toMatchObject(
      refused('ballot_not_on_roll'),
    )
    await town.does(anna, redeemCode, { pollId, code: code.toLowerCase().replaceAll('-', ' ') })
    expect(await town.tries(ben, redeemCode, { pollId, code })).toMatchObject(refused('ballot_code_used'))
    expect(await town.tries(ben, redeemCode, { pollId, code: 'AAAA-AAAA-AAAA' })).toMatchObject(
      refused('ballot_code_unknown'),
    )
    expect(await town.tries(anna, redeemCode, { pollId, code: second })).toMatchObject(
      refused('ballot_code_used'),
    )
    await town.does(ben, redeemCode, { pollId, code: second })
    await voted(town, anna, pollId, one('1'))
  })

  test('who erases their account takes a running vote along and leaves a counted one without a name', async () => {
    const cleo = await town.person('Cleo')
    const running = await opened(town, staff)
    const over = await opened(town, staff)
    await voted(town, cleo, running, one('1'))
    await voted(town, cleo, over, one('2'))
    await closedAndCounted(town, staff, over)
    await town.does(cleo, eraseAccount, { texts: 'leave' })
    expect(await lines(running)).toEqual([])
    expect(await lines(over)).toEqual(['2'])
    const named = await town.platform.database.read
      .selectFrom('openBallot')
      .select('id')
      .where('accountId', '=', cleo.accountId)
      .execute()
    expect(named).toEqual([])
  })
})
