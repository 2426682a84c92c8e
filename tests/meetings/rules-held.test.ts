// What the rules of procedure say is what happens: secret votes on request, no resolution without a quorum, substitutes.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, guest, system } from '#app/domain/actor.ts'
import { endSeat, seat } from '#app/domain/bodies/body.server.ts'
import { draftMinutes } from '#app/domain/meetings/draft.server.ts'
import { enterStandIn } from '#app/domain/meetings/for-somebody.server.ts'
import { callSpeaker, type LeadStep, lead, undoLead } from '#app/domain/meetings/lead.server.ts'
import { getMeeting, inviteToMeeting } from '#app/domain/meetings/meeting.server.ts'
import { readOwnStand } from '#app/domain/meetings/own-stand.server.ts'
import { listResolutions } from '#app/domain/meetings/register.server.ts'
import { changeRules, rulesOf } from '#app/domain/meetings/rules.server.ts'
import type { RulesOfProcedure } from '#app/domain/meetings/rules-of-procedure.ts'
import { secretNeeds } from '#app/domain/meetings/secret-vote.ts'
import { readStand } from '#app/domain/meetings/stand.server.ts'
import {
  askForFloor,
  askForSecretVote,
  sayConflict,
  sayPresence,
  stepIn,
} from '#app/domain/meetings/take-part.server.ts'
import { closeVote, countHands, openVote } from '#app/domain/meetings/votes.server.ts'
import { findActor } from '#app/domain/people/actor.server.ts'
import { castBallot } from '#app/domain/polls/cast.server.ts'
import { itemOfSeat } from '#app/domain/polls/seated.ts'
import { minuteInWords } from '#app/i18n/minutes-words.ts'
import { wordsIn } from '#app/i18n/words.server.ts'
import { doJobs } from '#server/jobs.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { itemOn, planned, setTable, startsAt, type Table } from './table.ts'

test('a vote of a meeting asks for a seat, every other roll stands alone', () => {
  const ask = (electorate: 'roll' | 'accounts', subject: string | null) => itemOfSeat({ electorate, subject })
  expect(ask('roll', 'agendaItem:a1')).toBe('a1')
  expect([ask('roll', null), ask('roll', 'idea:a1'), ask('accounts', 'agendaItem:a1')]).toEqual([
    null,
    null,
    null,
  ])
})

test('how many must ask for a secret vote', () => {
  expect(secretNeeds('one', 12)).toBe(1)
  expect([0, 5, 6, 12, 17].map((present) => secretNeeds('fifth', present))).toEqual([1, 1, 2, 3, 4])
  expect(secretNeeds('majority', 12)).toBeNull()
})

