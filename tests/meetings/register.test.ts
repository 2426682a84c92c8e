// The register of resolutions and tasks, and what search finds of meetings: public things, and never the internal ones.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guest } from '#app/domain/actor.ts'
import { changeItem } from '#app/domain/meetings/agenda.server.ts'
import { removeItem } from '#app/domain/meetings/agenda-order.server.ts'
import { type LeadStep, lead } from '#app/domain/meetings/lead.server.ts'
import { getMeeting, inviteToMeeting } from '#app/domain/meetings/meeting.server.ts'
import { checkMinutes, signMinutes } from '#app/domain/meetings/minutes.server.ts'
import { noteDown } from '#app/domain/meetings/notes.server.ts'
import { publishMinutes } from '#app/domain/meetings/publish.server.ts'
import { listLooseTasks, listResolutions } from '#app/domain/meetings/register.server.ts'
import {
  fitsResolution,
  fitsTask,
  fitsWords,
  stateOf,
  wholeRegister,
} from '#app/domain/meetings/register-filter.ts'
import { readStand } from '#app/domain/meetings/stand.server.ts'
import { sayPresence } from '#app/domain/meetings/take-part.server.ts'
import { giveTask, setReview } from '#app/domain/meetings/tasks.server.ts'
import { countHands, openVote } from '#app/domain/meetings/votes.server.ts'
import { listNews } from '#app/domain/notices/news.server.ts'
import { searchReadable } from '#app/domain/search/search.server.ts'
import { writtenDraft } from '#app/routes/meetings/minutes-view.server.ts'
import { indexOlder } from '#db/migrations/063-index-older.ts'
import { doJobs } from '#server/jobs.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { forgetIndex } from '#tests/search/forget-index.ts'
import { itemOn, plainItem, planned, setTable, startsAt, type Table } from './table.ts'

describe('what fits a question to the register', () => {
  const task = { text: 'Schlüssel besorgen', owner: 'Kulturbüro', dueOn: '2027-04-10', doneAt: null }
  const resolution = { text: 'Wird der Probenraum gebaut?', body: 'runder-tisch', tasks: [task] }
  const today = '2027-04-12'
  const ask = (more: object) => fitsResolution(resolution, { ...wholeRegister, ...more }, today)

  test('words are found in the resolution and in its tasks, in any case and part of a word', () => {
    expect([ask({ words: 'proben' }), ask({ words: 'SCHLÜSSEL raum' }), ask({ words: 'Bühne' })]).toEqual([
      true,
      true,
      false,
    ])
    expect(fitsWords('Straße', 'strasse')).toBe(true)
  })

  test('a task is open, late or done; who looks for open ones finds the late ones, too', () => {
    expect(stateOf(task, '2027-04-10')).toBe('open')
    expect(stateOf(task, today)).toBe('late')
    expect(stateOf({ ...task, doneAt: today }, today)).toBe('done')
    expect([ask({ state: 'open' }), ask({ state: 'late' }), ask({ state: 'done' })]).toEqual([
      true,
      true,
      false,
    ])
  })

  test('owner, day and body narrow it down together', () => {
    expect(ask({ owner: 'Kulturbüro', dueUntil: '2027-04-10', body: 'runder-tisch' })).toBe(true)
    expect([ask({ owner: 'Bauamt' }), ask({ dueUntil: '2027-04-09' }), ask({ body: 'schule' })]).toEqual([
      false,
      false,
      false,
    ])
    expect(fitsTask(task, { ...wholeRegister, owner: 'Bauamt' }, today)).toBe(false)
  })
})

