// Whoever works for the town opens, searches, fetches, hears, takes along and presses all there is, and meets no word of the Council's.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { confirmCreator, declareCreator } from '#app/domain/bodies/creator.server.ts'
import { contribute } from '#app/domain/conversations/contribute.server.ts'
import { appointCouncilModerator } from '#app/domain/council/moderators.server.ts'
import { objectInRegister } from '#app/domain/council/register.server.ts'
import { writeStatement } from '#app/domain/council/statement.server.ts'
import { openTalk } from '#app/domain/council/talk.server.ts'
import { beginElection, saveStep } from '#app/domain/elections/election.server.ts'
import { fileReport } from '#app/domain/moderation/report.server.ts'
import { findActor } from '#app/domain/people/actor.server.ts'
import { feeds, pages } from '#app/routes.ts'
import { doJobs } from '#server/jobs.ts'
import { type Live, openLive } from '#server/live.ts'
import { databases } from '#tests/databases.ts'
import { type Client, connectTo } from '#tests/live/town.ts'
import { announced } from '#tests/polls/votes.ts'
import { openSite, type Site } from '#tests/site.ts'

/** One word for each place, so that a leak says where it comes from. */
const words = {
  talk: 'KANARIE-GESPRAECH-3181',
  contribution: 'KANARIE-BEITRAG-3182',
  draft: 'KANARIE-ENTWURF-3183',
  vote: 'KANARIE-FRAGE-3184',
  election: 'KANARIE-WAHL-3185',
  report: 'KANARIE-MELDUNG-3186',
  declaration: 'KANARIE-ANGABE-3187',
  objection: 'KANARIE-EINWAND-3188',
} as const
const all = Object.values(words)
const metIn = (text: string) => all.filter((word) => text.toLowerCase().includes(word.toLowerCase()))

const sqlite = databases.filter(({ name }) => name === 'sqlite')

