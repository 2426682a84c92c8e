import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, guest } from '#app/domain/actor.ts'
import { getBody } from '#app/domain/bodies/seats.server.ts'
import {
  asContribution,
  contributionVisibleTo,
  getConversation,
} from '#app/domain/conversations/contribution.server.ts'
import { readConversation } from '#app/domain/conversations/conversation.server.ts'
import { findMatter, subjectIn } from '#app/domain/conversations/subject.server.ts'
import { getAnnounced } from '#app/domain/elections/election.server.ts'
import { findPollOf, readElectionResult } from '#app/domain/elections/view.server.ts'
import { ideaSubject } from '#app/domain/ideas/idea.server.ts'
import { daysOverdue, type Idea } from '#app/domain/ideas/idea.ts'
import { ideaVisibleTo, listIdeas } from '#app/domain/ideas/list.server.ts'
import { listNews, newsPerPage } from '#app/domain/notices/news.server.ts'
import { may } from '#app/domain/policy.ts'
import { findFile } from '#app/domain/polls/ballots/published.server.ts'
import { isAllRight, verifyFile } from '#app/domain/polls/ballots/verify.ts'
import { getPoll } from '#app/domain/polls/poll.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { searchReadable } from '#app/domain/search/search.server.ts'
import { isEmpty, playTown } from '#server/demo/play.ts'
import { canaries } from '#server/demo/story/canaries.ts'
import type { StoryCanary } from '#server/demo/story/types.ts'
import { townFacts } from '#server/demo/town-facts.ts'
import { askOddly } from '#tests/security/odd-addresses.ts'
import { databases } from '../databases.ts'
import { type PlayedTown, playedTown } from './played.ts'

const today = '2027-03-10T15:00:00.000Z'