describe.each(databases)('the register on $name', (database) => {
  let town: TestTown
  let table: Table
  let meetingId = ''
  const items: Record<string, string> = {}
  beforeAll(async () => {
    town = await openTestTown(database)
    table = await setTable(town)
    meetingId = (await planned(town, table.chair)).id
    const on = async (name: string, title: string, more: Partial<typeof plainItem> = {}) => {
      items[name] = (await itemOn(town, table.chair, meetingId, { title, ...more })).itemId
    }
    await on('room', 'Nachtigallensaal')
    await on('note', 'Verschiedenes')
    await on('inside', 'Mietangebot Zaunkönig', { audience: 'inside' })
    await on('gone', 'Rohrdommel')
    await town.does(table.chair, inviteToMeeting, { meetingId, urgency: '' })
  })
  afterAll(() => town.close())

  const refused = async (outcome: Promise<{ ok: boolean }>) =>
    ((await outcome) as { refusal?: { reason: string } }).refusal?.reason ?? 'done'
  const found = async (typed: string, as = guest) =>
    (await searchReadable(town.ask(as), typed, { page: 1 })).hits.map(({ kind, to }) => `${kind} ${to}`)
  const meeting = () => getMeeting(town.platform.database.read, meetingId)
  const at = async () => ({
    meetingId,
    turn: (await readStand(town.ask(table.chair), await meeting())).turn,
  })
  const step = async (one: LeadStep) => town.does(table.chair, lead, { ...(await at()), step: one })
  const later = (seconds: number) => {
    town.now = new Date(Date.parse(town.now) + seconds * 1000).toISOString()
  }

  test('a public item is found by its words; one that is closed or taken off is not, by nobody', async () => {
    expect(await found('Nachtigallensaal')).toEqual(['agendaItem /runder-tisch/punkte/1'])
    expect([...(await found('Zaunkönig')), ...(await found('Zaunkönig', table.chair))]).toEqual([])
    expect(await found('Rohrdommel')).toHaveLength(1)
    await town.does(table.chair, removeItem, { itemId: items.gone ?? '' })
    expect(await found('Rohrdommel')).toEqual([])
    const item = { ...plainItem, itemId: items.note ?? '', title: 'Eisvogel' }
    await town.does(table.chair, changeItem, item)
    expect(await found('Eisvogel')).toHaveLength(1)
    await town.does(table.chair, changeItem, { ...item, audience: 'inside' })
    expect(await found('Eisvogel')).toEqual([])
    await town.does(table.chair, changeItem, item)
  })

  test('what was resolved stands in the register and is found; tasks without a vote stand there, too', async () => {
    town.now = startsAt
    await step({ type: 'opened' })
    for (const one of table.members) await town.does(one, sayPresence, { meetingId, as: 'room' })
    await step({ type: 'item-called', itemId: items.room ?? '' })
    const vote = { label: 'resolution', way: 'hands', motionId: null } as const
    await town.does(table.chair, openVote, { ...(await at()), ...vote, question: 'Bekommt Welper den Saal?' })
    await town.does(table.chair, countHands, { ...(await at()), yes: 5, no: 1, abstain: 0 })
    later(11)
    while (await doJobs(town.platform)) {}
    const task = { owner: 'Kulturbüro', ownerId: null, dueOn: '2027-04-20' }
    for (const name of ['room', 'note', 'inside']) {
      const given = { ...task, itemId: items[name] ?? '', text: `Auftrag zu ${name}` }
      await town.does(table.taker, giveTask, given)
    }
    expect(await found('Welper Saal')).toContain('resolution /runder-tisch/punkte/1')
    expect((await listResolutions(town.ask(), {})).map(({ tasks }) => tasks.length)).toEqual([1])
    expect((await listLooseTasks(town.ask())).map(({ text }) => text)).toEqual(['Auftrag zu note'])
    expect((await listLooseTasks(town.ask(table.members[0]))).map(({ text }) => text).sort()).toEqual([
      'Auftrag zu inside',
      'Auftrag zu note',
    ])
  })

  test('those who write the minutes set the day to look at it again; nobody else does', async () => {
    const [resolution] = await listResolutions(town.ask(table.taker), {})
    expect(resolution?.mayReview).toBe(true)
    expect((await listResolutions(town.ask(), {}))[0]?.mayReview).toBe(false)
    const review = { resolutionId: resolution?.id ?? '', reviewOn: '2027-12-01' }
    expect(await refused(town.tries(table.members[0], setReview, review))).toBe('not_allowed')
    await town.does(table.taker, setReview, review)
    expect((await listResolutions(town.ask(), {}))[0]?.reviewOn).toBe('2027-12-01')
    await town.does(table.taker, setReview, { ...review, reviewOn: null })
    expect((await listResolutions(town.ask(), {}))[0]?.reviewOn).toBeNull()
  })

  test('minutes are found once they are public, and only what is public in them', async () => {
    const note = (itemId: string, text: string) =>
      town.does(table.taker, noteDown, { meetingId, itemId, noteId: null, text })
    await note(items.room ?? '', 'Der Wiedehopf singt im Saal.')
    await note(items.inside ?? '', 'Der Kormoran bleibt drinnen.')
    await step({ type: 'item-called', itemId: items.inside ?? '' })
    await step({ type: 'ended' })
    const text = await writtenDraft({ ask: town.ask(table.taker) } as never, await meeting())
    await town.does(table.taker, checkMinutes, { meetingId, text })
    expect(await found('Wiedehopf')).toEqual([])
    later(8 * 86_400)
    await town.does(table.chair, signMinutes, { meetingId })
    await town.does(table.taker, signMinutes, { meetingId })
    await town.does(table.chair, publishMinutes, { meetingId, replaced: {}, mayStand: 'no' })
    expect(await found('Wiedehopf')).toEqual([`minutes /runder-tisch/sitzungen/1/niederschrift`])
    expect(await found('Kormoran', table.chair)).toEqual([])
  })

  test('what is older than the search is indexed by the worker: all that is public, nothing else', async () => {
    await forgetIndex(town)
    expect(await found('Nachtigallensaal')).toEqual([])
    await indexOlder(town.platform.database.write as never, town.platform.database.kind)
    while (await doJobs(town.platform)) {}
    expect(await found('Eisvogel')).toHaveLength(1)
    expect(await found('Welper Saal')).toContain('resolution /runder-tisch/punkte/1')
    expect(await found('Wiedehopf')).toEqual([`minutes /runder-tisch/sitzungen/1/niederschrift`])
    for (const hidden of ['Zaunkönig', 'Kormoran', 'Rohrdommel']) {
      expect(await found(hidden, table.chair)).toEqual([])
    }
  })

  test('on the day those who prepare the meetings are told once; a day that was moved stays silent', async () => {
    const [resolution] = await listResolutions(town.ask(table.taker), {})
    const review = (reviewOn: string) =>
      town.tries(table.taker, setReview, { resolutionId: resolution?.id ?? '', reviewOn })
    const told = async (now: string) => {
      town.now = now
      while (await doJobs(town.platform)) {}
      const rows = await town.platform.database.read
        .selectFrom('mail')
        .select('accountId')
        .where('kind', '=', 'resolution-review')
        .execute()
      return rows.map(({ accountId }) => accountId).sort()
    }
    expect(await refused(review(town.now.slice(0, 10)))).toBe('review_day_too_early')
    expect(await refused(review('2027-05-03'))).toBe('done')
    expect(await refused(review('2027-06-01'))).toBe('done')
    expect(await told('2027-05-03T08:00:00.000Z')).toEqual([])
    expect(await told('2027-06-01T05:59:59.000Z')).toEqual([])
    const preparers = [table.chair, table.deputy, table.taker].map(({ accountId }) => accountId).sort()
    expect(await told('2027-06-01T06:00:00.000Z')).toEqual(preparers)
    expect(await told('2027-06-02T06:00:00.000Z')).toEqual(preparers)
    expect((await listNews(town.ask(table.chair), 1)).news[0]).toMatchObject({
      kind: 'resolution-review',
      to: '/runder-tisch/beschluesse',
      title: 'Bekommt Welper den Saal?',
    })
    expect((await listNews(town.ask(table.members[0]), 1)).news.map(({ kind }) => kind)).not.toContain(
      'resolution-review',
    )
  })
})