describe.each(sqlite)('the Council’s words on $name', { timeout: 120_000 }, (database) => {
  let site: Site
  let live: Live
  let amina: Actor
  let leo: Actor
  let jonas: Actor
  /** Each holds a task of the town's, and a seat on the Council besides. */
  let administration: readonly Actor[]
  let conversationId: string
  let draftId: string
  let pollId: string
  const clients: Client[] = []

  beforeAll(async () => {
    site = await openSite(database)
    live = openLive(site.server, site.platform, site.settings)
    const seat = { body: 'sprecherrat', function: 'speaker' } as const
    amina = await site.person('Amina', { seat })
    administration = [
      await site.person('Herr K.', { role: 'staff', scope: 'Kulturbüro', seat }),
      await site.person('Frau Z.', { role: 'responsible', scope: 'kulturbuero', seat }),
      await site.person('Dieter', { role: 'moderator', seat }),
      await site.person('Nadine', { role: 'operator', seat }),
    ]
    leo = await creator('Leo')
    jonas = await creator('Jonas')
    await site.does(amina, appointCouncilModerator, { accountId: idOf(jonas) })
    jonas = await again(jonas)
    await fill()
  })
  afterAll(async () => {
    for (const { socket } of clients) socket.disconnect()
    await live?.close()
    await site?.close()
  })

  const idOf = (actor: Actor) => actor.accountId ?? ''
  async function again(actor: Actor): Promise<Actor> {
    const found = await findActor(site.platform.database.read, idOf(actor), site.now)
    if (!found) throw new Error('gone')
    return found
  }
  async function creator(name: string): Promise<Actor> {
    const person = await site.person(name)
    await site.does(person, declareCreator, { branch: 'Musik', does: 'Spielt auf Festen in der Stadt' })
    await site.does(amina, confirmCreator, { accountId: idOf(person) })
    return again(person)
  }
  const say = (text: string) =>
    site.does(leo, contribute, {
      ...{ conversationId, parentId: null, move: 'experience', text, language: 'de', official: false },
    } as const)

  async function fill(): Promise<void> {
    conversationId = (await site.does(leo, openTalk, { title: words.talk, language: 'de' })).conversationId
    const called = [...administration, amina].map(({ name }) => `@${name.replaceAll(' ', '-')}`).join(' ')
    const { publicNumber } = await say(`Das bleibt unter uns: ${words.contribution} ${called}`)
    const text = 'Wir brauchen Räume für alle, die proben.'
    const draft = { title: words.draft, text, note: '', language: 'de', statementId: null, version: 0 }
    draftId = (await site.does(amina, writeStatement, draft)).statementId
    pollId = await announced(site, amina, {
      ...{ space: 'council', visibility: 'members', electorate: 'creators', label: 'recommendation' },
      question: words.vote,
    } as const)
    const { number } = await site.does(amina, beginElection, null)
    await site.does(amina, saveStep, { number, answers: { title: words.election } })
    const report = {
      address: `/beitraege/${publicNumber}`,
      rule: '2',
      reason: `Grob: ${words.report}`,
    } as const
    const rest = { name: null, mail: null, goodFaith: true, video: null, language: 'de' }
    await site.does(amina, fileReport, { ...report, ...rest })
    const priya = await site.person('Priya')
    await site.does(priya, declareCreator, { branch: 'Tanz', does: `Tanzt hier, ${words.declaration}` })
    await site.does(leo, objectInRegister, {
      accountId: idOf(jonas),
      text: `Nicht von hier: ${words.objection}`,
    })
    while (await doJobs(site.platform)) {}
  }

  /** Every address of the house, with the ids that lead into the Council's rooms where it takes one. */
  function addresses(): readonly string[] {
    const ids: Readonly<Record<string, string>> = { id: draftId, conversation: conversationId }
    return [...pages, ...feeds].map(([address]) => {
      const parts = address.split('/').filter((part) => part !== '')
      return `/${parts.map((part) => (part.startsWith(':') ? (ids[part.slice(1)] ?? '1') : part)).join('/')}`
    })
  }
  /** What the browser's own scripts fetch of a page. */
  const asData = (address: string) => (address === '/' ? '/_root.data' : `${address}.data`)
  async function fetches(as: Actor) {
    const cookie = await site.cookie(as)
    return async (address: string, form?: Readonly<Record<string, string>>) => {
      const headers = { cookie, origin: site.baseUrl }
      const sent = form ? { method: 'POST', headers, body: new URLSearchParams(form) } : { headers }
      const answer = await fetch(site.baseUrl + address, { ...sent, redirect: 'manual' })
      return { status: answer.status, body: await answer.text() }
    }
  }

  test('every page, its data, every feed and export: the Council meets all of its words, the town none', async () => {
    const met = new Set<string>()
    for (const insider of [amina, jonas]) {
      const get = await fetches(insider)
      for (const address of addresses()) for (const word of metIn((await get(address)).body)) met.add(word)
    }
    expect([...met].sort()).toEqual([...all].sort())
    for (const clerk of administration) {
      const get = await fetches(clerk)
      const inside = addresses().filter((address) => address.startsWith('/sprecherrat/intern'))
      for (const address of inside) expect((await get(address)).status, address).toBe(404)
      for (const address of [...addresses(), ...addresses().map(asData), `/betrieb/konten/${idOf(jonas)}`])
        expect(metIn((await get(address)).body), `${clerk.name} at ${address}`).toEqual([])
    }
  })

  test('a search for each word finds it for the Council and nothing for the town', async () => {
    const found = async (get: Awaited<ReturnType<typeof fetches>>, word: string) =>
      (await get(`/suche?q=${word}`)).body.includes('id="treffer"')
    const own = await fetches(amina)
    expect(await found(own, words.contribution)).toBe(true)
    expect(await found(own, words.vote)).toBe(true)
    for (const clerk of administration) {
      const get = await fetches(clerk)
      for (const word of all) expect(await found(get, word), `${clerk.name}: ${word}`).toBe(false)
    }
  })

  test('live, a clerk is let into no room of the Council’s and hears no word while it is spoken there', async () => {
    const connected = async (as: Actor) => {
      const token = (await site.cookie(as)).replace('stimmtisch=', '')
      const client = await connectTo({
        token,
        origin: site.baseUrl,
        baseUrl: site.baseUrl,
        transport: 'websocket',
      })
      clients.push(client)
      return client
    }
    const inner = ['council', 'council-drafts', `conversation:${conversationId}`, `poll:${pollId}`]
    const insider = await connected(amina)
    for (const topic of inner) expect((await insider.watch(topic, 0))?.answer, topic).not.toBe('refused')
    const ears: Client[] = []
    for (const clerk of administration) {
      const ear = await connected(clerk)
      for (const topic of inner) expect((await ear.watch(topic, 0))?.answer, topic).toBe('refused')
      for (const topic of ['polls', 'elections', 'moderation', `account:${idOf(clerk)}`])
        await ear.watch(topic, 0)
      ears.push(ear)
    }
    await say(`Noch ein Wort: ${words.contribution}`)
    while (await doJobs(site.platform)) {}
    await insider.next('news')
    for (const ear of ears) {
      expect(metIn(JSON.stringify(ear.told))).toEqual([])
      expect(JSON.stringify(ear.told)).not.toContain(conversationId)
    }
  })

  test('no mail carries a word of the Council’s, whoever it goes to, and none to a clerk speaks of it', async () => {
    const mails = await site.platform.database.read.selectFrom('mail').selectAll().execute()
    expect(mails.length).toBeGreaterThan(0)
    expect(metIn(JSON.stringify(mails))).toEqual([])
    const clerks = administration.map(idOf)
    const theirs = mails.filter(({ accountId }) => clerks.includes(accountId ?? ''))
    expect(JSON.stringify(theirs)).not.toMatch(/sprecherrat\/intern|beitraege/)
  })

  test('no form of the inner rooms takes anything from a clerk, by any name', async () => {
    const kept = async () => {
      const { read } = site.platform.database
      const rows = [
        await read.selectFrom('talk').selectAll().execute(),
        await read.selectFrom('contribution').selectAll().execute(),
        await read.selectFrom('statementVersion').selectAll().execute(),
        await read.selectFrom('poll').selectAll().execute(),
        await read.selectFrom('election').selectAll().execute(),
        await read.selectFrom('creatorObjection').selectAll().execute(),
      ]
      return JSON.stringify(rows)
    }
    const before = await kept()
    const intents = [
      'open-talk',
      'post',
      'write',
      'publish',
      'decide',
      'appoint',
      'save',
      'propose',
      'announce',
    ]
    const fields = {
      title: 'Von der Stadt',
      text: 'Die Stadt schreibt hier mit.',
      note: 'Neu',
      language: 'de',
    }
    const ids = { accountId: idOf(leo), version: '1', move: 'experience', reason: 'Weil es so sein soll.' }
    for (const clerk of administration) {
      const post = await fetches(clerk)
      const doors = addresses().filter((address) =>
        /^\/(sprecherrat\/(intern|wahlen\/1\/(vorbereiten|leiten))|gespraech\/)/.test(address),
      )
      for (const door of doors)
        for (const intent of intents) {
          const { status, body } = await post(door, { intent, ...fields, ...ids })
          expect([403, 404, 405], `${clerk.name}: ${intent} at ${door}`).toContain(status)
          expect(metIn(body)).toEqual([])
        }
    }
    expect(await kept()).toBe(before)
  })
})
