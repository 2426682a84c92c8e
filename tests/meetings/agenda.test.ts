// An agenda as those who prepare it, the people around an idea, and strangers meet it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, guest, system } from '#app/domain/actor.ts'
import { saveBody } from '#app/domain/bodies/body.server.ts'
import { contribute } from '#app/domain/conversations/contribute.server.ts'
import { findMatter } from '#app/domain/conversations/subject.server.ts'
import { supportIdea } from '#app/domain/ideas/support.server.ts'
import { addItem, changeItem } from '#app/domain/meetings/agenda.server.ts'
import { markOf } from '#app/domain/meetings/agenda.ts'
import { putIdeaOnAgenda } from '#app/domain/meetings/agenda-ideas.server.ts'
import { moveAgendaItem, removeItem } from '#app/domain/meetings/agenda-order.server.ts'
import { changesSinceInvitation } from '#app/domain/meetings/invitation-changes.server.ts'
import { agendaOf, getReadableItem, readAgenda, takenOffSince } from '#app/domain/meetings/items.server.ts'
import {
  cancelMeeting,
  changeMeeting,
  confirmInvitation,
  getMeeting,
  inviteToMeeting,
  listMeetingsToPrepare,
  planMeeting,
} from '#app/domain/meetings/meeting.server.ts'
import { listNeeds, tellNeed } from '#app/domain/meetings/needs.server.ts'
import { addPaper, getPaperFile, papersOf } from '#app/domain/meetings/papers.server.ts'
import {
  answerQuestion,
  askQuestion,
  listQuestions,
  supportQuestion,
} from '#app/domain/meetings/questions.server.ts'
import { changeRules, rulesOf } from '#app/domain/meetings/rules.server.ts'
import { defaultRules } from '#app/domain/meetings/rules-of-procedure.ts'
import { doJobs } from '#server/jobs.ts'
import { databases } from '#tests/databases.ts'
import { ideaRow, lineOf, postedBy } from '#tests/ideas/people.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { itemOn, meetingDay, plainItem, planned, setTable, startsAt, type Table } from './table.ts'

const canary = 'KANARIENVOGEL-7391'

