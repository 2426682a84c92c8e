import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Actor, system } from '#app/domain/actor.ts'
import { endSession } from '#app/domain/people/session.server.ts'
import { changePoll } from '#app/domain/polls/announce.server.ts'
import { newestEvent } from '#app/domain/query.server.ts'
import { run, type Work } from '#app/domain/run.server.ts'
import type { NewsMessage } from '#server/live/gather.ts'
import { openLive } from '#server/live.ts'
import { openPlatform } from '#server/platform.ts'
import { openTalk, say, type Talk } from '#tests/conversations/talk.ts'
import { databases } from '#tests/databases.ts'
import { announced, plainPoll } from '#tests/polls/votes.ts'
import { connectTo, type LiveTown, listening, openLiveTown } from './town.ts'

describe.each(databases)('live on $name', (database) => {
  let town: LiveTown
  let renate: Actor
  let leo: Actor
  let talk: Talk
  let topic: string
  beforeAll(async () => {
    town = await openLiveTown(database)
    renate = await town.person('Renate')
    leo = await town.person('Leo')
  })
  beforeEach(async () => {
    talk = await openTalk(town, renate)
    topic = `conversation:${talk.conversationId}`
  })
  afterAll(() => town.close())
  const asOf = () => newestEvent(town.ask())

  test('two readers hear of a post within a second, and the message says nothing of its text', async () => {
    const [one, two] = [await town.connect(), await town.connect({ transport: 'polling' })]
    const now = await asOf()
    expect(await one.watch(topic, now)).toMatchObject({ answer: 'watching' })
    expect(await two.watch(topic, now)).toMatchObject({ answer: 'watching' })
    await say(town, leo, talk, { text: 'KANARIENVOGEL im Probenraum' })
    for (const client of [one, two]) {
      expect(await client.next<NewsMessage>('news')).toEqual({
        topic,
        upTo: await asOf(),
        type: 'contribution.posted',
        types: ['contribution.posted'],
        number: 1,
      })
      expect(JSON.stringify(client.told)).not.toContain('KANARIENVOGEL')
    }
  })

  test('a topic with a sign that no database takes is none', async () => {
    const reader = await town.connect()
    expect(await reader.watch(`${topic}:\0`, 0)).toBeNull()
  })

  test('who comes back after missing something is told that the page is stale', async () => {
    const client = await town.connect()
    const seen = (await client.watch(topic, await asOf()))?.upTo ?? 0
    const gone = new Promise((resolve) => client.socket.once('disconnect', resolve))
    client.socket.io.engine.close()
    await gone
    await say(town, leo, talk)
    await vi.waitUntil(() => client.socket.connected)
    expect(client.news).toEqual([])
    const answer = await client.watch(topic, seen)
    expect(answer).toMatchObject({ answer: 'stale' })
    expect(await client.watch(topic, answer?.upTo ?? 0)).toMatchObject({ answer: 'watching' })
  })

  test('a burst is told in a few messages, and the last word always goes out', async () => {
    const client = await town.connect()
    await client.watch(topic, await asOf())
    await Promise.all(Array.from({ length: 12 }, () => say(town, leo, talk)))
    await new Promise((resolve) => setTimeout(resolve, 800))
    expect(client.news.at(-1)).toMatchObject({ number: 12, upTo: await asOf() })
    expect(client.news.length).toBeLessThanOrEqual(4)
  })

  test.each(['https://evil.example', 'http://127.0.0.1.evil.example', 'null'])(
    'pages of %s are not let in',
    async (origin) => {
      await expect(town.connect({ origin })).rejects.toThrow()
      await expect(town.connect({ origin, transport: 'polling' })).rejects.toThrow()
    },
  )

  test('what one may not read, one may not watch', async () => {
    const waiting = await openTalk(town, renate)
    await setIdeaState(town, waiting.ideaId, 'hidden')
    const { token } = await town.session(leo)
    const client = await town.connect({ token })
    const now = await asOf()
    for (const refused of [
      `conversation:${waiting.conversationId}`,
      `idea:${waiting.ideaId}`,
      `account:${renate.accountId}`,
      'moderation',
      'conversation:nothing',
      'constructor',
    ]) {
      expect([refused, (await client.watch(refused, now))?.answer]).toEqual([refused, 'refused'])
    }
    for (const fine of [`account:${leo.accountId}`, 'ideas', `idea:${talk.ideaId}`]) {
      expect([fine, (await client.watch(fine, 0))?.answer]).not.toEqual([fine, 'refused'])
    }
  })

  test('who loses a right is made to leave and hears nothing more', async () => {
    const dieter = await town.person('Dieter', { role: 'moderator' })
    const client = await town.connect({ token: (await town.session(dieter)).token })
    const reader = await town.connect()
    const now = await asOf()
    expect((await client.watch('moderation', now))?.answer).toBe('watching')
    await reader.watch(topic, now)

    await run(town.platform, system, releaseModerator, { accountId: dieter.accountId ?? '' })
    expect(await client.next('refused')).toEqual({ topic: 'moderation' })
    await run(town.platform, system, hideIdea, { ideaId: talk.ideaId })
    expect(await reader.next('refused')).toEqual({ topic })
    expect(client.news).toEqual([])
    expect(reader.news).toEqual([])
  })

  test('a vote that becomes its own house’s business is left by guests, and is no news of the town’s votes', async () => {
    const chair = await town.person('Berghoff', { seat: { body: 'runder-tisch', function: 'chair' } })
    const pollId = await announced(town, chair, { space: 'round-table' })
    const [reader, inside] = [
      await town.connect(),
      await town.connect({ token: (await town.session(chair)).token }),
    ]
    await reader.watch('polls', await asOf())
    for (const client of [reader, inside])
      expect((await client.watch(`poll:${pollId}`, await asOf()))?.answer).toBe('watching')

    const terms = { ...plainPoll, space: 'round-table', visibility: 'members' } as const
    await town.does(chair, changePoll, { ...terms, pollId })
    expect(await reader.next('refused')).toEqual({ topic: `poll:${pollId}` })
    expect(await inside.next<NewsMessage>('news')).toMatchObject({ topic: `poll:${pollId}` })
    const open = await announced(town, chair)
    expect(await reader.next<NewsMessage>('news')).toMatchObject({
      topic: 'polls',
      types: ['poll.announced'],
    })
    expect((await reader.watch(`poll:${open}`, 0))?.answer).toBe('stale')
    expect(reader.news).toHaveLength(1)
  })

  test('a session that ends takes its sockets with it within a second, and only those', async () => {
    const [first, second] = [await town.session(leo), await town.session(leo)]
    const [one, two] = [
      await town.connect({ token: first.token }),
      await town.connect({ token: second.token }),
    ]
    const gone = new Promise((resolve) => one.socket.once('disconnect', resolve))
    const start = Date.now()
    await town.does(leo, endSession, { which: 'one', sessionId: first.sessionId })
    await gone
    expect(Date.now() - start).toBeLessThan(1000)
    expect((await two.watch('ideas', 0))?.answer).toBe('stale')
  })

  test('presence is told from two on, and somebody writes without a name', async () => {
    const one = await town.connect({ token: (await town.session(leo)).token })
    await one.watch(topic, 0)
    expect(await one.next('present', 3000)).toEqual({ topic, count: null })
    const two = await town.connect({ token: (await town.session(renate)).token })
    await two.watch(topic, 0)
    expect(await one.next('present', 3000)).toEqual({ topic, count: 2 })
    two.socket.emit('typing', { topic })
    expect(await one.next('typing')).toEqual({ topic })
    const stranger = await town.connect()
    await stranger.watch(topic, 0)
    stranger.socket.emit('typing', { topic })
    await expect(one.next('typing', 300)).rejects.toThrow()
  })

  test('odd messages hurt nobody, and a flood is cut off', async () => {
    const odd = await town.connect()
    for (const wish of [null, 7, 'x', [], { topic: 5 }, { topic: 'ideas' }, { topic: 'x'.repeat(500) }]) {
      odd.socket.emit('watch', wish, () => undefined)
      odd.socket.emit('typing', wish)
      odd.socket.emit('leave', wish)
    }
    expect((await odd.watch('ideas', 0))?.answer).toBe('stale')
    const cut = new Promise((resolve) => odd.socket.once('disconnect', resolve))
    for (let turn = 0; turn < 200; turn++) odd.socket.emit('watch', { topic: 'ideas', asOf: 0 })
    await cut
    expect((await (await town.connect()).watch('ideas', 0))?.answer).toBe('stale')
  })

  // An SQLite file belongs to one process.
  if (database.name === 'postgres') {
    test('processes that share a database hear each other', async () => {
      const server = await listening()
      const baseUrl = `http://127.0.0.1:${(server.address() as { port: number }).port}`
      const settings = { ...town.settings, baseUrl }
      const platform = await openPlatform(settings, () => town.now)
      const live = openLive(server, platform, settings)
      const far = await connectTo({ token: null, origin: baseUrl, baseUrl, transport: 'websocket' })
      await far.watch(topic, await asOf())
      await say(town, leo, talk)
      expect(await far.next<NewsMessage>('news')).toMatchObject({ topic, number: 1 })
      far.socket.disconnect()
      await live.close()
      await new Promise((resolve) => server.close(resolve))
      await platform.close()
    })
  }

  test('guests and people alike are told to come back when the process stops', async () => {
    const other = await openLiveTown(database)
    const client = await other.connect()
    const reason = new Promise((resolve) => client.socket.once('disconnect', resolve))
    await other.live.close()
    expect(client.told).toContainEqual({ name: 'come-back', message: { withinMs: 3000 } })
    expect(await reason).toBe('transport close')
    await other.close()
  })

  async function releaseModerator(work: Work, { accountId }: { accountId: string }): Promise<void> {
    work.require('town.change', { kind: 'town' })
    await work.tx.deleteFrom('appointment').where('accountId', '=', accountId).execute()
    await work.record({ type: 'account.released', accountId, role: 'moderator', scope: 'town' })
  }

  async function hideIdea(work: Work, { ideaId }: { ideaId: string }): Promise<void> {
    work.require('town.change', { kind: 'town' })
    await work.tx.updateTable('idea').set({ state: 'hidden' }).where('id', '=', ideaId).execute()
    await work.record({ type: 'idea.hidden', ideaId, measureId: 'none' })
  }
})

async function setIdeaState(town: LiveTown, id: string, state: string): Promise<void> {
  await town.platform.database.write.updateTable('idea').set({ state }).where('id', '=', id).execute()
}
