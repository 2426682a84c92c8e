// A meeting from the opening to the published minutes, through the commands its pages run.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, guest, system } from '#app/domain/actor.ts'
import { endSeat } from '#app/domain/bodies/body.server.ts'
import { putIdeaOnAgenda } from '#app/domain/meetings/agenda-ideas.server.ts'
import { moveAgendaItem } from '#app/domain/meetings/agenda-order.server.ts'
import {
  decideCorrection,
  listCorrections,
  proposeCorrection,
} from '#app/domain/meetings/corrections.server.ts'
import {
  enterConflict,
  enterHand,
  enterMotion,
  enterObjection,
  enterPresence,
} from '#app/domain/meetings/for-somebody.server.ts'
import { agendaOf } from '#app/domain/meetings/items.server.ts'
import {
  callSpeaker,
  extendSpeech,
  type LeadStep,
  lead,
  takeLead,
  undoLead,
} from '#app/domain/meetings/lead.server.ts'
import { getMeeting, inviteToMeeting, planMeeting } from '#app/domain/meetings/meeting.server.ts'
import {
  approveMinutes,
  checkMinutes,
  findMinutes,
  hashOf,
  signMinutes,
} from '#app/domain/meetings/minutes.server.ts'
import { noteDown } from '#app/domain/meetings/notes.server.ts'
import { readOwnStand } from '#app/domain/meetings/own-stand.server.ts'
import { publishMinutes } from '#app/domain/meetings/publish.server.ts'
import { listResolutions } from '#app/domain/meetings/register.server.ts'
import { countSignal } from '#app/domain/meetings/signals.server.ts'
import { readStand } from '#app/domain/meetings/stand.server.ts'
import {
  askForFloor,
  moveProcedure,
  objectToMotion,
  sayConflict,
  sayPresence,
  withdrawFromFloor,
} from '#app/domain/meetings/take-part.server.ts'
import { finishTask, giveTask } from '#app/domain/meetings/tasks.server.ts'
import { closeVote, countHands, openVote } from '#app/domain/meetings/votes.server.ts'
import { eraseAccount } from '#app/domain/people/erase.server.ts'
import { castBallot } from '#app/domain/polls/cast.server.ts'
import { wordsIn } from '#app/i18n/words.server.ts'
import { readMinutes, writtenDraft } from '#app/routes/meetings/minutes-view.server.ts'
import { doJobs } from '#server/jobs.ts'
import { databases } from '#tests/databases.ts'
import { lineOf, postedBy } from '#tests/ideas/people.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { itemOn, planned, setTable, startsAt, type Table } from './table.ts'

const canary = 'KANARIENVOGEL-7391'

