import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getBody } from '#app/domain/bodies/seats.server.ts'
import type { ElectionRules } from '#app/domain/elections/election.ts'
import { electedOf } from '#app/domain/elections/outcome.server.ts'
import { drawForRunOff, listRunOffs } from '#app/domain/elections/run-off.server.ts'
import { leaveSeat } from '#app/domain/elections/terms.server.ts'
import { findPollOf, phaseOf, readElectionResult } from '#app/domain/elections/view.server.ts'
import { eraseAccount } from '#app/domain/people/erase.server.ts'
import { findBox } from '#app/domain/polls/ballots/box.server.ts'
import { hashManifest, type Manifest } from '#app/domain/polls/ballots/manifest.ts'
import { findFile } from '#app/domain/polls/ballots/published.server.ts'
import { isAllRight, verifyFile } from '#app/domain/polls/ballots/verify.ts'
import { drawLots } from '#app/domain/polls/count.server.ts'
import { getPoll, listOptions } from '#app/domain/polls/poll.server.ts'
import { announceRunOff } from '#app/domain/polls/second-round.server.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { type CouncilTown, seatCouncil } from './council-town.ts'

const rules: ElectionRules = {
  title: 'Wahl des Sprecherrats',
  about: 'Zwei Sitze, einer davon für das Theater.',
  electorate: 'creators',
  minimumAge: '16',
  cutOffOn: '2027-03-12',
  candidatesUntil: '2027-03-12',
  opensOn: '2027-03-16',
  opensHour: 8,
  closesOn: '2027-03-18',
  closesHour: 18,
  objectionDays: 3,
  seats: 2,
  branches: [
    { name: 'Theater', minimum: 1 },
    { name: 'Musik', minimum: 0 },
  ],
  method: 'multiple-choice',
  votes: 2,
  runOff: 'vote',
  runOffDays: 3,
  paper: 'no',
  termFrom: '2027-04-01',
  termMonths: 24,
}

const later: ElectionRules = {
  ...rules,
  cutOffOn: '2028-03-12',
  candidatesUntil: '2028-03-12',
  opensOn: '2028-03-16',
  closesOn: '2028-03-18',
  termFrom: '2028-04-01',
}

