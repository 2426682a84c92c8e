import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { run, type Work } from '#app/domain/run.server.ts'
import { adoptSections } from '#app/domain/standards/adoption.server.ts'
import { getClause } from '#app/domain/standards/clause.server.ts'
import { addClause, editClause, strikeClause } from '#app/domain/standards/draft.server.ts'
import { addSection } from '#app/domain/standards/section.server.ts'
import { foundStandard } from '#app/domain/standards/standard.server.ts'
import { listAsides } from '#app/domain/standards/workshop/aside.server.ts'
import { openDocument, wordsOf } from '#app/domain/standards/workshop/document.server.ts'
import { openLive } from '#server/live.ts'
import type { RunningPlatform } from '#server/platform.ts'
import { databases } from '#tests/databases.ts'
import { connectTo, type LiveTown, listening, openLiveTown } from '#tests/live/town.ts'
import { keyClause, lightClause } from '../workshop.ts'
import { type Writer, writer } from './writers.ts'

/** As in a hurry, so that the tests are. */
const pace = { saveDraftsEveryMs: 250 }

describe.each(databases)('writing together on $name', (database) => {
  let town: LiveTown
  let group: readonly Actor[]
  let leo: Actor
  let standardId: string
  let section: string
  let key: string
  let light: string
  const open: Writer[] = []
  beforeAll(async () => {
    town = await openLiveTown(database, pace)
    const chair = await town.person('Berghoff', { seat: { body: 'runder-tisch', function: 'chair' } })
    leo = await town.person('Leo')
    group = await Promise.all(
      ['Kornfeld', 'Amina', 'Jonas', 'Renate', 'Yusuf'].map((name) =>
        town.person(name, { seat: { body: 'ag-standards', function: 'member' } }),
      ),
    )
    const standard = { slug: 'zusammen', title: 'Zusammen', about: 'Wie.', bodySlug: 'ag-standards' }
    standardId = (await town.does(chair, foundStandard, standard)).id
  })
  beforeEach(async () => {
    const [editor] = group as [Actor]
    section = (await town.does(editor, addSection, { standardId, title: 'Räume' })).id
    key = (await town.does(editor, addClause, { sectionId: section, text: keyClause })).id
    light = (await town.does(editor, addClause, { sectionId: section, text: lightClause })).id
  })
  afterEach(() => {
    for (const one of open.splice(0)) one.close()
  })
  afterAll(() => town.close())

  const enter = async (place: number, where: Pick<LiveTown, 'baseUrl' | 'session'> = town) => {
    const one = await writer(where, group[place] as Actor, section)
    open.push(one)
    return one
  }
  const agreed = (writers: readonly Writer[], clause: string) =>
    vi.waitUntil(() => new Set(writers.map((one) => one.text(clause))).size === 1, { timeout: 5000 })
  const storedDraft = () =>
    town
      .ask()
      .db.selectFrom('sectionDraft')
      .selectAll()
      .where('sectionId', '=', section)
      .executeTakeFirstOrThrow()
  const storedWords = async (clause: string) =>
    wordsOf(openDocument(Buffer.from((await storedDraft()).state, 'base64')), clause)
  const seatOf = async (actor: Actor | undefined, untilAt: string | null) => {
    const { write } = town.platform.database
    await write
      .updateTable('membership')
      .set({ untilAt })
      .where('accountId', '=', actor?.accountId ?? '')
      .execute()
  }
  const stored = (clause = key) => getClause(town.ask().db, clause)

  test('two see each other’s letters, names and cursors; a second page of one person is the same person', async () => {
    const one = await enter(0)
    expect(one.text(key)).toBe(keyClause)
    const two = await enter(1)
    const again = await enter(1)
    one.type(key, 0, 'Immer: ')
    two.type(key, keyClause.length, ' Danke.')
    await vi.waitUntil(() => again.text(key) === `Immer: ${keyClause} Danke.`)
    await vi.waitUntil(() => one.session.state.people.length === 3)
    expect(one.session.state.people.map(({ name }) => name)).toEqual(['Kornfeld', 'Amina', 'Amina'])
    expect(new Set(one.session.state.people.map(({ person }) => person)).size).toBe(2)
    two.session.place({ clause: key, anchor: '{}', head: '{}' })
    const who = two.session.state.who
    await vi.waitUntil(() => one.session.state.at[who]?.clause === key)
    two.close()
    await vi.waitUntil(() => one.session.state.people.length === 2 && one.session.state.at[who] === null)
    await one.saved()
    expect((await stored()).version).toBe(1)
    await town.platform.settleDraft(section)
    expect(await stored()).toMatchObject({ version: 2, text: `Immer: ${keyClause} Danke.` })
    const log = await town.ask().db.selectFrom('event').select('data').execute()
    expect(log.filter(({ data }) => data.includes('Danke'))).toEqual([])
  })

  test('five write at once into two clauses, each loses the line in turn, and every letter is there once', async () => {
    const writers = await Promise.all([0, 1, 2, 3, 4].map((place) => enter(place)))
    for (let turn = 0; turn < 4; turn++) {
      writers[turn]?.cut()
      for (const [place, one] of writers.entries())
        one.type(turn % 2 ? light : key, (turn * 7 + place * 5) % 30, `<${place}${turn}>`)
      await new Promise((resolve) => setTimeout(resolve, 60))
      writers[turn]?.comeBack()
    }
    for (const one of writers) await one.saved()
    await agreed(writers, key)
    await agreed(writers, light)
    const all = `${writers[0]?.text(key)} ${writers[0]?.text(light)}`
    const marks = [0, 1, 2, 3].flatMap((turn) => [0, 1, 2, 3, 4].map((place) => `${place}${turn}`))
    const letters = [...all].filter((letter) => /[<>]/.test(letter)).length
    expect(letters).toBe(marks.length * 2)
    for (const one of writers) one.close()
    await vi.waitUntil(async () => (await stored()).text === writers[0]?.text(key).trim(), { timeout: 5000 })
    expect((await stored(light)).text).toBe(writers[0]?.text(light).trim())
  })

  test('a form’s save is seen by those who write, and the form meets what they wrote', async () => {
    const one = await enter(0)
    const two = await enter(1)
    one.type(key, 0, 'Immer: ')
    await vi.waitUntil(() => two.text(key).startsWith('Immer'))
    await town.platform.settleDraft(section)
    expect(await stored()).toMatchObject({ version: 2, text: `Immer: ${keyClause}` })
    const late = { clauseId: key, text: keyClause.replace('Tag', 'Abend'), baseVersion: 1 }
    expect(await town.tries(group[1] as Actor, editClause, late)).toMatchObject({
      refusal: { reason: 'clause_changed_meanwhile' },
    })
    const text = `Immer: ${keyClause.replace('am Tag danach', 'am selben Abend')}`
    await town.does(group[1] as Actor, editClause, { clauseId: key, text, baseVersion: 2 })
    one.type(key, 0, 'Gilt ')
    await vi.waitUntil(() => one.text(key) === `Gilt ${text}`)
    const { id } = await town.does(group[1] as Actor, addClause, { sectionId: section, text: 'Neu dazu.' })
    await vi.waitUntil(() => one.text(id) === 'Neu dazu.')
    one.type(id, 0, 'Ganz ')
    await one.saved()
  })

  test('the server is gone in the middle: pages bring what it had not saved, and the words stand once', async () => {
    let server = await listening()
    const { port } = server.address() as { port: number }
    const baseUrl = `http://127.0.0.1:${port}`
    const settings = { ...town.settings, baseUrl }
    const { platform, kill } = mortal(town.platform)
    let live = openLive(server, platform, settings, { saveDraftsEveryMs: 900 })
    const here = { baseUrl, session: town.session }
    const [one, two] = [await enter(0, here), await enter(1, here)]
    one.type(key, 0, 'Vorher. ')
    await one.saved()
    one.type(key, 0, 'Nie gespeichert. ')
    await vi.waitUntil(() => two.text(key).startsWith('Nie'))
    kill()
    await live.close()
    expect(await storedWords(key)).toBe(`Vorher. ${keyClause}`)
    await new Promise((resolve) => server.close(resolve))
    server = await listening(port)
    live = openLive(server, town.platform, settings, pace)
    two.type(light, 0, 'Währenddessen. ')
    for (const page of [one, two]) await page.saved()
    await agreed([one, two], key)
    expect(one.text(key)).toBe(`Nie gespeichert. Vorher. ${keyClause}`)
    expect(one.text(light)).toBe(`Währenddessen. ${lightClause}`)
    expect(await storedWords(key)).toBe(one.text(key))
    for (const page of [one, two]) page.close()
    await live.close()
    await new Promise((resolve) => server.close(resolve))
  })

  test('after a database was set back, pages bring only what they had not saved; what collides is shown to them', async () => {
    const one = await enter(0)
    const early = await storedDraft()
    one.type(key, 0, 'Später verworfen. ')
    await one.saved()
    const two = await enter(1)
    one.cut()
    two.close()
    await vi.waitUntil(async () => (await stored()).version === 2)
    const { write } = town.platform.database
    await write.updateTable('sectionDraft').set(early).where('sectionId', '=', section).execute()
    await write.deleteFrom('clauseVersion').where('clauseId', '=', key).where('number', '=', 2).execute()
    await write.updateTable('clause').set({ text: keyClause, version: 1 }).where('id', '=', key).execute()
    one.type(light, 0, 'Ohne Leitung: ')
    one.comeBack()
    await one.saved()
    expect(one.text(key)).toBe(keyClause)
    expect(one.text(light)).toBe(`Ohne Leitung: ${lightClause}`)
    expect(one.session.state).toMatchObject({ beginning: 2, asides: [] })
  })

  test('who is not of the group may not join; who loses the seat is shown out at once and writes no more', async () => {
    const stranger = await writer(town, leo, section)
    open.push(stranger)
    expect(stranger.session.state).toMatchObject({ line: 'shown-out', shownOutFor: 'right' })
    const bare = await connectTo({
      ...{ token: null, baseUrl: town.baseUrl },
      origin: town.baseUrl,
      transport: 'websocket',
    })
    const wish = { section, generation: null, version: 0, vector: new Uint8Array([0]) }
    expect(await bare.socket.timeout(2000).emitWithAck('workshop-join', wish)).toBeNull()
    bare.socket.disconnect()

    const [one, two] = [await enter(0), await enter(4)]
    two.type(key, 0, 'Noch dabei. ')
    await vi.waitUntil(() => one.text(key).startsWith('Noch dabei. '))
    // Ended in the database without a word: the next writing is asked for all the same.
    await seatOf(group[4], town.now)
    two.type(key, 0, 'Nicht mehr. ')
    await vi.waitUntil(() => two.session.state.shownOutFor === 'right')
    await seatOf(group[4], null)
    const three = await enter(4)
    await seatOf(group[4], town.now)
    await run(town.platform, group[0] as Actor, tellSeats, null)
    await vi.waitUntil(() => three.session.state.shownOutFor === 'right')
    await seatOf(group[4], null)
    await one.saved()
    expect(one.text(key)).toBe(`Noch dabei. ${keyClause}`)
  })

  test('what cannot be read closes that page alone and says why; a text too large is not taken', async () => {
    const [one, two, three] = [await enter(0), await enter(1), await enter(2)]
    const joined = await two.socket.timeout(2000).emitWithAck('workshop-join', {
      ...{ section, generation: null, version: 0, vector: new Uint8Array([0]) },
    })
    const bad = { section, generation: joined.generation, number: 1, last: true, at: null }
    for (const odd of [null, 7, 'x', [], {}, { section: 5 }]) two.socket.emit('workshop-write', odd)
    two.socket.emit('workshop-at', { section, at: { clause: 5 } })
    two.socket.emit('workshop-write', { ...bad, part: new Uint8Array([255, 1, 2, 3]) })
    await vi.waitUntil(() => two.session.state.shownOutFor === 'not-readable')
    three.type(key, 0, 'x'.repeat(201_000))
    await vi.waitUntil(() => three.session.state.shownOutFor === 'too-large', { timeout: 5000 })
    one.type(key, 0, 'Weiter. ')
    await one.saved()
    expect((await enter(3)).text(key)).toBe(`Weiter. ${keyClause}`)
    expect(two.socket.connected).toBe(true)
    const flood = new Promise((resolve) => one.socket.once('disconnect', resolve))
    for (let turn = 0; turn < 400; turn++) one.socket.emit('workshop-at', { section, at: null })
    await flood
  })

  test('a section adopted or a clause struck while somebody writes without a line: the words wait for a look', async () => {
    const one = await enter(0)
    one.cut()
    one.type(key, 0, 'Ohne Leitung geschrieben. ')
    one.type(light, 0, 'Auch das. ')
    await town.does(group[1] as Actor, strikeClause, { clauseId: light })
    const chair = await town.person('Vorsitz', { seat: { body: 'runder-tisch', function: 'chair' } })
    await town.does(chair, adoptSections, {
      ...{ standardId, sectionIds: [section], decision: '14 Ja, 2 Nein.', link: null, reviewOn: null },
    })
    one.comeBack()
    await one.saved()
    const asides = await listAsides(town.ask(), section)
    expect(asides.map(({ why }) => why).sort()).toEqual(['adopted', 'struck'])
    expect(asides.map(({ ours }) => ours).join(' ')).toContain('Ohne Leitung geschrieben. ')
    expect(await stored()).toMatchObject({ text: keyClause, stage: 'adopted' })
  })

  async function tellSeats(work: Work): Promise<void> {
    work.require('standard.draft', {
      kind: 'standard',
      id: standardId,
      public: false,
      group: 'ag-standards',
      authorId: null,
    })
    await work.record({ type: 'body.changed', bodyId: 'none' })
  }
})

/** A platform that can be killed: from then on nothing of it reaches the database. */
function mortal(real: RunningPlatform): { platform: RunningPlatform; kill: () => void } {
  let dead = false
  const { database } = real
  const platform = {
    ...real,
    database: {
      ...database,
      get write() {
        if (dead) throw new Error('The process was killed.')
        return database.write
      },
    },
    log: () => undefined,
    onSettle: () => undefined,
    settleDraft: async () => undefined,
  }
  return {
    platform: platform as RunningPlatform,
    kill: () => {
      dead = true
    },
  }
}
