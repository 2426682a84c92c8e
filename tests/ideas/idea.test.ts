import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guest } from '#app/domain/actor.ts'
import { getReadableIdea, withdrawIdea } from '#app/domain/ideas/idea.server.ts'
import { listIdeas } from '#app/domain/ideas/list.server.ts'
import { postIdea } from '#app/domain/ideas/post.server.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'

const rehearsalRoom = {
  title: 'Probenraum für Chöre',
  text: 'Ein Raum mit **Klavier** und Rampe hilft allen Chören.',
  district: 'winz-baak',
  language: 'de',
  authorName: null,
  secret: null,
  source: 'web',
  picture: null,
} as const
const everything = { goal: null, district: null, stand: null, sort: 'neu', page: 1 } as const

describe.each(databases)('ideas on $name', (database) => {
  let town: TestTown
  beforeAll(async () => {
    town = await openTestTown(database)
  })
  afterAll(() => town.close())

  test('an idea of an account is public at once and promises an answer', async () => {
    const renate = await town.person('Renate')
    const { number } = await town.does(renate, postIdea, rehearsalRoom)
    const idea = await getReadableIdea(town.ask(), number)
    expect(idea).toMatchObject({
      state: 'talk',
      responsible: 'kulturbuero',
      html: expect.stringContaining('<strong>Klavier</strong>'),
    })
    expect(idea.answerDueAt).toBe('2027-04-21T21:59:59.000Z')
  })

  test('the same form sent twice counts once', async () => {
    const renate = await town.person('Renate')
    const first = await town.tries(renate, postIdea, rehearsalRoom, 'form-1')
    const second = await town.tries(renate, postIdea, rehearsalRoom, 'form-1')
    expect(first.ok && second.ok && first.value.number === second.value.number).toBe(true)
  })

  test('a guest’s idea waits: its moderator reads it, a stranger finds nothing', async () => {
    const dieter = await town.person('Dieter', { role: 'moderator' })
    const leo = await town.person('Leo')
    const { number } = await town.does(guest, postIdea, {
      ...rehearsalRoom,
      authorName: 'Gast',
      secret: 'lindenblatt',
    })
    await expect(getReadableIdea(town.ask(leo), number)).rejects.toMatchObject({ reason: 'not_found' })
    expect((await getReadableIdea(town.ask(dieter), number)).state).toBe('waiting')
    expect((await listIdeas(town.ask(leo), everything)).ideas.map((idea) => idea.number)).not.toContain(
      number,
    )
  })

  test('the author takes an idea back once; nobody else may', async () => {
    const renate = await town.person('Renate')
    const leo = await town.person('Leo')
    const { id, number } = await town.does(renate, postIdea, rehearsalRoom)
    const reason = 'Der Chor hat einen Raum gefunden.'
    expect(await town.tries(leo, withdrawIdea, { ideaId: id, reason })).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    expect(await town.tries(guest, withdrawIdea, { ideaId: id, reason })).toMatchObject({
      refusal: { reason: 'sign_in_first' },
    })
    await town.does(renate, withdrawIdea, { ideaId: id, reason })
    expect((await getReadableIdea(town.ask(), number)).state).toBe('withdrawn')
    expect(await town.tries(renate, withdrawIdea, { ideaId: id, reason })).toMatchObject({
      refusal: { reason: 'idea_withdrawn' },
    })
    expect(town.news.at(-1)).toMatchObject({
      event: { type: 'idea.withdrawn', ideaId: id },
      topics: ['ideas', `idea:${id}`],
    })
  })

  test('numbers of ideas and events have no gaps, also when deeds are refused in between', async () => {
    const renate = await town.person('Renate')
    const numbers = await Promise.all(
      Array.from({ length: 8 }, () => town.does(renate, postIdea, rehearsalRoom)),
    )
    const sorted = numbers.map((idea) => idea.number).sort((a, b) => a - b)
    expect(sorted).toEqual(Array.from({ length: 8 }, (_, place) => (sorted[0] ?? 0) + place))
    const events = await town.platform.database.read
      .selectFrom('event')
      .select('number')
      .orderBy('number')
      .execute()
    expect(events.map((event) => Number(event.number))).toEqual(events.map((_, place) => place + 1))
  })
})