describe.each(databases)('a meeting on $name', (database) => {
  let town: TestTown
  let table: Table
  let meetingId: string
  const items: Record<string, string> = {}
  let ideaId: string
  beforeAll(async () => {
    town = await openTestTown(database)
    table = await setTable(town)
    ideaId = (await postedBy(town, table.citizen, 'Probenraum für Chöre')).id
    meetingId = (await planned(town, table.chair)).id
    const routine = { kind: 'routine', goals: [] } as const
    items.opening = (await itemOn(town, table.chair, meetingId, { title: 'Eröffnung', ...routine })).itemId
    items.room = (await town.does(table.chair, putIdeaOnAgenda, { ideaId, meetingId })).itemId
    items.fee = (await itemOn(town, table.chair, meetingId, { title: 'Honorar-Untergrenze' })).itemId
    items.rent = (
      await itemOn(town, table.chair, meetingId, { title: `Mietangebot ${canary}`, audience: 'inside' })
    ).itemId
    await town.does(table.chair, inviteToMeeting, { meetingId, urgency: '' })
    town.now = startsAt
  })
  afterAll(() => town.close())

  const later = (seconds: number) => {
    town.now = new Date(Date.parse(town.now) + seconds * 1000).toISOString()
  }
  const standFor = async (person: Actor = table.chair) =>
    readStand(town.ask(person), await getMeeting(town.platform.database.read, meetingId))
  const turn = async () => (await standFor()).turn
  const step = async (one: LeadStep, as: Actor = table.chair) =>
    town.does(as, lead, { meetingId, turn: await turn(), step: one })
  const refused = async (outcome: Promise<{ ok: boolean }>) =>
    ((await outcome) as { refusal?: { reason: string } }).refusal?.reason ?? 'done'
  const settle = async () => {
    while (await doJobs(town.platform)) {}
  }
  const seen = (places: Awaited<ReturnType<typeof standFor>>['places']) => places.map(({ who }) => who.name)

  test('nobody but chair and deputy leads; whoever opens it leads it, and is there', async () => {
    for (const person of [table.members[0], table.taker, table.citizen]) {
      expect(await refused(town.tries(person, lead, { meetingId, turn: 0, step: { type: 'opened' } }))).toBe(
        'not_allowed',
      )
    }
    await step({ type: 'opened' })
    expect(await standFor()).toMatchObject({
      state: 'running',
      leader: { name: 'Berghoff' },
      startedAt: town.now,
    })
    expect((await standFor()).quorum).toMatchObject({ present: 1, members: 7, reached: false })
  })

  test('members say that they are there; the chair enters those without a phone; the quorum follows', async () => {
    const [walburga, cem, jonas, mira, kofi] = table.members
    await town.does(jonas, sayPresence, { meetingId, as: 'online' })
    for (const one of [walburga, mira]) await town.does(one, sayPresence, { meetingId, as: 'room' })
    await town.does(table.chair, enterPresence, {
      meetingId,
      turn: await turn(),
      accountId: cem.accountId ?? '',
      as: 'room',
    })
    await town.does(kofi, sayPresence, { meetingId, as: 'watching' })
    expect(await refused(town.tries(table.citizen, sayPresence, { meetingId, as: 'room' }))).toBe(
      'not_allowed',
    )
    expect((await standFor(guest)).quorum).toMatchObject({ present: 5, members: 7, needed: 4, reached: true })
  })

  test('an item that is current keeps its place', async () => {
    await step({ type: 'item-called', itemId: items.opening ?? '' })
    expect(
      await refused(town.tries(table.chair, moveAgendaItem, { itemId: items.opening ?? '', move: 'down' })),
    ).toBe('item_is_running')
    await step({ type: 'item-called', itemId: items.room ?? '' })
  })

  test('hands go up, are withdrawn, and are called; the list says why', async () => {
    const [walburga, cem, jonas, , kofi] = table.members
    await town.does(jonas, askForFloor, { meetingId, kind: 'speech' })
    later(20)
    await town.does(walburga, askForFloor, { meetingId, kind: 'speech' })
    await town.does(table.chair, enterHand, {
      meetingId,
      turn: await turn(),
      accountId: cem.accountId,
      kind: 'speech',
    })
    expect(await refused(town.tries(jonas, askForFloor, { meetingId, kind: 'speech' }))).toBe(
      'floor_asked_already',
    )
    expect(await refused(town.tries(kofi, askForFloor, { meetingId, kind: 'speech' }))).toBe('presence_first')
    const stand = await standFor(guest)
    expect(seen(stand.places)).toEqual(['Jonas', 'Walburga', 'Cem'])
    const own = await readOwnStand(
      town.ask(walburga),
      await getMeeting(town.platform.database.read, meetingId),
      stand,
    )
    expect(own?.hand?.place).toBe(2)
    await town.does(walburga, withdrawFromFloor, { meetingId, requestId: own?.hand?.requestId ?? '' })

    await town.does(table.chair, callSpeaker, { meetingId, turn: await turn(), requestId: null, note: '' })
    expect((await standFor(guest)).speech?.who).toMatchObject({ name: 'Jonas', online: true })
    later(60)
    await town.does(table.chair, extendSpeech, { meetingId, turn: await turn() })
    expect(await refused(town.tries(table.chair, extendSpeech, { meetingId, turn: await turn() }))).toBe(
      'extension_used_up',
    )
    await step({ type: 'list-mode', mode: 'balanced' })
    await town.does(jonas, askForFloor, { meetingId, kind: 'speech' })
    expect((await standFor()).places.map(({ reason }) => reason.why)).toEqual([
      'first-speech',
      'first-speech',
    ])
    await step({ type: 'speech-ended' })
    expect((await standFor()).places.map(({ reason }) => reason.why)).toEqual([
      'first-speech',
      'spoke-before',
    ])
  })

  test('a stale console, and a second one that does not lead, are told so and change nothing', async () => {
    const stale = await turn()
    await step({ type: 'list-closed' })
    const deed = { meetingId, turn: stale, step: { type: 'list-opened' } as const }
    expect(await refused(town.tries(table.chair, lead, deed))).toBe('somebody_was_faster')
    expect(await refused(town.tries(table.deputy, lead, { ...deed, turn: await turn() }))).toBe('not_leading')
    await town.does(table.deputy, takeLead, { meetingId })
    await step({ type: 'list-opened' }, table.deputy)
    await town.does(table.chair, takeLead, { meetingId })
    expect((await standFor()).leader?.name).toBe('Berghoff')
  })

  test('within ten seconds the newest deed is taken back, and not after', async () => {
    await step({ type: 'paused', why: 'interpreting' })
    expect((await standFor(guest)).state).toBe('paused')
    later(5)
    await town.does(table.chair, undoLead, { meetingId, turn: await turn(), reason: '' })
    expect((await standFor(guest)).state).toBe('running')
    await step({ type: 'list-closed' })
    later(11)
    expect(
      await refused(town.tries(table.chair, undoLead, { meetingId, turn: await turn(), reason: '' })),
    ).toBe('undo_too_late')
    await step({ type: 'list-opened' })
  })

  test('hands are counted and entered; the result is a sentence, a line in the register and a hop of the idea', async () => {
    const vote = { meetingId, turn: await turn(), label: 'resolution', way: 'hands', motionId: null } as const
    await town.does(table.chair, openVote, { ...vote, question: 'Wird der Probenraum gebaut?' })
    expect(
      await refused(
        town.tries(table.chair, countHands, { meetingId, turn: await turn(), yes: 9, no: 0, abstain: 0 }),
      ),
    ).toBe('hands_more_than_present')
    await town.does(table.chair, countHands, { meetingId, turn: await turn(), yes: 3, no: 1, abstain: 1 })
    expect((await standFor(guest)).vote?.result).toMatchObject({
      word: 'accepted',
      yes: 3,
      no: 1,
      abstain: 1,
      needed: 3,
    })
    // A wrong figure can be corrected for ten seconds; only then it stands in the register.
    await settle()
    expect(await listResolutions(town.ask(), { meetingId })).toEqual([])
    later(11)
    await settle()
    expect(await listResolutions(town.ask(), { meetingId })).toMatchObject([
      { text: 'Wird der Probenraum gebaut?', outcome: 'accepted', kind: 'resolution' },
    ])
    expect(await lineOf(town, ideaId)).toContain('voted')
  })

  test('a motion without objection is accepted; one with it is decided by a vote', async () => {
    const [walburga, cem, jonas, mira] = table.members
    await step({ type: 'item-called', itemId: items.fee ?? '' })
    await town.does(jonas, moveProcedure, { meetingId, kind: 'secret-vote' })
    const motionId = (await standFor()).motions[0]?.id ?? ''
    expect(await refused(town.tries(jonas, objectToMotion, { meetingId, motionId }))).toBe('motion_is_own')
    await town.does(mira, objectToMotion, { meetingId, motionId })
    await step({ type: 'motion-step', motionId, do: 'countered' })
    const asked = {
      meetingId,
      turn: await turn(),
      question: 'Geheim?',
      label: 'resolution',
      way: 'open',
      motionId,
    } as const
    const { pollId } = await town.does(table.chair, openVote, asked)
    for (const [person, option] of [
      [walburga, 'yes'],
      [jonas, 'yes'],
      [mira, 'no'],
    ] as const) {
      await town.does(person, castBallot, { pollId, choice: { kind: 'one', option }, reason: null })
    }
    expect((await standFor(guest)).vote).toMatchObject({ votes: 3, exact: true, result: null })
    expect(await refused(town.tries(table.chair, closeVote, { meetingId, turn: await turn() }))).toBe(
      'poll_open_for_a_minimum',
    )
    later(61)
    await town.does(table.chair, closeVote, { meetingId, turn: await turn() })
    const late = { pollId, choice: { kind: 'one', option: 'no' }, reason: null } as const
    expect(await refused(town.tries(cem, castBallot, late))).toBe('poll_is_closed')
    later(12)
    await settle()
    expect((await standFor()).motions[0]?.state).toBe('accepted')
    expect((await standFor()).voteWish).toBe('secret')
  })

  test('the chair enters a motion and an objection for those without a phone, and takes them back', async () => {
    const [, cem, , mira] = table.members
    const at = async () => ({ meetingId, turn: await turn() })
    const moved = { accountId: cem.accountId ?? '', kind: 'limit-time' } as const
    expect(await refused(town.tries(mira, enterMotion, { ...(await at()), ...moved }))).toBe('not_allowed')
    await town.does(table.chair, enterMotion, { ...(await at()), ...moved })
    const last = async () => (await standFor()).motions.at(-1)
    const motionId = (await last())?.id ?? ''
    expect(await last()).toMatchObject({ kind: 'limit-time', state: 'moved', mover: { name: 'Cem' } })
    const against = { motionId, accountId: mira.accountId ?? '' }
    await town.does(table.chair, enterObjection, { ...(await at()), ...against })
    expect(await last()).toMatchObject({ state: 'objected', objector: { name: 'Mira' } })
    await town.does(table.chair, undoLead, { ...(await at()), reason: '' })
    const conflict = async (is: 'yes' | 'no') =>
      town.does(table.chair, enterConflict, { ...(await at()), accountId: moved.accountId, is })
    await conflict('yes')
    const cems = async () => {
      const meeting = await getMeeting(town.platform.database.read, meetingId)
      return (await readOwnStand(town.ask(cem), meeting, await standFor(cem)))?.conflict
    }
    expect(await cems()).toBe(true)
    await conflict('no')
    expect(await cems()).toBe(false)
    for (const state of ['moved', 'moved', undefined]) {
      await town.does(table.chair, undoLead, { ...(await at()), reason: '' })
      expect((await standFor()).motions.find(({ id }) => id === motionId)?.state).toBe(state)
    }
  })

  test('the vote that follows is secret whatever is pressed; who is befangen has none', async () => {
    const [walburga, cem, jonas, mira, kofi] = table.members
    await town.does(kofi, sayPresence, { meetingId, as: 'room' })
    await town.does(walburga, sayConflict, { meetingId, itemId: items.fee ?? '', is: 'yes' })
    const asked = {
      meetingId,
      turn: await turn(),
      label: 'recommendation',
      way: 'open',
      motionId: null,
    } as const
    const { pollId } = await town.does(table.chair, openVote, { ...asked, question: 'Soll es sie geben?' })
    expect((await standFor(guest)).vote).toMatchObject({ secret: true, voters: 5, votes: 0 })
    const cast = (person: Actor, option: string) =>
      town.tries(person, castBallot, { pollId, choice: { kind: 'one', option }, reason: null })
    expect(await refused(cast(walburga, 'yes'))).not.toBe('done')
    expect(await refused(cast(table.citizen, 'yes'))).not.toBe('done')
    for (const person of [table.chair, cem, jonas, mira])
      expect(await refused(cast(person, 'yes'))).toBe('done')
    expect(await refused(cast(kofi, 'no'))).toBe('done')
    later(61)
    await town.does(table.chair, closeVote, { meetingId, turn: await turn() })
    // The slip of a hand: the close is taken back, and done once more.
    later(3)
    await town.does(table.chair, undoLead, { meetingId, turn: await turn(), reason: '' })
    expect((await standFor()).vote?.closedAt).toBeNull()
    await town.does(table.chair, closeVote, { meetingId, turn: await turn() })
    later(12)
    await settle()
    expect((await standFor(guest)).vote?.result).toMatchObject({ word: 'accepted', yes: 4, no: 1 })
  })

  test('while a closed item is on, nothing of it is told outside, sockets included', async () => {
    await step({ type: 'item-called', itemId: items.rent ?? '' })
    const from = town.news.length
    await town.does(table.members[2], askForFloor, { meetingId, kind: 'speech' })
    await town.does(table.chair, callSpeaker, { meetingId, turn: await turn(), requestId: null, note: '' })
    await town.does(table.taker, noteDown, {
      meetingId,
      itemId: items.rent ?? '',
      noteId: null,
      text: canary,
    })
    const outside = await standFor(guest)
    expect(outside).toMatchObject({ closed: true, speech: null, places: [], motions: [], vote: null })
    expect(JSON.stringify(outside)).not.toContain(canary)
    expect(JSON.stringify(await standFor(table.members[0]))).toContain(canary)
    const topics = town.news.slice(from).flatMap(({ topics: told }) => told)
    expect([...new Set(topics)]).toEqual([`meeting-inside:${meetingId}`])
    expect(JSON.stringify(town.news.slice(from))).not.toContain(canary)
  })

  test('silent signals are shown from five up and kept without a person', async () => {
    for (let one = 0; one < 4; one++) await town.does(system, countSignal, { meetingId, kind: 'slower' })
    expect((await standFor(guest)).signals.slower).toBeNull()
    await town.does(system, countSignal, { meetingId, kind: 'slower' })
    expect((await standFor(guest)).signals.slower).toBe(5)
    const events = await town.platform.database.read
      .selectFrom('event')
      .select('actorId')
      .where('type', '=', 'meeting.signalled')
      .execute()
    expect(events.every(({ actorId }) => actorId === null)).toBe(true)
    expect(await refused(town.tries(table.members[0], countSignal, { meetingId, kind: 'slower' }))).toBe(
      'not_allowed',
    )
  })

  test('a task is told to its owner, reminded when it falls due, and done by nobody else', async () => {
    await step({ type: 'item-called', itemId: items.room ?? '' })
    await town.does(table.taker, noteDown, {
      meetingId,
      itemId: items.room ?? '',
      noteId: null,
      text: 'Frau Tonwald fragt nach der Rampe.',
    })
    const owner = table.members[1]
    const { taskId } = await town.does(table.taker, giveTask, {
      itemId: items.room ?? '',
      text: 'Angebot für den Raum einholen',
      owner: 'Kulturbüro',
      ownerId: owner.accountId,
      dueOn: '2027-05-01',
    })
    expect(await refused(town.tries(table.members[0], finishTask, { taskId, note: '' }))).toBe('not_allowed')
    await town.does(owner, finishTask, { taskId, note: 'Liegt vor.' })
    expect(await refused(town.tries(owner, finishTask, { taskId, note: '' }))).toBe('task_done')
    expect(await lineOf(town, ideaId)).toEqual(expect.arrayContaining(['task_given', 'task_done']))
  })

  test('the minutes grow from what happened, are corrected, signed by two, and published without citizens’ names', async () => {
    later(60)
    await step({ type: 'ended' })
    expect(await lineOf(town, ideaId)).toContain('spoken')
    const meeting = await getMeeting(town.platform.database.read, meetingId)
    const door = (person: Actor) => ({
      ask: town.ask(person),
      ...wordsIn('de'),
      may: () => person !== guest,
    })
    const text = await writtenDraft({ ask: town.ask(table.taker) } as never, meeting)
    const sentences = text.sentences.map((one) => one.text)
    expect(sentences).toContain('Eingeladen wurde am 10. März 2027.')
    expect(sentences).toContain('Beginn: Dienstag, 30. März 2027, 19 Uhr.')
    expect(
      sentences.some((one) => one.includes('5 von 7 Mitgliedern sind da. Die Sitzung ist beschlussfähig.')),
    ).toBe(true)
    expect(sentences).toContain(
      'Beschluss des Runden Tisches: „Wird der Probenraum gebaut?“ Ich stelle fest: 3 Ja, 1 Nein, 1 Enthaltung. Der Antrag ist angenommen. Nötig waren 3 Ja-Stimmen von 4.',
    )
    expect(
      sentences.some((one) =>
        one.startsWith(
          'Empfehlung, geheim: „Soll es sie geben?“ Ich stelle fest: 4 Ja, 1 Nein, 0 Enthaltungen.',
        ),
      ),
    ).toBe(true)
    // Ids and functions, never a name of those who took part.
    expect(JSON.stringify(text)).not.toContain('Jonas')
    await town.does(table.taker, checkMinutes, { meetingId, text })
    expect(await readMinutes(door(guest) as never, meeting, 'public')).toBeNull()

    const note = text.sentences.find((one) => one.text.includes('Tonwald'))
    const proposal = {
      meetingId,
      sentence: note?.key ?? '',
      proposed: 'Frau Tonwald fragt nach Rampe und Klavier.',
    }
    expect(await refused(town.tries(table.citizen, proposeCorrection, proposal))).toBe('not_allowed')
    const { correctionId } = await town.does(table.members[2], proposeCorrection, proposal)
    await town.does(table.chair, decideCorrection, { correctionId, decision: 'taken', reply: '' })
    expect(await refused(town.tries(table.chair, signMinutes, { meetingId }))).toBe('minutes_not_there_yet')
    later(8 * 86_400)
    expect(await refused(town.tries(table.members[2], proposeCorrection, proposal))).toBe(
      'correction_too_late',
    )
    await town.does(table.chair, signMinutes, { meetingId })
    expect(await refused(town.tries(table.members[2], signMinutes, { meetingId }))).toBe('not_allowed')
    await town.does(table.taker, signMinutes, { meetingId })
    expect(await refused(town.tries(table.taker, signMinutes, { meetingId }))).toBe('minutes_signed')

    const signed = await findMinutes(town.ask(), meeting)
    expect(signed?.hash).toBe(await hashOf(meeting, signed?.text ?? text))
    const bare = { meetingId, replaced: {}, mayStand: 'no' } as const
    expect(await refused(town.tries(table.chair, publishMinutes, bare))).toBe('minutes_name_people')
    const replaced = { [note?.key ?? '']: 'Eine Einwohnerin fragt nach Rampe und Klavier.' }
    await town.does(table.chair, publishMinutes, { ...bare, replaced })
    const shown = JSON.stringify(await readMinutes(door(guest) as never, meeting, 'public'))
    expect(shown).toContain('Eine Einwohnerin fragt nach Rampe und Klavier.')
    expect(shown).toContain('Jonas (Bank der Kulturschaffenden)')
    for (const word of ['Tonwald', canary]) expect(shown).not.toContain(word)
    const inside = JSON.stringify(await readMinutes(door(table.chair) as never, meeting, 'inside'))
    expect(inside).toContain('Frau Tonwald fragt nach Rampe und Klavier.')
    expect(inside).toContain(canary)

    // After the signatures an objection is a new entry, and the signed text stays as it was.
    await town.does(table.members[0], proposeCorrection, proposal)
    expect((await listCorrections(town.ask(table.chair), meeting)).map(({ kind }) => kind)).toEqual([
      'correction',
      'objection',
    ])
    expect((await findMinutes(town.ask(), meeting))?.hash).toBe(signed?.hash)
  })

  test('the next meeting approves them under one of its items, once; a member cannot', async () => {
    const inAMonth = (hours: number) =>
      new Date(Date.parse(town.now) + (30 * 24 + hours) * 3_600_000).toISOString()
    const next = await town.does(table.chair, planMeeting, {
      body: 'runder-tisch',
      title: 'Dritte Sitzung',
      place: 'Bürgertreff',
      access: '',
      online: null,
      startsAt: inAMonth(0),
      endsAt: inAMonth(2),
    })
    const item = await itemOn(town, table.chair, next.id, {
      title: 'Niederschrift',
      kind: 'routine',
      goals: [],
    })
    await town.does(table.chair, inviteToMeeting, { meetingId: next.id, urgency: '' })
    town.now = inAMonth(0)
    const approve = (by: Actor) => town.tries(by, approveMinutes, { meetingId, byMeetingId: next.id })
    const stepNext = async (one: LeadStep) => {
      const meeting = await getMeeting(town.platform.database.read, next.id)
      const { turn: seen } = await readStand(town.ask(table.chair), meeting)
      await town.does(table.chair, lead, { meetingId: next.id, turn: seen, step: one })
    }
    await stepNext({ type: 'opened' })
    expect(await refused(approve(table.chair))).toBe('no_item_current')
    await stepNext({ type: 'item-called', itemId: item.itemId })
    expect(await refused(approve(table.members[0]))).toBe('not_allowed')
    expect(await refused(approve(table.chair))).toBe('done')
    expect(await refused(approve(table.chair))).toBe('already_decided')
    const meeting = await getMeeting(town.platform.database.read, meetingId)
    const door = { ask: town.ask(guest), ...wordsIn('de'), may: () => false }
    expect((await readMinutes(door as never, meeting, 'public'))?.approvedIn).toBe('Dritte Sitzung')
  })

  test('an erased account breaks no check sum; the minutes then say what it was there', async () => {
    const [, , jonas] = table.members
    const meeting = await getMeeting(town.platform.database.read, meetingId)
    const before = await findMinutes(town.ask(), meeting)
    await town.does(jonas, eraseAccount, { texts: 'leave' })
    const after = await findMinutes(town.ask(), meeting)
    expect(await hashOf(meeting, after?.text ?? ({} as never))).toBe(before?.hash)
    const door = { ask: town.ask(guest), ...wordsIn('de'), may: () => false }
    const shown = JSON.stringify(await readMinutes(door as never, meeting, 'public'))
    expect(shown).not.toContain('Jonas')
    expect(shown).toContain('Mitglied, Bank der Kulturschaffenden')
  })

  test('a member whose seat ends during the meeting is no longer at the table from that moment', async () => {
    const membership = await town.platform.database.read
      .selectFrom('membership')
      .select('id')
      .where('accountId', '=', table.members[3].accountId ?? '')
      .executeTakeFirstOrThrow()
    const before = await standFor()
    await town.does(table.operator, endSeat, { membershipId: membership.id })
    expect((await standFor()).seats.length).toBe(before.seats.length - 1)
  })

  test('every item of the agenda is still there, with its number', async () => {
    expect((await agendaOf(town.platform.database.read, meetingId)).map(({ number }) => number)).toEqual([
      '1',
      '2',
      '3',
      '4',
    ])
  })
})