describe.each(databases)('an agenda on $name', (database) => {
  let town: TestTown
  let table: Table
  beforeAll(async () => {
    town = await openTestTown(database)
    table = await setTable(town)
  })
  afterAll(() => town.close())
  const refused = async (outcome: Promise<{ ok: boolean }>) =>
    ((await outcome) as { refusal?: { reason: string } }).refusal?.reason ?? 'done'

  test('chair, deputy and minute-taker plan a meeting; members, citizens and operators do not', async () => {
    const plan = {
      body: 'runder-tisch',
      title: 'Erste Sitzung',
      place: 'Altes Rathaus',
      access: '',
      online: null,
      startsAt,
      endsAt: '2027-03-30T19:30:00.000Z',
    }
    for (const person of [table.members[0], table.citizen, table.operator]) {
      expect(await refused(town.tries(person, planMeeting, plan))).toBe('not_allowed')
    }
    expect(await refused(town.tries(guest, planMeeting, plan))).toBe('sign_in_first')
    expect(await refused(town.tries(table.chair, planMeeting, { ...plan, endsAt: startsAt }))).toBe(
      'meeting_ends_before_it_begins',
    )
    expect(await refused(town.tries(table.chair, planMeeting, { ...plan, startsAt: town.now }))).toBe(
      'meeting_lies_behind',
    )
    for (const person of [table.chair, table.deputy, table.taker]) await town.does(person, planMeeting, plan)
  })

  test('whoever prepares meetings is offered those of the own body, and nobody else any', async () => {
    const meeting = await planned(town, table.chair)
    const group = { slug: 'ag-standards', name: 'AG Standards', about: 'Schreibt mit.', seats: 5 }
    await town.does(system, saveBody, { ...group, kind: 'working-group', benches: [] })
    const elsewhere = await town.person('Amina', { seat: { body: 'ag-standards', function: 'chair' } })
    const offered = async (actor: Actor) =>
      (await listMeetingsToPrepare(town.ask(actor))).map(({ id }) => id).includes(meeting.id)
    for (const actor of [table.chair, table.deputy, table.taker]) expect(await offered(actor)).toBe(true)
    for (const actor of [elsewhere, table.members[0], table.citizen, guest])
      expect(await offered(actor)).toBe(false)
  })

  test('an idea becomes an item in one step, linked both ways; author and supporters are told, once', async () => {
    const meeting = await planned(town, table.chair)
    const [leo, elif] = [await town.person('Leo'), await town.person('Elif')]
    const idea = await postedBy(town, leo, 'Probenraum für Chöre')
    await town.does(elif, supportIdea, { ideaId: idea.id })
    const deed = { ideaId: idea.id, meetingId: meeting.id }
    expect(await refused(town.tries(leo, putIdeaOnAgenda, deed))).toBe('not_allowed')
    const put = await town.does(table.taker, putIdeaOnAgenda, deed)
    expect(await refused(town.tries(table.taker, putIdeaOnAgenda, deed))).toBe('idea_on_agenda')

    const { item } = await getReadableItem(town.ask(), put.publicNumber)
    expect(item).toMatchObject({ title: 'Probenraum für Chöre', ideaId: idea.id, audience: 'public' })
    expect((await ideaRow(town, idea.id)).agendaItemId).toBe(put.itemId)
    expect(await lineOf(town, idea.id)).toContain('on_agenda')

    while (await doJobs(town.platform)) {}
    const told = await town.platform.database.read
      .selectFrom('notice')
      .select(['accountId', 'kind'])
      .where('kind', '=', 'idea-on-agenda')
      .execute()
    expect(told.map(({ accountId }) => accountId).sort()).toEqual([leo.accountId, elif.accountId].sort())

    await town.does(table.taker, removeItem, { itemId: put.itemId })
    expect((await ideaRow(town, idea.id)).agendaItemId).toBeNull()
    expect(await lineOf(town, idea.id)).toContain('off_agenda')
    await expect(getReadableItem(town.ask(), put.publicNumber)).rejects.toMatchObject({ reason: 'not_found' })
    await town.does(table.taker, putIdeaOnAgenda, deed)
  })

  test('items get numbers by their order; their addresses stay when they move', async () => {
    const meeting = await planned(town, table.chair)
    const first = await itemOn(town, table.chair, meeting.id, {
      title: 'Begrüßung',
      kind: 'routine',
      goals: [],
    })
    const second = await itemOn(town, table.chair, meeting.id)
    const third = await itemOn(town, table.chair, meeting.id, { title: 'Klavier' })
    const numbers = async () =>
      (await agendaOf(town.platform.database.read, meeting.id)).map(({ number, id }) => [number, id])
    await town.does(table.chair, moveAgendaItem, { itemId: third.itemId, move: 'in' })
    expect(await numbers()).toEqual([
      ['1', first.itemId],
      ['2', second.itemId],
      ['2.1', third.itemId],
    ])
    await town.does(table.chair, moveAgendaItem, { itemId: second.itemId, move: 'up' })
    expect(await numbers()).toEqual([
      ['1', second.itemId],
      ['1.1', third.itemId],
      ['2', first.itemId],
    ])
    expect(
      await refused(town.tries(table.chair, moveAgendaItem, { itemId: second.itemId, move: 'up' })),
    ).toBe('item_cannot_move')
    expect((await getReadableItem(town.ask(), third.publicNumber)).item.number).toBe('1.1')
    await town.does(table.chair, removeItem, { itemId: second.itemId })
    expect((await numbers()).map(([number]) => number)).toEqual(['1', '2'])
  })

  test('no goal asks for a reason; an opening needs neither', async () => {
    const meeting = await planned(town, table.chair)
    const bare = { meetingId: meeting.id, ...plainItem, goals: [] }
    expect(await refused(town.tries(table.chair, addItem, bare))).toBe('item_needs_goal')
    await town.does(table.chair, addItem, { ...bare, noGoalReason: 'Es geht um die Technik im Saal.' })
    await town.does(table.chair, addItem, { ...bare, kind: 'routine' })
    expect(await refused(town.tries(table.chair, addItem, { ...bare, goals: ['9.9'] }))).toBe('not_found')
  })

  test('of an item that is not public a guest learns its number and nothing else', async () => {
    const meeting = await planned(town, table.chair)
    const closed = await itemOn(town, table.chair, meeting.id, {
      title: `Mietangebot ${canary}`,
      audience: 'inside',
      text: canary,
      responsible: canary,
    })
    await town.does(table.chair, addPaper, {
      itemId: closed.itemId,
      title: canary,
      target: '',
      file: new TextEncoder().encode(`%PDF-1.7 ${canary}`),
    })
    const shown = await getMeeting(town.platform.database.read, meeting.id)
    for (const person of [guest, table.citizen, table.operator]) {
      expect(JSON.stringify(await readAgenda(town.ask(person), shown))).not.toContain(canary)
      await expect(getReadableItem(town.ask(person), closed.publicNumber)).rejects.toMatchObject({
        reason: 'not_found',
      })
    }
    expect(JSON.stringify(await readAgenda(town.ask(table.members[2]), shown))).toContain(canary)
    const paper = (await papersOf(town.ask(), [closed.itemId])).get(closed.itemId)?.[0]
    await expect(getPaperFile(town.ask(), paper?.id ?? '')).rejects.toMatchObject({ reason: 'not_found' })
    const file = await getPaperFile(town.ask(table.members[0]), paper?.id ?? '')
    expect([file.mediaType, new TextDecoder().decode(file.bytes)]).toEqual([
      'application/pdf',
      `%PDF-1.7 ${canary}`,
    ])
    // Nobody outside is told that anything happened there.
    const topics = town.news
      .filter(
        ({ event }) =>
          'meetingId' in event && event.meetingId === meeting.id && event.type === 'agenda.changed',
      )
      .flatMap(({ topics: told }) => told)
    expect([...new Set(topics)]).toEqual([`meeting-inside:${meeting.id}`])
  })

  test('a file is known by its first bytes; links lead to our own pages or to the web', async () => {
    const meeting = await planned(town, table.chair)
    const { itemId } = await itemOn(town, table.chair, meeting.id)
    const paper = (target: string, file: Uint8Array | null = null) =>
      refused(town.tries(table.chair, addPaper, { itemId, title: 'Vorlage', target, file }))
    expect(await paper('', new TextEncoder().encode('<html>'))).toBe('paper_not_known')
    expect(await paper('javascript:alert(1)')).toBe('paper_not_known')
    expect(await paper('', new Uint8Array(8_000_001))).toBe('paper_too_large')
    expect(await paper('/ideen/11')).toBe('done')
    expect(await paper('https://www.beispiel.example/seite')).toBe('done')
    expect((await papersOf(town.ask(), [itemId])).get(itemId)?.map(({ kind }) => kind)).toEqual([
      'idea',
      'link',
    ])
  })

  test('a public item is talked about by everybody; one that becomes closed takes its conversation along', async () => {
    const meeting = await planned(town, table.chair)
    const { itemId, publicNumber } = await itemOn(town, table.chair, meeting.id)
    const { item } = await getReadableItem(town.ask(), publicNumber)
    const talk = {
      conversationId: item.conversationId ?? '',
      parentId: null,
      move: 'question',
      text: 'Wann wird der Raum frei?',
      language: 'de',
      official: false,
    } as const
    await town.does(table.citizen, contribute, talk)
    await town.does(table.chair, changeItem, { itemId, ...plainItem, audience: 'inside' })
    expect(await refused(town.tries(table.citizen, contribute, talk))).toBe('not_found')
    const matter = await findMatter(town.platform.database.read, {
      id: talk.conversationId,
      subjectKind: 'agendaItem',
      subjectId: itemId,
    })
    expect(matter.subject.public).toBe(false)
  })

  test('an invitation in time goes out plainly; a late one asks for a reason; too late is refused', async () => {
    const before = town.now
    const inTime = await planned(town, table.chair)
    await town.does(table.chair, inviteToMeeting, { meetingId: inTime.id, urgency: '' })
    expect(
      await refused(town.tries(table.chair, inviteToMeeting, { meetingId: inTime.id, urgency: '' })),
    ).toBe('meeting_invited_already')
    const late = await planned(town, table.chair)
    town.now = '2027-03-20T09:00:00.000Z'
    expect(await refused(town.tries(table.chair, inviteToMeeting, { meetingId: late.id, urgency: '' }))).toBe(
      'invitation_needs_reason',
    )
    const muchTooLate = await planned(town, table.chair)
    await town.does(table.chair, inviteToMeeting, {
      meetingId: late.id,
      urgency: 'Der Vermieter wartet nicht.',
    })
    expect(await getMeeting(town.platform.database.read, late.id)).toMatchObject({
      state: 'invited',
      urgency: 'Der Vermieter wartet nicht.',
    })
    town.now = '2027-03-29T09:00:00.000Z'
    expect(
      await refused(
        town.tries(table.chair, inviteToMeeting, { meetingId: muchTooLate.id, urgency: 'Eilig.' }),
      ),
    ).toBe('invitation_far_too_late')
    town.now = before

    while (await doJobs(town.platform)) {}
    const mails = await town.platform.database.read
      .selectFrom('mail')
      .select(['accountId', 'data'])
      .where('kind', '=', 'meeting-invited')
      .execute()
    const invited = mails.filter(({ data }) => data.includes(`/sitzungen/${inTime.number}`))
    // Seven at the table and the minute-taker, without the one who sent it.
    expect(invited).toHaveLength(7)
    await town.does(table.members[1], confirmInvitation, { meetingId: inTime.id })
    await town.does(table.members[1], confirmInvitation, { meetingId: inTime.id })
    expect(await refused(town.tries(table.citizen, confirmInvitation, { meetingId: inTime.id }))).toBe(
      'not_allowed',
    )
  })

  test('what changes after the invitation is marked', async () => {
    const meeting = await planned(town, table.chair)
    const before = await itemOn(town, table.chair, meeting.id)
    await town.does(table.chair, changeItem, {
      itemId: before.itemId,
      ...plainItem,
      title: 'Probenraum, neu',
    })
    await town.does(table.chair, inviteToMeeting, { meetingId: meeting.id, urgency: '' })
    const after = await itemOn(town, table.chair, meeting.id, { title: 'Nachtrag' })
    const items = await agendaOf(town.platform.database.read, meeting.id)
    expect(items.map(({ id, changedAt }) => [id, changedAt])).toEqual([
      [before.itemId, null],
      [after.itemId, town.now],
    ])
    const shown = await getMeeting(town.platform.database.read, meeting.id)
    const marks = items.map((item) => markOf(item, shown.invitedAt)?.is ?? null)
    expect(marks).toEqual([null, 'added'])
    expect(await takenOffSince(town.ask(), shown)).toEqual([])
    const closed = await itemOn(town, table.chair, meeting.id, { title: canary, audience: 'inside' })
    town.now = new Date(Date.parse(town.now) + 60_000).toISOString()
    for (const { itemId } of [before, closed]) await town.does(table.chair, removeItem, { itemId })
    const gone = async (as = guest) => (await takenOffSince(town.ask(as), shown)).map(({ title }) => title)
    expect(await gone()).toEqual(['Probenraum, neu'])
    expect((await gone(table.members[0])).sort()).toEqual([canary, 'Probenraum, neu'])
  })

  test('a new place, hour, order or title stands beside what the invitation said; changed back it is gone', async () => {
    const plan = { title: 'Zweite Sitzung', access: '', online: null, endsAt: '2027-03-30T20:00:00.000Z' }
    const { id: meetingId } = await planned(town, table.chair)
    const change = (more: { place: string; startsAt: string }) =>
      town.does(table.chair, changeMeeting, { meetingId, ...plan, ...more })
    const first = await itemOn(town, table.chair, meetingId)
    const second = await itemOn(town, table.chair, meetingId, { title: canary, audience: 'inside' })
    await change({ place: 'Altes Haus', startsAt })
    await town.does(table.chair, moveAgendaItem, { itemId: second.itemId, move: 'up' })
    const changes = async (as = guest) => {
      const meeting = await getMeeting(town.platform.database.read, meetingId)
      const ask = town.ask(as)
      return changesSinceInvitation(ask, meeting, await readAgenda(ask, meeting))
    }
    expect(await changes()).toEqual({ facts: [], items: {} })
    await town.does(table.chair, inviteToMeeting, { meetingId, urgency: '' })
    const later = '2027-03-30T17:30:00.000Z'
    await change({ place: 'Rathaus', startsAt: later })
    await change({ place: 'Rathaus, Saal 2', startsAt: later })
    await town.does(table.chair, moveAgendaItem, { itemId: second.itemId, move: 'down' })
    await town.does(table.chair, changeItem, { itemId: first.itemId, ...plainItem, title: 'Probenraum, neu' })
    const open = { ...plainItem, title: 'Mietangebot' }
    await town.does(table.chair, changeItem, { itemId: second.itemId, ...open })
    const at = town.now
    const said = JSON.stringify(await changes())
    expect(said).not.toContain(canary)
    expect(JSON.parse(said)).toEqual({
      facts: [
        { what: 'place', invited: 'Altes Haus', now: 'Rathaus, Saal 2', at },
        { what: 'startsAt', invited: startsAt, now: later, at },
      ],
      items: {
        [first.itemId]: {
          number: { invited: '2', at },
          title: { invited: plainItem.title, at },
        },
        [second.itemId]: { number: { invited: '1', at }, title: null },
      },
    })
    while (await doJobs(town.platform)) {}
    const mail = await town.platform.database.read
      .selectFrom('mail')
      .select('data')
      .where('kind', '=', 'meeting-changed')
      .executeTakeFirstOrThrow()
    expect(mail.data).toContain('"say":"meeting.was-where","with":{"place":"Altes Haus"}')
    await change({ place: 'Altes Haus', startsAt })
    await town.does(table.chair, moveAgendaItem, { itemId: second.itemId, move: 'up' })
    await town.does(table.chair, changeItem, { itemId: first.itemId, ...plainItem })
    expect(await changes()).toEqual({ facts: [], items: {} })
  })

  test('a cancelled meeting says why and takes no more changes', async () => {
    const meeting = await planned(town, table.chair)
    await town.does(table.deputy, cancelMeeting, {
      meetingId: meeting.id,
      reason: 'Der Saal ist nicht frei.',
    })
    expect(await refused(town.tries(table.chair, addItem, { meetingId: meeting.id, ...plainItem }))).toBe(
      'meeting_cancelled',
    )
    const plan = {
      title: 'Neu',
      place: 'Rathaus',
      access: '',
      online: null,
      startsAt,
      endsAt: '2027-03-30T20:00:00.000Z',
    }
    expect(await refused(town.tries(table.chair, changeMeeting, { meetingId: meeting.id, ...plan }))).toBe(
      'meeting_cancelled',
    )
  })

  test('citizens ask until noon of the day, support each other, and are answered by a function', async () => {
    const before = town.now
    const meeting = await planned(town, table.chair)
    const elif = await town.person('Elif')
    const ask = { meetingId: meeting.id, itemId: null, text: 'Gibt es wieder eine Märchenstunde?' }
    expect(await refused(town.tries(guest, askQuestion, ask))).toBe('sign_in_first')
    const { questionId } = await town.does(table.citizen, askQuestion, ask)
    expect(await refused(town.tries(table.citizen, supportQuestion, { questionId, wish: 'yes' }))).toBe(
      'own_question',
    )
    for (let twice = 0; twice < 2; twice++)
      await town.does(elif, supportQuestion, { questionId, wish: 'yes' })
    town.now = `${meetingDay}T09:59:59.000Z`
    await town.does(elif, askQuestion, ask)
    town.now = `${meetingDay}T10:00:00.000Z`
    expect(await refused(town.tries(elif, askQuestion, ask))).toBe('question_too_late')
    town.now = before
    const answer = { questionId, answer: 'Ja, ab Mai.' }
    expect(await refused(town.tries(table.members[0], answerQuestion, answer))).toBe('not_allowed')
    await town.does(table.deputy, answerQuestion, answer)
    const shown = await getMeeting(town.platform.database.read, meeting.id)
    expect((await listQuestions(town.ask(), shown))[0]).toMatchObject({
      author: 'Renate Tonwald',
      supportCount: 1,
      answer: 'Ja, ab Mai.',
      answeredBy: 'deputy',
    })
  })

  test('what somebody needs is read by those who prepare, and by nobody else', async () => {
    const meeting = await planned(town, table.chair)
    await town.does(table.citizen, tellNeed, {
      meetingId: meeting.id,
      kinds: ['loop', 'step-free'],
      text: '',
    })
    const shown = await getMeeting(town.platform.database.read, meeting.id)
    expect(await listNeeds(town.ask(table.taker), shown)).toEqual([
      { name: 'Renate Tonwald', kinds: ['loop', 'step-free'], text: '' },
    ])
    for (const person of [guest, table.citizen, table.members[0], table.operator]) {
      expect(await listNeeds(town.ask(person), shown)).toEqual([])
    }
    await town.does(table.citizen, tellNeed, { meetingId: meeting.id, kinds: [], text: '' })
    expect(await listNeeds(town.ask(table.taker), shown)).toEqual([])
  })

  test('the rules of procedure are the chair’s to change, and nobody overwrites another’s change', async () => {
    const bodyId = (await getMeeting(town.platform.database.read, (await planned(town, table.chair)).id))
      .bodyId
    const rules = { ...defaultRules, speakingMinutes: 5 }
    const change = { body: 'runder-tisch', rules, version: 0 }
    expect(await refused(town.tries(table.members[0], changeRules, change))).toBe('not_allowed')
    await town.does(table.chair, changeRules, change)
    expect(await refused(town.tries(table.deputy, changeRules, change))).toBe('somebody_was_faster')
    expect(await rulesOf(town.platform.database.read, bodyId)).toMatchObject({
      rules: { speakingMinutes: 5 },
      version: 1,
    })
    await town.does(table.chair, changeRules, { ...change, rules: defaultRules, version: 1 })
  })
})