describe.each(databases)('the demo town on $name', (database) => {
  let town: PlayedTown
  beforeAll(async () => {
    town = await playedTown(database, today)
  }, 180_000)
  afterAll(() => town?.close())
  const db = () => town.platform.database.read

  test('has its people, each said to be made up, and every task given', async () => {
    const accounts = await db().selectFrom('account').select('name').execute()
    expect(accounts).toHaveLength(64)
    expect(accounts.filter(({ name }) => !name.endsWith('(Beispiel)'))).toEqual([])
    const actors = town.everybody.map(([, actor]) => actor)
    const holding = (role: string) =>
      actors.filter(({ appointments }) => appointments.some((one) => one.role === role)).length
    expect([holding('operator'), holding('moderator'), holding('responsible')]).toEqual([2, 3, 7])
    const atTable = actors.flatMap(({ memberships }) =>
      memberships.filter(({ body }) => body === 'runder-tisch').map((one) => one.function),
    )
    expect(atTable).toHaveLength(18)
    expect(atTable.filter((held) => held === 'substitute')).toHaveLength(1)
    expect(
      actors.filter(({ memberships }) => memberships.some((one) => one.function === 'speaker')),
    ).toHaveLength(7)
    expect(actors.filter(({ creator }) => creator).length).toBeGreaterThan(15)
  })

  test('has a vote signed blind, which anybody finds right', async () => {
    const { id } = await db()
      .selectFrom('poll')
      .select('id')
      .where('secrecy', '=', 'blind')
      .executeTakeFirstOrThrow()
    const file = await findFile(town.platform, await getPoll(db(), id))
    expect(file?.ballots).toHaveLength(8)
    expect(file?.outcome).toMatchObject({ outcome: 'decided', winners: ['2'] })
    expect(file && isAllRight(await verifyFile(file))).toBe(true)
  })

  test('has its ideas in every state, one of them overdue', async () => {
    const ideas = await db()
      .selectFrom('idea')
      .select(['number', 'state', 'answerDueAt', 'supportCount'])
      .orderBy('number')
      .execute()
    const told = ideas.filter(({ number }) => number <= 25)
    const inState = (state: string) => told.filter((idea) => idea.state === state).map(({ number }) => number)
    expect(told).toHaveLength(25)
    expect(inState('waiting')).toEqual([21])
    expect(inState('will_be_done')).toEqual([2, 9, 20])
    expect(inState('done')).toEqual([6, 10, 16])
    expect(inState('later')).toEqual([4, 17])
    expect(inState('no')).toEqual([15])
    expect(inState('talk')).toHaveLength(15)
    const late = ideas.filter(
      (idea) => daysOverdue({ ...idea, state: idea.state as Idea['state'] }, today) > 0,
    )
    expect(late.map(({ number }) => number)).toEqual([22])
    expect(told.find(({ number }) => number === 11)?.supportCount).toBe(25)
    expect(ideas.filter(({ number }) => number > 25).map(({ state }) => state)).toEqual([
      'waiting',
      'withdrawn',
      'merged',
      'hidden',
      'refused',
    ])
  })

  test('has its long conversation with everything that happened in it', async () => {
    const { conversationId } = await ideaNumbered(11)
    const long = await db()
      .selectFrom('contribution')
      .selectAll()
      .where('conversationId', '=', conversationId)
      .orderBy('number')
      .execute()
    expect(long.map(({ number }) => Number(number))).toEqual(
      Array.from({ length: 214 }, (_, place) => place + 1),
    )
    const moves = (move: string) => long.filter((one) => one.move === move).length
    expect(['question', 'for', 'against', 'proposal', 'experience', 'answer'].map(moves)).toEqual([
      31, 62, 55, 18, 20, 28,
    ])
    expect(long.filter(({ section }) => section === 'answered-question')).toHaveLength(24)
    expect(long.filter(({ section }) => section === 'open-question')).toHaveLength(7)
    expect(long.filter(({ hiddenAt }) => hiddenAt !== null)).toHaveLength(2)
    const hidings = await db()
      .selectFrom('measure')
      .selectAll()
      .where('kind', '=', 'hide_contribution')
      .where('space', '=', 'town')
      .execute()
    expect(hidings).toHaveLength(3)
    expect(hidings.filter(({ liftedAt }) => liftedAt !== null)).toHaveLength(1)
    expect(long.filter(({ deletedAt }) => deletedAt !== null).map(({ text, html }) => text + html)).toEqual([
      '',
      '',
    ])
    expect(long.filter(({ editedAt }) => editedAt !== null)).toHaveLength(5)
    expect(long.filter(({ authorFunction }) => authorFunction !== null)).toHaveLength(2)
    expect(long.filter(({ html }) => /<(script|img)|<[^>]+(\son\w+=|javascript:)/i.test(html))).toEqual([])
  })

  test('every deed has its own time in the past, and what follows from it was done', async () => {
    const events = await db().selectFrom('event').select(['at', 'type']).execute()
    expect(events.length).toBeGreaterThan(2500)
    expect(events.filter(({ at }) => at > today)).toEqual([])
    expect(new Set(events.map(({ at }) => at.slice(0, 10))).size).toBeGreaterThan(80)
    const jobs = await db().selectFrom('job').select(['dueAt', 'doneAt', 'lastError', 'kind']).execute()
    expect(jobs.filter(({ lastError }) => lastError !== null)).toEqual([])
    expect(jobs.filter(({ dueAt, doneAt }) => dueAt <= today && doneAt === null)).toEqual([])
    const { id } = await ideaNumbered(22)
    const reminders = await db()
      .selectFrom('event')
      .innerJoin('eventTopic', 'eventTopic.eventNumber', 'event.number')
      .select('data')
      .where('type', '=', 'idea.answer-reminded')
      .where('topic', '=', `idea:${id}`)
      .orderBy('event.number')
      .execute()
    expect(reminders.map(({ data }) => JSON.parse(data).stage)).toEqual(['half', 'four-fifths', 'end'])
  })

  test('elected its Speakers’ Council, with paper, a lot for the last seat, an objection, and terms that run', async () => {
    const { body, result, election } = await readElection(town)
    expect(election.state).toBe('over')
    expect(result?.candidates).toHaveLength(11)
    expect(result?.seats.map(({ name, ownSeat }) => [name.replace(' (Beispiel)', ''), ownSeat])).toEqual([
      ['Ruben Geigenholz', 'Musik'],
      ['Paul Meißelstein', 'Bildende Kunst'],
      ['Tamara Sprungfeld', 'Theater und Tanz'],
      ['Amina Sahili', 'Literatur'],
      ['Yusuf Kameralı', 'Film und Foto'],
      ['Heike Brauchmann', null],
      ['Lena Zirkuswagen', null],
    ])
    expect(result).toMatchObject({
      paperSheets: 3,
      rollSize: 18,
      outcome: { cast: 18, blank: 1, invalid: 0 },
    })
    const [tie] = result?.lot?.ties ?? []
    expect(tie?.between.map((name) => name.split(' ')[0]).sort()).toEqual(['Lena', 'Selin'])
    expect(tie?.chosen).toEqual(['Lena Zirkuswagen (Beispiel)'])
    expect(body.free).toHaveLength(7)
    expect(body.free.every(({ fromAt }) => fromAt > '2027-02-01')).toBe(true)
  })

  test('no mail of the past is left to be sent, and none is kept', async () => {
    const mails = await db().selectFrom('mail').select(['address', 'data', 'sentAt']).execute()
    expect(mails.length).toBeGreaterThan(100)
    expect(
      mails.filter(({ address, data, sentAt }) => sentAt === null || address !== '' || data !== '{}'),
    ).toEqual([])
  })

  test('no address is answered with a fault or leads away, whatever stands in its places, query, headers and body', async () => {
    const { requests, faults } = await askOddly(town)
    expect(faults).toEqual([])
    expect(requests).toBeGreaterThan(2500)
  }, 180_000)

  test('is played only into an empty database', async () => {
    expect(await isEmpty(town.platform)).toBe(false)
    await expect(playTown(town.platform, today)).rejects.toThrow('empty database')
  })

  test('everybody finds in the list of ideas exactly what they may read', async () => {
    const all = await db().selectFrom('idea').selectAll().orderBy('number').execute()
    const listable = all.filter(({ state }) => !['merged', 'refused', 'hidden', 'waiting'].includes(state))
    for (const [handle, actor] of readers()) {
      const readable = (idea: (typeof all)[number]) => may(actor, 'idea.read', ideaSubject(idea))
      expect(await listedIdeas(actor), handle).toEqual(numbersOf(listable.filter(readable)))
      const visible = await db()
        .selectFrom('idea')
        .select('number')
        .where((eb) => ideaVisibleTo(actor)(eb as never))
        .orderBy('number')
        .execute()
      expect(numbersOf(visible), handle).toEqual(numbersOf(all.filter(readable)))
    }
  })

  test('everybody reads in every conversation exactly the words they may read', async () => {
    const rows = await db().selectFrom('contribution').selectAll().orderBy('publicNumber').execute()
    const ideas = (await db().selectFrom('conversation').select('id').execute()).map(({ id }) => ({
      conversationId: id,
    }))
    const matters = new Map(
      await Promise.all(
        ideas.map(async ({ conversationId: id }) => {
          const matter = await findMatter(db(), await getConversation(db(), id))
          return [id, matter.subject] as const
        }),
      ),
    )
    for (const [handle, actor] of readers()) {
      const readable = rows.filter((row) => {
        const subject = matters.get(row.conversationId)
        if (!subject || row.deletedAt !== null) return false
        return may(actor, 'contribution.read', subjectIn(subject, asContribution(row)))
      })
      const shown: number[] = []
      for (const { conversationId } of ideas) shown.push(...(await shownIn(actor, conversationId)))
      expect(shown.sort(ascending), handle).toEqual(readable.map(({ publicNumber }) => Number(publicNumber)))
      const visible = await db()
        .selectFrom('contribution')
        .select('publicNumber as number')
        .where((eb) => contributionVisibleTo(actor)(eb as never))
        .orderBy('publicNumber')
        .execute()
      expect(numbersOf(visible), handle).toEqual(shown)
    }
  }, 120_000)

  test('what everybody finds and hears of is theirs to read', async () => {
    const facts = await townFacts(town.platform)
    const closed = new Set(
      [...listOf(facts.things.contribution.hidden), ...listOf(facts.things.contribution.deleted)].map(
        ({ address, author }) => ({ address, author }),
      ),
    )
    for (const [handle, actor] of readers()) {
      const moderates = actor.appointments.some(({ role }) => role === 'moderator')
      const forbidden = [...closed]
        .filter(({ author }) => !moderates && author !== handle)
        .map(({ address }) => address)
      const found = await searchReadable(town.ask(actor), 'Honorar Pack Sonnenbrillen', { page: 1 })
      expect(found.hits.filter(({ to }) => forbidden.includes(to))).toEqual([])
      const { news, total } = await allNews(actor)
      expect(news).toHaveLength(total)
      expect(news.filter(({ to }) => to !== null && forbidden.includes(to))).toEqual([])
    }
  }, 120_000)

  test('no planted word is found by anybody who is not named as its reader', async () => {
    for (const [handle, actor] of readers()) {
      const words = await everythingReadBy(actor)
      for (const canary of canaries as readonly StoryCanary[]) {
        if (isReader(canary, handle, actor)) continue
        expect(words.includes(canary.word.toLowerCase()), `${handle} reads ${canary.word}`).toBe(false)
        const { hits } = await searchReadable(town.ask(actor), canary.word, { page: 1 })
        expect(JSON.stringify(hits).toLowerCase(), handle).not.toContain(canary.word.toLowerCase())
      }
    }
    const moderator = await everythingReadBy(actorOf('dieter'))
    expect(moderator).toContain('kanarie-pack-8052')
    expect(await everythingReadBy(actorOf('manni'))).toContain('kanarie-pack-8052')
    expect(await everythingReadBy(actorOf('leo'))).toContain('kanarie-haus-4402')
    expect(await everythingReadBy(actorOf('jonas'))).toContain('kanarie-weg-7713')
  }, 120_000)

  /** All on one database; on the other one of each standing, and all whom a planted word names. */
  function readers(): PlayedTown['everybody'] {
    if (database.name === 'sqlite') return town.everybody
    const standings = new Set<string>()
    return town.everybody.filter(([handle, { kind, ageBand, appointments, memberships, creator }]) => {
      const functions = memberships.map(({ body, function: task }) => [body, task])
      const standing = JSON.stringify([kind, ageBand, appointments, functions, creator])
      const known = standings.has(standing)
      standings.add(standing)
      return !known || JSON.stringify(canaries).includes(`"${handle}"`)
    })
  }

  function actorOf(handle: string): Actor {
    const found = town.everybody.find(([name]) => name === handle)
    if (!found) throw new Error(`nobody is called ${handle}`)
    return found[1]
  }

  async function ideaNumbered(number: number) {
    return db()
      .selectFrom('idea')
      .select(['id', 'conversationId'])
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
  }

  async function listedIdeas(actor: Actor): Promise<readonly number[]> {
    const seen: number[] = []
    for (let page = 1; ; page++) {
      const filter = { goal: null, district: null, stand: null, sort: 'neu', page } as const
      const { ideas } = await listIdeas(town.ask(actor), filter)
      if (ideas.length === 0) return seen.sort(ascending)
      seen.push(...ideas.map(({ number }) => Number(number)))
    }
  }

  /** The public numbers of the contributions whose words this person is shown. */
  async function shownIn(actor: Actor, conversationId: string): Promise<readonly number[]> {
    const { contributions } = await readAll(actor, conversationId)
    return contributions.filter(({ html }) => html !== '').map(({ publicNumber }) => Number(publicNumber))
  }

  /** Nothing is written any more, so everybody reads each talk, and their news, once. */
  const alreadyRead = new Map<string, Promise<unknown>>()
  function once<T>(actor: Actor, what: string, read: () => Promise<T>): Promise<T> {
    const key = `${actor.accountId} ${what}`
    const known = alreadyRead.get(key) ?? read()
    alreadyRead.set(key, known)
    return known as Promise<T>
  }

  function readAll(actor: Actor, conversationId: string) {
    return once(actor, conversationId, async () => {
      try {
        return await readConversation(town.ask(actor), conversationId, { view: 'time', page: null })
      } catch (error) {
        if (isRefusal(error)) return { contributions: [] }
        throw error
      }
    })
  }

  const allNews = (actor: Actor) => once(actor, 'news', () => readNews(actor))

  async function readNews(actor: Actor) {
    const first = await listNews(town.ask(actor), 1)
    const news = [...first.news]
    for (let page = 2; (page - 1) * newsPerPage < first.total; page++) {
      news.push(...(await listNews(town.ask(actor), page)).news)
    }
    return { news, total: first.total }
  }

  /** Lists, conversations and news of one person, as one long text. */
  async function everythingReadBy(actor: Actor): Promise<string> {
    const all = await db().selectFrom('conversation').select('id').execute()
    const talks = await Promise.all(all.map(({ id }) => readAll(actor, id)))
    const filter = { goal: null, district: null, stand: null, sort: 'bewegt', page: 1 } as const
    const lists = await Promise.all([1, 2].map((page) => listIdeas(town.ask(actor), { ...filter, page })))
    return JSON.stringify([talks, lists, await allNews(actor)]).toLowerCase()
  }
})

async function readElection(town: PlayedTown) {
  const ask = town.ask(guest)
  const election = await getAnnounced(ask.db, 1)
  const result = await readElectionResult(ask, election, await findPollOf(ask, election))
  return { election, result, body: await getBody(ask, 'sprecherrat') }
}

function isReader({ readers }: StoryCanary, handle: string, actor: Actor): boolean {
  const roles = [
    ...actor.appointments.map(({ role, scope }) => (scope === 'council' ? `council-${role}` : role)),
    ...actor.memberships.map((one) => one.function),
    ...(actor.creator ? ['creator'] : []),
  ]
  return readers.handles.includes(handle) || roles.some((role) => readers.roles.includes(role))
}

function numbersOf(rows: readonly { readonly number: number }[]): readonly number[] {
  return rows.map(({ number }) => Number(number)).sort(ascending)
}

function listOf<T>(things: readonly T[] | undefined): readonly T[] {
  return things ?? []
}

function ascending(a: number, b: number): number {
  return a - b
}
