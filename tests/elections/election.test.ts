import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, system } from '#app/domain/actor.ts'
import { saveBody, seat } from '#app/domain/bodies/body.server.ts'
import { confirmCreator, declareCreator } from '#app/domain/bodies/creator.server.ts'
import { getBody } from '#app/domain/bodies/seats.server.ts'
import { appointCouncilModerator } from '#app/domain/council/moderators.server.ts'
import { handIn, listCandidates, withdrawCandidature } from '#app/domain/elections/candidature.server.ts'
import {
  announceElection,
  beginElection,
  getAnnounced,
  saveStep,
} from '#app/domain/elections/election.server.ts'
import type { ElectionRules } from '#app/domain/elections/election.ts'
import {
  decideElectionObjection,
  listElectionObjections,
  objectToElection,
  objectToRoll,
} from '#app/domain/elections/objection.server.ts'
import { electorsToday, isOnElectionRoll, listRoll } from '#app/domain/elections/roll.server.ts'
import { findActor } from '#app/domain/people/actor.server.ts'
import { appoint } from '#app/domain/people/appointment.server.ts'
import { noteOtherWay } from '#app/domain/polls/ballots/envelope.server.ts'
import { enterPaper } from '#app/domain/polls/ballots/paper.server.ts'
import { castBallot } from '#app/domain/polls/cast.server.ts'
import { drawLots } from '#app/domain/polls/count.server.ts'
import { getPoll } from '#app/domain/polls/poll.server.ts'
import { doJobs } from '#server/jobs.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'

const rules: ElectionRules = {
  title: 'Wahl des Sprecherrats',
  about: 'Zwei Sitze.',
  electorate: 'creators',
  minimumAge: '16',
  cutOffOn: '2027-03-12',
  candidatesUntil: '2027-03-14',
  opensOn: '2027-03-16',
  opensHour: 8,
  closesOn: '2027-03-20',
  closesHour: 18,
  objectionDays: 7,
  seats: 2,
  branches: [
    { name: 'Musik', minimum: 1 },
    { name: 'Theater', minimum: 0 },
  ],
  method: 'multiple-choice',
  votes: 2,
  runOff: 'lot',
  runOffDays: 7,
  paper: 'yes',
  termFrom: '2027-04-01',
  termMonths: 24,
}