describe.each(databases)('the rules of procedure on $name', (database) => {
  let town: TestTown
  let table: Table
  let meetingId = ''
  const items: string[] = []
  let substitute: Actor

  beforeAll(async () => {
    town = await openTestTown(database)
    table = await setTable(town)
    const person = await town.person('Ersan')
    await town.does(system, seat, {
      body: 'runder-tisch',
      accountId: person.accountId ?? '',
      bench: 'kulturschaffende',
      function: 'substitute',
      fromAt: town.now,
      untilAt: null,
    })
    substitute = (await findActor(town.platform.database.read, person.accountId ?? '', town.now)) ?? guest
    meetingId = (await planned(town, table.chair)).id
    for (const title of ['Probenraum', 'Fördertopf']) {
      items.push((await itemOn(town, table.chair, meetingId, { title })).itemId)
    }
    await town.does(table.chair, inviteToMeeting, { meetingId, urgency: '' })
    town.now = startsAt
    await step({ type: 'opened' })
    await step({ type: 'item-called', itemId: items[0] ?? '' })
  })
  afterAll(() => town.close())

  const later = (seconds: number) => {
    town.now = new Date(Date.parse(town.now) + seconds * 1000).toISOString()
  }
  const meeting = () => getMeeting(town.platform.database.read, meetingId)
  const standFor = async (person: Actor = table.chair) => readStand(town.ask(person), await meeting())
  const ownFor = async (person: Actor) =>
    readOwnStand(town.ask(person), await meeting(), await standFor(person))
  const at = async () => ({ meetingId, turn: (await standFor()).turn })
  const step = async (one: LeadStep) => town.does(table.chair, lead, { ...(await at()), step: one })
  const refused = async (outcome: Promise<{ ok: boolean }>) =>
    ((await outcome) as { refusal?: { reason: string } }).refusal?.reason ?? 'done'
  const settle = async () => {
    while (await doJobs(town.platform)) {}
  }
  const rule = async (change: Partial<RulesOfProcedure>) => {
    const kept = await rulesOf(town.platform.database.read, (await meeting()).bodyId)
    const rules = { ...kept.rules, ...change }
    await town.does(table.chair, changeRules, { body: 'runder-tisch', rules, version: kept.version })
  }
  const vote = async (label: 'mood' | 'resolution', way: 'open' | 'hands' = 'open') =>
    town.tries(table.chair, openVote, {
      ...(await at()),
      question: 'Wird der Probenraum gebaut?',
      label,
      way,
      motionId: null,
    })
  const sentences = async () => {
    const lines = await draftMinutes(town.ask(table.taker), await meeting())
    return lines.map(({ line }) => minuteInWords(wordsIn('de'), line))
  }

  test('too few are there: nothing is resolved, how people feel can be asked', async () => {
    const [walburga, cem] = table.members
    for (const one of [walburga, cem]) await town.does(one, sayPresence, { meetingId, as: 'room' })
    expect(await refused(vote('resolution'))).toBe('no_quorum')
    expect((await standFor()).vote).toBeNull()
    expect(await refused(vote('mood', 'hands'))).toBe('done')
    await town.does(table.chair, countHands, { ...(await at()), yes: 2, no: 1, abstain: 0 })
    later(11)
    await settle()
    expect(await listResolutions(town.ask(), { meetingId })).toMatchObject([
      { kind: 'mood', outcome: 'accepted' },
    ])
  })

  test('where the rules want it, such a vote is held and says itself that it does not count', async () => {
    await rule({ withoutQuorum: 'advisory' })
    expect(await refused(vote('resolution', 'hands'))).toBe('done')
    await town.does(table.chair, countHands, { ...(await at()), yes: 3, no: 0, abstain: 0 })
    expect((await standFor(guest)).vote?.result).toMatchObject({ word: 'no-quorum', yes: 3 })
    later(11)
    await settle()
    expect((await listResolutions(town.ask(), { meetingId }))[0]).toMatchObject({
      kind: 'resolution',
      outcome: 'no-quorum',
    })
    expect((await sentences()).find((one) => one.startsWith('Beschluss'))).toContain(
      'Die Sitzung war nicht beschlussfähig. Das Ergebnis ist nur ein Rat.',
    )
  })

  test('enough in all, but nobody of one bench: that is no quorum either, and the minutes name the bench', async () => {
    await town.does(table.deputy, sayPresence, { meetingId, as: 'room' })
    expect((await standFor()).quorum.reached).toBe(true)
    await rule({ quorumPerBench: 1 })
    expect((await standFor()).quorum.reached).toBe(false)
    expect(await refused(vote('resolution', 'hands'))).toBe('done')
    await town.does(table.chair, countHands, { ...(await at()), yes: 4, no: 0, abstain: 0 })
    expect((await standFor()).vote?.result?.word).toBe('no-quorum')
    later(11)
    await settle()
    await rule({ quorumPerBench: 0, withoutQuorum: 'blocked' })
  })

  test('a substitute takes the seat of a member of the same bench, with the vote; the member takes it back', async () => {
    const [walburga, , jonas, mira] = table.members
    const forId = jonas.accountId ?? ''
    expect((await ownFor(substitute))?.standIn?.map(({ name }) => name)).toEqual(['Jonas', 'Kofi', 'Mira'])
    expect(await refused(town.tries(substitute, sayPresence, { meetingId, as: 'room' }))).toBe(
      'stand_in_first',
    )
    const sit = (id: string) => town.tries(substitute, stepIn, { meetingId, forId: id, as: 'online' })
    expect(await refused(sit(walburga.accountId ?? ''))).toBe('stand_in_other_bench')
    expect(await refused(town.tries(mira, stepIn, { meetingId, forId, as: 'room' }))).toBe(
      'stand_in_other_bench',
    )
    expect(await refused(sit(forId))).toBe('done')
    const stand = await standFor()
    expect(stand.quorum).toMatchObject({ present: 5, members: 7 })
    expect(stand.seats.find((one) => one.accountId === forId)?.votes).toBe(false)
    await town.does(substitute, askForFloor, { meetingId, kind: 'speech' })
    await town.does(table.chair, callSpeaker, { ...(await at()), requestId: null, note: '' })
    expect((await standFor(guest)).speech?.who).toMatchObject({ name: 'Ersan', online: true })
    await step({ type: 'speech-ended' })

    await town.does(jonas, sayPresence, { meetingId, as: 'room' })
    const back = await standFor()
    expect(back.quorum).toMatchObject({ present: 5, members: 7 })
    expect(back.seats.find((one) => one.accountId === substitute.accountId)).toMatchObject({
      votes: false,
      as: 'watching',
    })
    expect(await refused(sit(forId))).toBe('member_is_there')
    const other = { ...(await at()), accountId: substitute.accountId ?? '', forId: mira.accountId ?? '' }
    expect(await refused(town.tries(jonas, enterStandIn, other))).toBe('not_allowed')
    await town.does(table.chair, enterStandIn, other)
    expect((await standFor()).quorum.present).toBe(6)
    expect((await sentences()).filter((one) => one.includes(' vertritt '))).toEqual([
      `[[${substitute.accountId}]] vertritt [[${forId}]].`,
      `[[${substitute.accountId}]] vertritt [[${mira.accountId}]].`,
    ])
  })

  test('a fifth asks for it: then the vote is secret, whatever is pressed; once each, and not by one in conflict', async () => {
    const [walburga, cem, jonas] = table.members
    const ask = (person: Actor) => town.tries(person, askForSecretVote, { meetingId })
    await town.does(cem, sayConflict, { meetingId, itemId: items[0] ?? '', is: 'yes' })
    expect(await refused(ask(cem))).toBe('conflict_of_interest')
    expect(await refused(ask(table.citizen))).toBe('not_allowed')
    expect(await refused(ask(table.members[4]))).toBe('presence_first')
    expect((await standFor()).secret).toEqual({ asked: 0, needed: 1 })
    await town.does(cem, sayConflict, { meetingId, itemId: items[0] ?? '', is: 'no' })
    expect((await standFor()).secret).toEqual({ asked: 0, needed: 2 })
    expect(await refused(ask(walburga))).toBe('done')
    expect(await refused(ask(walburga))).toBe('secret_asked_already')
    expect((await ownFor(walburga))?.askedSecret).toBe(true)
    expect((await standFor()).voteWish).toBeNull()
    expect(await refused(ask(jonas))).toBe('done')
    expect((await standFor(guest)).voteWish).toBe('secret')
    expect(await refused(ask(cem))).toBe('vote_secret_already')
    expect(await refused(vote('resolution'))).toBe('done')
    expect((await standFor(guest)).vote).toMatchObject({ secret: true, voters: 6 })
    expect(await refused(ask(cem))).toBe('vote_runs')
  })

  test('an opened vote is taken back although ballots have arrived; nothing of them counts', async () => {
    const [walburga, cem] = table.members
    const { vote: running } = await standFor()
    const pollId = running?.pollId ?? ''
    const cast = (person: Actor) =>
      town.tries(person, castBallot, { pollId, choice: { kind: 'one', option: 'yes' }, reason: null })
    expect(await refused(cast(walburga))).toBe('done')
    await town.does(table.chair, undoLead, { ...(await at()), reason: 'Zu früh' })
    expect((await standFor()).vote?.pollId).not.toBe(pollId)
    expect(await refused(cast(cem))).not.toBe('done')
    later(120)
    await settle()
    expect((await listResolutions(town.ask(), { meetingId })).map(({ kind }) => kind)).toEqual([
      'resolution',
      'resolution',
      'mood',
    ])
  })

  test('a figure entered wrongly is taken back: the vote is open again, counted anew, and stands once', async () => {
    await step({ type: 'item-called', itemId: items[1] ?? '' })
    await vote('resolution', 'hands')
    await town.does(table.chair, countHands, { ...(await at()), yes: 1, no: 5, abstain: 0 })
    await settle()
    later(5)
    await town.does(table.chair, undoLead, { ...(await at()), reason: '' })
    expect((await standFor()).vote).toMatchObject({ closedAt: null, result: null })
    await town.does(table.chair, countHands, { ...(await at()), yes: 5, no: 1, abstain: 0 })
    later(11)
    await settle()
    expect((await listResolutions(town.ask(), { meetingId }))[0]).toMatchObject({
      outcome: 'accepted',
      figures: { yes: 5, no: 1, abstain: 0 },
    })
    expect(await listResolutions(town.ask(), { meetingId })).toHaveLength(4)
  })

  test('whose seat ends while a vote runs casts nothing and changes nothing; what was cast before counts', async () => {
    const [walburga, cem, , , kofi] = table.members
    await town.does(kofi, sayPresence, { meetingId, as: 'room' })
    for (const one of [kofi, cem]) await town.does(one, askForFloor, { meetingId, kind: 'speech' })
    await vote('resolution')
    const running = (await standFor()).vote
    const cast = (person: Actor, option: 'yes' | 'no') =>
      town.tries(person, castBallot, {
        pollId: running?.pollId ?? '',
        choice: { kind: 'one', option },
        reason: null,
      })
    expect(await refused(cast(walburga, 'no'))).toBe('done')
    for (const one of [walburga, kofi]) {
      const { id } = await town.platform.database.read
        .selectFrom('membership')
        .select('id')
        .where('accountId', '=', one.accountId ?? '')
        .executeTakeFirstOrThrow()
      await town.does(table.operator, endSeat, { membershipId: id })
      expect(await refused(cast(one, 'yes'))).toBe('ballot_not_on_roll')
    }
    // Nor does a hand wait for anybody who is gone.
    expect((await standFor()).places.map(({ who }) => who.name)).toEqual(['Cem'])
    expect(await refused(cast(cem, 'yes'))).toBe('done')
    expect((await standFor()).vote).toMatchObject({ votes: 2, voters: running?.voters })
    later(61)
    await town.does(table.chair, closeVote, await at())
    later(12)
    await settle()
    expect((await listResolutions(town.ask(), { meetingId }))[0]).toMatchObject({
      outcome: 'tie',
      figures: { yes: 1, no: 1, abstain: 0 },
    })
  })
})