describe.each(databases)('a run-off between those tied on $name', (database) => {
  let town: TestTown
  let house: CouncilTown
  beforeAll(async () => {
    town = await openTestTown(database)
    town.now = '2027-03-10T09:00:00.000Z'
    house = await seatCouncil(town, ['Amina', 'Ruben', 'Tom', 'Tea', 'Max', 'Mia', 'Lea', 'Udo'])
  })
  afterAll(() => town.close())
  const read = () => town.platform.database.read
  const phase = async (number = 1) => {
    const election = await house.election(number)
    return phaseOf(town.ask(), election, await findPollOf(town.ask(), election))
  }
  const seated = async () => (await getBody(town.ask(), 'sprecherrat')).free.map(({ name }) => name)
  const lettersOf = async (kind: string) => {
    const rows = await read().selectFrom('mail').select('address').where('kind', '=', kind).execute()
    return rows.length
  }
  const pollsOf = async (number: number) => {
    const election = await house.election(number)
    const runOffs = await listRunOffs(read(), election.id)
    return { first: election.pollId ?? '', second: runOffs.at(-1)?.pollId ?? '' }
  }

  test('those tied for a branch’s own seat stand again, and nobody draws a lot before that', async () => {
    await house.announced(rules, { Tom: 'Theater', Tea: 'Theater', Max: 'Musik', Mia: 'Musik' })
    await house.at('2027-03-12T23:00:00.000Z')
    await house.at('2027-03-15T19:00:00.000Z')
    await house.at('2027-03-16T07:00:00.000Z')
    const { first } = await pollsOf(1)
    for (const [name, ...marks] of [
      ['Amina', 'Tom', 'Max'],
      ['Ruben', 'Tea', 'Max'],
      ['Tom', 'Tom', 'Max'],
      ['Tea', 'Tea', 'Max'],
      ['Max', 'Tom', 'Mia'],
      ['Mia', 'Tea', 'Mia'],
    ] as const)
      expect(await house.vote(first, name, marks)).toMatchObject({ ok: true })
    await house.at('2027-03-18T17:00:00.000Z')
    expect(await phase()).toBe('run-off-ahead')
    const { second } = await pollsOf(1)
    expect(await getPoll(read(), second)).toMatchObject({
      parentId: first,
      method: 'single-choice',
      seats: 1,
      opensAt: '2027-03-19T07:00:00.000Z',
      closesAt: '2027-03-22T17:00:00.000Z',
    })
    const amina = house.actor('Amina')
    const ties = { refusal: { reason: 'election_decides_ties' } }
    expect(await town.tries(amina, drawLots, { pollId: first, seed: '1-2-3' })).toMatchObject(ties)
    expect(await town.tries(amina, announceRunOff, { pollId: first })).toMatchObject(ties)
    expect(await town.tries(amina, drawForRunOff, { number: 1, seed: '1-2-3' })).toMatchObject({
      refusal: { reason: 'poll_no_tie' },
    })
    expect(await lettersOf('election-run-off')).toBe(8)
  })

  test('its outcome fills the seat, the first ballots are counted on, and terms begin by themselves', async () => {
    await house.at('2027-03-19T07:00:00.000Z')
    expect(await phase()).toBe('run-off')
    const { first, second } = await pollsOf(1)
    for (const [name, mark] of [
      ['Amina', 'Tea'],
      ['Ruben', 'Tea'],
      ['Tom', 'Tom'],
      ['Tea', 'Tea'],
      ['Lea', 'Tom'],
    ] as const)
      expect(await house.vote(second, name, [mark])).toMatchObject({ ok: true })
    await house.at('2027-03-22T17:00:00.000Z')
    expect(await phase()).toBe('objection')
    const election = await house.election()
    const result = await readElectionResult(town.ask(), election, await findPollOf(town.ask(), election))
    // Without the run-off nobody could say who of Max and the loser is ahead for the open seat.
    expect(result?.seats).toMatchObject([
      { name: 'Tea', ownSeat: 'Theater' },
      { name: 'Max', ownSeat: null },
    ])
    expect(result?.runOffs).toMatchObject([{ chosen: ['Tea'], seats: 1, seed: null }])
    expect((await getPoll(read(), first)).objectionUntil).toBe('2027-03-25T17:00:00.000Z')
    expect(await lettersOf('election-result')).toBe(8)
    await house.at('2027-03-25T17:00:00.000Z')
    expect((await house.election()).state).toBe('held')
    await house.at('2027-03-31T22:00:00.000Z')
    expect(await seated()).toEqual(['Max', 'Tea'])
  })

  test('a seat given back, and the seat of an erased account, go to the next in line until the term ends', async () => {
    expect(await town.tries(house.actor('Lea'), leaveSeat, { number: 1 })).toMatchObject({
      refusal: { reason: 'election_no_seat' },
    })
    await town.does(await house.again('Tea'), leaveSeat, { number: 1 })
    await house.at('2027-05-01T09:00:00.000Z')
    expect(await seated()).toEqual(['Max', 'Tom'])
    await town.does(await house.again('Max'), eraseAccount, { texts: 'leave' })
    await house.at('2027-05-02T09:00:00.000Z')
    const now = (await getBody(town.ask(), 'sprecherrat')).free
    expect(now.map(({ name }) => name)).toEqual(['Mia', 'Tom'])
    expect(now[0]?.untilAt).toBe('2029-03-31T22:00:00.000Z')
    // The erased account's letters are gone with it.
    expect(await lettersOf('election-seat')).toBe(3)
    const election = await house.election()
    const result = await readElectionResult(town.ask(), election, await findPollOf(town.ask(), election))
    expect(JSON.stringify(result)).not.toContain('Max')
    // Neither ballot nor terms hold the name any more, and the terms are still those of their hash.
    const polls = [
      election.pollId ?? '',
      ...(await listRunOffs(read(), election.id)).map(({ pollId }) => pollId),
    ]
    for (const pollId of polls) {
      const box = await findBox(read(), pollId)
      expect(await hashManifest(box?.manifest as Manifest)).toBe(box?.manifestHash)
      expect(JSON.stringify([box, await listOptions(read(), pollId)])).not.toContain('Max')
    }
    const file = await findFile(town.platform, await getPoll(read(), polls[0] ?? ''))
    expect(file?.names).toHaveLength((file?.manifest.options.length ?? 0) - 1)
    if (file) expect(isAllRight(await verifyFile(file))).toBe(true)
  })

  test('too few vote again: a lot decides, and the first count goes on with it', async () => {
    town.now = '2028-03-10T09:00:00.000Z'
    for (const name of ['Tom', 'Mia', 'Lea', 'Udo']) await house.again(name)
    const number = await house.announced(later, { Mia: 'Musik', Lea: 'Musik', Udo: 'Musik' }, 'Tom')
    await house.at('2028-03-12T23:00:00.000Z')
    await house.at('2028-03-15T19:00:00.000Z')
    await house.at('2028-03-16T07:00:00.000Z')
    const { first } = await pollsOf(number)
    for (const [name, ...marks] of [
      ['Amina', 'Lea'],
      ['Ruben', 'Lea', 'Udo'],
      ['Tea', 'Lea'],
      ['Mia', 'Lea', 'Mia'],
      ['Lea', 'Lea', 'Mia'],
      ['Udo', 'Lea', 'Udo'],
    ] as const)
      expect(await house.vote(first, name, marks)).toMatchObject({ ok: true })
    await house.at('2028-03-18T17:00:00.000Z')
    await house.at('2028-03-19T07:00:00.000Z')
    const { second } = await pollsOf(number)
    for (const [name, mark] of [
      ['Mia', 'Mia'],
      ['Udo', 'Udo'],
    ] as const)
      expect(await house.vote(second, name, [mark])).toMatchObject({ ok: true })
    await house.at('2028-03-22T17:00:00.000Z')
    expect(await phase(number)).toBe('run-off-too-few')
    const drawn = { number, seed: '6-6-1' }
    expect(await town.tries(house.actor('Lea'), drawForRunOff, drawn)).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    await town.does(house.actor('Tom'), drawForRunOff, drawn)
    expect(await phase(number)).toBe('objection')
    const election = await house.election(number)
    const [runOff] = await listRunOffs(read(), election.id)
    const order = town.platform.drawLots('6-6-1', runOff?.between ?? [])
    expect(runOff).toMatchObject({ seed: '6-6-1', winners: [order[0]] })
    const elected = await electedOf(read(), election)
    expect(elected.map(({ key }) => key)).toContain(order[0])
    expect(elected.map(({ name }) => name)).toContain('Lea')
  })
})
