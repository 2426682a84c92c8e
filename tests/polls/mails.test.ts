// Every mail a vote sends: to whom, when, and that none of them says how anybody voted.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import type { NewPoll } from '#app/domain/polls/announce.server.ts'
import { castBallot } from '#app/domain/polls/cast.server.ts'
import { invalidatePoll } from '#app/domain/polls/life.server.ts'
import { reviewPoll } from '#app/domain/polls/review.server.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { separateTerms } from './ballots/secret-votes.ts'
import { announced, later, one, opened, vote, voted } from './votes.ts'

const hour = 3600

describe.each(databases)('the mails of a vote on $name', (database) => {
  let town: TestTown
  let chair: Actor
  let voters: Actor[]
  beforeAll(async () => {
    town = await openTestTown(database)
    chair = await town.person('Frau B.', { seat: { body: 'runder-tisch', function: 'chair' } })
    voters = []
    for (let at = 1; at <= 6; at++) voters.push(await town.person(`Person ${at}`))
  })
  afterAll(() => town.close())

  const onRoll = (terms: Partial<NewPoll> = {}): Partial<NewPoll> => ({
    space: 'round-table',
    label: 'recommendation',
    electorate: 'roll',
    roll: voters.map(({ accountId }) => accountId ?? ''),
    ...terms,
  })
  const inDays = (days: number) => new Date(Date.parse(town.now) + days * 24 * hour * 1000).toISOString()

  /** Who got a mail of this kind about this vote, by name, and what the first of them says. */
  async function mailed(kind: string, question: string) {
    const rows = await town.platform.database.read
      .selectFrom('mail')
      .innerJoin('account', 'account.id', 'mail.accountId')
      .select(['account.name', 'mail.data'])
      .where('mail.kind', '=', kind)
      .orderBy('account.name')
      .execute()
    const about = rows.filter(({ data }) => data.includes(question))
    return { names: about.map(({ name }) => name), data: about[0]?.data ?? '' }
  }
  const everybody = ['Person 1', 'Person 2', 'Person 3', 'Person 4', 'Person 5', 'Person 6']

  test('it opens, reminds two days before the close, tells its result, and comes back on its day', async () => {
    const question = 'Wann soll das Fest sein?'
    const closesAt = inDays(5)
    const reviewOn = inDays(30).slice(0, 10)
    const pollId = await opened(town, chair, onRoll({ question, closesAt, reviewOn }))
    await later(town, 1)
    expect((await mailed('poll-opened', question)).names).toEqual(everybody)
    await voted(town, voters[0] as Actor, pollId, one('2'))
    await voted(town, voters[1] as Actor, pollId, one('2'))
    const arrived = await mailed('ballot-arrived', question)
    expect(arrived.names).toEqual(['Person 1', 'Person 2'])
    expect(arrived.data).not.toContain('Samstag')

    await later(town, 71 * hour)
    expect((await mailed('poll-reminder', question)).names).toEqual([])
    await later(town, 2 * hour)
    expect((await mailed('poll-reminder', question)).names).toEqual(everybody.slice(2))
    await later(town, hour)
    expect((await mailed('poll-reminder', question)).names).toHaveLength(4)

    await later(town, 48 * hour)
    await later(town, 1)
    const result = await mailed('poll-result', question)
    expect(result.names).toEqual(everybody)
    expect(result.data).toContain('Samstag')
    expect(result.data).toContain('/ergebnis')

    expect((await mailed('poll-review', question)).names).toEqual([])
    await later(town, 26 * 24 * hour)
    expect((await mailed('poll-review', question)).names).toEqual(['Frau B.'])
    await town.does(chair, reviewPoll, { pollId, note: 'Das Fest war am Samstag, alle kamen.' })
  })

  test('what was looked at before its day asks nobody again', async () => {
    const question = 'Wer baut die Bühne auf?'
    const terms = onRoll({ question, closesAt: inDays(1), reviewOn: inDays(10).slice(0, 10) })
    const pollId = await opened(town, chair, terms)
    await voted(town, voters[0] as Actor, pollId, one('1'))
    await later(town, 25 * hour)
    await later(town, 1)
    await town.does(chair, reviewPoll, { pollId, note: 'Die Feuerwehr hat sie aufgebaut.' })
    await later(town, 11 * 24 * hour)
    expect((await mailed('poll-review', question)).names).toEqual([])
  })

  test('a secret vote reminds only who has not taken part, and its result says no name and no choice', async () => {
    const question = 'Wer spricht am Abend?'
    const terms = onRoll({ ...separateTerms, question, closesAt: inDays(4) })
    const pollId = await opened(town, chair, terms)
    for (const voter of voters.slice(0, 5)) await voted(town, voter, pollId, one('3'))
    await later(town, 49 * hour)
    expect((await mailed('poll-reminder', question)).names).toEqual(['Person 6'])
    await later(town, 48 * hour)
    await later(town, 1)
    const result = await mailed('poll-result', question)
    expect(result.names).toEqual(everybody)
    expect(result.data).not.toMatch(/Person [2-6]/)
  })

  test('declared invalid, its voters read why', async () => {
    const question = 'Welche Halle nehmen wir?'
    const pollId = await opened(town, chair, onRoll({ question }))
    await voted(town, voters[0] as Actor, pollId, one('1'))
    await town.does(chair, invalidatePoll, { pollId, reason: 'Zwei Hallen fehlten auf dem Stimmzettel.' })
    await later(town, 1)
    const invalid = await mailed('poll-invalid', question)
    expect(invalid.names).toEqual(everybody)
    expect(invalid.data).toContain('Zwei Hallen fehlten')
    await later(town, 60 * 24 * hour)
    expect((await mailed('poll-result', question)).names).toEqual([])
  })

  test('only announced, it writes to nobody; open to everybody with an account, it writes only to who voted', async () => {
    const quiet = 'Was wird angekündigt?'
    await announced(town, chair, onRoll({ question: quiet }))
    const staff = await town.person('Herr K.', { role: 'staff', scope: 'Kulturbüro' })
    const question = 'Was mögen alle?'
    const pollId = await opened(town, staff, { question, closesAt: inDays(3) })
    await voted(town, voters[2] as Actor, pollId, one('1'))
    await later(town, 30 * hour)
    await later(town, 48 * hour)
    await later(town, 1)
    expect((await mailed('poll-opened', quiet)).names).toEqual([])
    expect((await mailed('poll-opened', question)).names).toEqual([])
    expect((await mailed('poll-reminder', question)).names).toEqual([])
    expect((await mailed('poll-result', question)).names).toEqual(['Person 3'])
    expect(await town.tries(voters[3] as Actor, castBallot, vote(pollId, one('1')))).toMatchObject({
      refusal: { reason: 'poll_is_closed' },
    })
  })
})