describe.each(databases)('the election of speakers on $name', (database) => {
  let town: TestTown
  let amina: Actor
  let ruben: Actor
  const people = new Map<string, Actor>()
  beforeAll(async () => {
    town = await openTestTown(database)
    town.now = '2027-03-10T09:00:00.000Z'
    await town.does(system, saveBody, {
      slug: 'sprecherrat',
      name: 'Sprecherrat',
      kind: 'council',
      about: '',
      seats: 2,
      benches: [],
    })
    for (const name of ['Amina', 'Ruben', 'Wolf', 'Vera', 'Tom', 'Kim', 'Udo', 'Lea', 'Jo', 'Pia', 'Max']) {
      people.set(name, await town.person(name))
    }
    for (const name of ['Amina', 'Ruben']) {
      await town.does(system, seat, {
        body: 'sprecherrat',
        accountId: idOf(name),
        bench: null,
        function: 'speaker',
        fromAt: town.now,
        untilAt: null,
      })
    }
    amina = await again('Amina')
    ruben = await again('Ruben')
    for (const name of people.keys()) {
      await town.does(actor(name), declareCreator, {
        branch: name === 'Jo' ? 'Theater' : 'Musik',
        does: 'Macht hier in der Stadt Musik',
      })
    }
    for (const name of people.keys()) {
      if (name !== 'Pia')
        await town.does(name === 'Amina' ? ruben : amina, confirmCreator, { accountId: idOf(name) })
    }
    for (const name of people.keys()) people.set(name, await again(name))
    // Max became a clerk meanwhile.
    await town.does(system, appoint, { accountId: idOf('Max'), role: 'staff', scope: 'Kulturbüro' })
    people.set('Max', await again('Max'))
    amina = actor('Amina')
    ruben = actor('Ruben')
  })
  afterAll(() => town.close())

  const actor = (name: string): Actor => people.get(name) as Actor
  const idOf = (name: string) => actor(name).accountId ?? ''
  const again = async (name: string) => {
    const found = await findActor(town.platform.database.read, idOf(name), town.now)
    if (!found) throw new Error('gone')
    return found
  }
  const at = async (moment: string) => {
    town.now = moment
    while (await doJobs(town.platform)) {}
  }
  const read = () => town.platform.database.read
  const election = () => getAnnounced(read(), 1)
  const words = { does: 'Leitet einen Chor in Winz-Baak.', wants: 'Mehr Räume für alle.', time: '3 Stunden' }

  test('it is announced only when every question is answered and the days follow each other', async () => {
    expect(await town.tries(actor('Wolf'), beginElection, null)).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    await town.does(amina, beginElection, null)
    expect(await town.tries(amina, announceElection, { number: 1 })).toMatchObject({
      refusal: { reason: 'election_incomplete' },
    })
    const { opensOn, closesOn, ...others } = rules
    const backwards = {
      opensOn: '2027-03-13',
      closesOn,
      cutOffOn: rules.cutOffOn,
      candidatesUntil: rules.candidatesUntil,
    }
    expect(await town.tries(amina, saveStep, { number: 1, answers: backwards })).toMatchObject({
      refusal: { reason: 'election_days_out_of_order' },
    })
    await town.does(amina, saveStep, { number: 1, answers: { ...others, opensOn, closesOn } })
    expect(
      await town.tries(amina, saveStep, {
        number: 1,
        answers: { branches: [{ name: 'Musik', minimum: 3 }] },
      }),
    ).toMatchObject({ refusal: { reason: 'election_branch_seats_exceed' } })
    await expect(election()).rejects.toMatchObject({ reason: 'not_found' })
    await town.does(amina, announceElection, { number: 1 })
    expect((await election()).state).toBe('announced')
    expect(await town.tries(amina, saveStep, { number: 1, answers: { seats: 3 } })).toMatchObject({
      refusal: { reason: 'election_not_draft' },
    })
  })

  test('creators stand in equal words and may back out; others and the administration may not', async () => {
    for (const name of ['Wolf', 'Vera', 'Tom', 'Kim']) {
      await town.does(actor(name), handIn, {
        number: 1,
        branch: name === 'Kim' ? 'Theater' : 'Musik',
        ...words,
      })
    }
    await town.does(actor('Lea'), handIn, { number: 1, branch: 'Musik', ...words })
    await town.does(actor('Lea'), withdrawCandidature, { number: 1 })
    const other = { number: 1, branch: 'Zirkus', ...words }
    expect(await town.tries(actor('Udo'), handIn, other)).toMatchObject({
      refusal: { reason: 'election_branch_unknown' },
    })
    for (const name of ['Pia', 'Max']) {
      const outcome = await town.tries(actor(name), handIn, { number: 1, branch: 'Musik', ...words })
      expect(outcome).toMatchObject({ refusal: { reason: 'not_allowed' } })
    }
    expect((await listCandidates({ db: read() }, await election())).map(({ name }) => name).sort()).toEqual([
      'Kim',
      'Tom',
      'Vera',
      'Wolf',
    ])
  })

  test('the roll closes with the cut-off day, is read inside only, and is mended by an objection', async () => {
    const objection = {
      number: 1,
      about: 'missing',
      person: 'Pia',
      text: 'Pia macht seit Jahren Musik.',
    } as const
    expect(await town.tries(actor('Wolf'), objectToRoll, objection)).toMatchObject({
      refusal: { reason: 'election_roll_objection_closed' },
    })
    // The end of the day by the town's clock: 23:00 in UTC.
    await at('2027-03-12T22:59:00.000Z')
    expect((await election()).rollClosedAt).toBeNull()
    await at('2027-03-12T23:00:00.000Z')
    const names = (await listRoll(town.ask(amina), await election())).map(({ name }) => name)
    expect(names).toEqual(['Amina', 'Jo', 'Kim', 'Lea', 'Ruben', 'Tom', 'Udo', 'Vera', 'Wolf'])
    // As in a by-election: only who makes what the seat is for.
    const byElection = {
      ...rules,
      electorate: 'branches',
      branches: [{ name: ' theater', minimum: 1 }],
    } as const
    expect(await electorsToday(read(), byElection, town.now)).toEqual([idOf('Jo')])
    for (const outsider of [actor('Pia'), actor('Max')])
      await expect(listRoll(town.ask(outsider), await election())).rejects.toMatchObject({
        reason: 'not_found',
      })
    expect(await isOnElectionRoll(read(), await election(), idOf('Pia'), town.now)).toBe(false)
    await town.does(actor('Wolf'), objectToRoll, objection)
    await town.does(actor('Wolf'), objectToRoll, {
      ...objection,
      person: 'Max',
      text: 'Max gehört doch auch dazu.',
    })
    const [pia, max] = await listElectionObjections(read(), (await election()).id)
    const upheld = { outcome: 'upheld', reason: 'Das stimmt, sie gehört hinein.' } as const
    await town.does(amina, decideElectionObjection, { objectionId: pia?.id ?? '', ...upheld })
    expect(await isOnElectionRoll(read(), await election(), idOf('Pia'), town.now)).toBe(true)
    // Denial wins, even where an objection would let a clerk in.
    expect(
      await town.tries(amina, decideElectionObjection, { objectionId: max?.id ?? '', ...upheld }),
    ).toMatchObject({
      refusal: { reason: 'election_person_unknown' },
    })
  })

  test('the ballot stands in the order of a public lot, and the count knows branches, paper and the last seat', async () => {
    await at('2027-03-15T19:01:00.000Z')
    const prepared = await election()
    expect(prepared.state).toBe('prepared')
    const candidates = await listCandidates({ db: read() }, prepared)
    const ids = candidates.map(({ id }) => id)
    expect(town.platform.drawLots(prepared.orderSeed ?? '', [...ids].sort())).toEqual(ids)
    expect(await town.tries(actor('Jo'), handIn, { number: 1, branch: 'Musik', ...words })).toMatchObject({
      refusal: { reason: 'election_candidates_closed' },
    })

    await at('2027-03-16T07:00:00.000Z')
    const pollId = prepared.pollId ?? ''
    expect((await getPoll(read(), pollId)).state).toBe('open')
    const key = (name: string) => candidates.find((candidate) => candidate.name === name)?.optionKey ?? ''
    const vote = (name: string, ...marks: string[]) =>
      town.tries(actor(name), castBallot, {
        pollId,
        choice: { kind: 'ticks', options: marks.map(key) },
        reason: null,
      })
    for (const [name, ...marks] of [
      ['Amina', 'Wolf', 'Vera'],
      ['Ruben', 'Wolf', 'Tom'],
      ['Lea', 'Wolf', 'Vera'],
      ['Udo', 'Wolf', 'Kim'],
      ['Wolf', 'Vera', 'Kim'],
      ['Vera', 'Kim'],
    ] as const) {
      expect(await vote(name, ...marks)).toMatchObject({ ok: true, value: { kind: 'arrived' } })
    }
    expect(await vote('Max', 'Wolf')).toMatchObject({ refusal: { reason: 'ballot_not_on_roll' } })
    for (const name of ['Jo', 'Kim']) {
      await town.does(amina, noteOtherWay, { pollId, accountId: idOf(name), way: 'paper' })
    }
    expect(await vote('Jo', 'Wolf')).toMatchObject({ refusal: { reason: 'vote_on_paper' } })

    await at('2027-03-20T17:00:00.000Z')
    expect((await getPoll(read(), pollId)).state).toBe('closed')
    const sheets = [`${key('Tom')}`, `${key('Tom')},${key('Vera')}`].map((line) =>
      line
        .split(',')
        .sort((a, b) => Number(a) - Number(b))
        .join(','),
    )
    expect(await town.does(amina, enterPaper, { pollId, lines: sheets })).toEqual({ state: 'first-entered' })
    expect(await town.does(ruben, enterPaper, { pollId, lines: [...sheets].reverse() })).toMatchObject({
      state: 'differs',
    })
    expect(await town.does(ruben, enterPaper, { pollId, lines: sheets })).toEqual({ state: 'complete' })
    await at('2027-03-20T17:05:00.000Z')
    // Wolf has four and the branch's seat. Vera, with four too, would have it otherwise; the open seat is hers.
    const counted = await getPoll(read(), pollId)
    if (counted.state === 'counted') await town.does(amina, drawLots, { pollId, seed: '4-2-6-1' })
    expect((await getPoll(read(), pollId)).state).toBe('objection')
  })

  test('objections are decided by somebody who is not involved; then terms begin by themselves', async () => {
    await town.does(actor('Udo'), objectToElection, { number: 1, text: 'Ich habe keinen Brief bekommen.' })
    expect(
      await town.tries(actor('Max'), objectToElection, { number: 1, text: 'Auch ich sage etwas.' }),
    ).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    const objections = await listElectionObjections(read(), (await election()).id)
    const objectionId = objections.find(({ against }) => against === 'result')?.id ?? ''
    const decision = {
      objectionId,
      outcome: 'rejected',
      reason: 'Der Brief ging nachweislich hinaus.',
    } as const
    await town.does(amina, appointCouncilModerator, { accountId: idOf('Wolf') })
    for (const involved of [amina, await again('Wolf')]) {
      expect(await town.tries(involved, decideElectionObjection, decision)).toMatchObject({
        refusal: { reason: 'election_decides_own' },
      })
    }
    await at('2027-03-27T18:00:00.000Z')
    expect((await election()).state).toBe('prepared')
    await town.does(ruben, decideElectionObjection, decision)
    await at('2027-03-27T18:01:00.000Z')
    expect((await election()).state).toBe('held')
    await at('2027-03-31T21:00:00.000Z')
    expect((await getBody(town.ask(), 'sprecherrat')).free.map(({ name }) => name)).toEqual([
      'Amina',
      'Ruben',
    ])
    await at('2027-03-31T22:00:00.000Z')
    const seated = (await getBody(town.ask(), 'sprecherrat')).free
    expect(seated.map(({ name }) => name)).toEqual(['Vera', 'Wolf'])
    expect(seated[0]).toMatchObject({ function: 'speaker', untilAt: '2029-03-31T22:00:00.000Z' })
    expect((await election()).state).toBe('over')
  })
})
