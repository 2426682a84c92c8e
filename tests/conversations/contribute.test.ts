import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, guest } from '#app/domain/actor.ts'
import { closeConversation, reopenConversation } from '#app/domain/conversations/close.server.ts'
import { contribute } from '#app/domain/conversations/contribute.server.ts'
import { withdrawIdea } from '#app/domain/ideas/idea.server.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { openTalk, reads, say, saying, type Talk } from './talk.ts'

describe.each(databases)('contributions on $name', (database) => {
  let town: TestTown
  let renate: Actor
  let leo: Actor
  let talk: Talk
  beforeAll(async () => {
    town = await openTestTown(database)
    renate = await town.person('Renate')
    leo = await town.person('Leo')
  })
  beforeEach(async () => {
    talk = await openTalk(town, renate)
  })
  afterAll(() => town.close())

  test('twenty posts at once get the numbers 1 to 20, and everybody reads all of them', async () => {
    const before = await highestPublicNumber(town)
    const posted = await Promise.all(Array.from({ length: 20 }, () => say(town, leo, talk)))
    expect(posted.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, place) => place + 1),
    )
    expect(posted.map(({ publicNumber }) => publicNumber).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, place) => before + place + 1),
    )
    const { count, contributions } = await reads(town, guest, talk)
    expect([count, contributions.length]).toEqual([20, 20])
  })

  test('the same post sent twice, even at once, counts once', async () => {
    const twice = await Promise.all([
      town.tries(leo, contribute, saying(talk), 'form-twice'),
      town.tries(leo, contribute, saying(talk), 'form-twice'),
    ])
    expect(twice.map((outcome) => outcome.ok && outcome.value.number)).toEqual([1, 1])
    expect((await reads(town, leo, talk)).count).toBe(1)
  })

  test('a reply to a reply is fine; one deeper is refused and takes no number', async () => {
    const root = await say(town, leo, talk, { move: 'question' })
    const reply = await say(town, renate, talk, { parentId: root.id })
    const deep = await say(town, leo, talk, { parentId: reply.id })
    expect(await town.tries(renate, contribute, saying(talk, { parentId: deep.id }))).toMatchObject({
      refusal: { reason: 'reply_too_deep' },
    })
    expect((await say(town, renate, talk)).number).toBe(4)
    const { contributions } = await reads(town, guest, talk, 'reasons')
    expect(contributions.map(({ number, replies }) => [number, replies.map((one) => one.number)])).toEqual([
      [1, [2, 3]],
      [4, []],
    ])
  })

  test('a reply cannot be hung into another conversation', async () => {
    const elsewhere = await say(town, leo, await openTalk(town, renate))
    expect(await town.tries(leo, contribute, saying(talk, { parentId: elsewhere.id }))).toMatchObject({
      refusal: { reason: 'not_found' },
    })
  })

  test('guests are asked to sign in, paused people are told, and a closed talk takes nothing', async () => {
    const dieter = await town.person('Dieter', { role: 'moderator' })
    const paused: Actor = { ...leo, pausedUntil: '2099-01-01T00:00:00.000Z' }
    expect(await town.tries(guest, contribute, saying(talk))).toMatchObject({
      refusal: { reason: 'sign_in_first' },
    })
    expect(await town.tries(paused, contribute, saying(talk))).toMatchObject({
      refusal: { reason: 'account_paused' },
    })
    expect(await town.tries(leo, closeConversation, talk)).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    await town.does(dieter, closeConversation, talk)
    expect(await town.tries(leo, contribute, saying(talk))).toMatchObject({
      refusal: { reason: 'conversation_closed' },
    })
    await town.does(dieter, reopenConversation, talk)
    expect((await say(town, leo, talk)).number).toBe(1)
    await town.does(renate, withdrawIdea, { ideaId: talk.ideaId, reason: 'Der Chor hat einen Raum.' })
    expect(await town.tries(leo, contribute, saying(talk))).toMatchObject({
      refusal: { reason: 'conversation_closed' },
    })
  })

  test('only staff speak for an office, and then the office is named', async () => {
    const kornfeld = await town.person('Kornfeld', { role: 'staff', scope: 'Kulturbüro' })
    const question = await say(town, leo, talk, { move: 'question' })
    const official = { parentId: question.id, move: 'answer', official: true } as const
    expect(await town.tries(leo, contribute, saying(talk, official))).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    expect((await reads(town, guest, talk)).openQuestions).toBe(1)
    await say(town, kornfeld, talk, official)
    const { openQuestions, questions, contributions } = await reads(town, guest, talk, 'reasons')
    expect([questions, openQuestions]).toEqual([1, 0])
    expect(contributions[0]?.replies[0]).toMatchObject({
      official: 'Kulturbüro',
      author: { name: 'Kornfeld' },
    })
  })

  test('people are found by handle or name, at most five, never the author, never by a shared name', async () => {
    const elif = await town.person(`Elif Aydoğan ${talk.ideaNumber}`)
    const twins = `Alex Beispiel ${talk.ideaNumber}`
    await town.person(twins)
    await town.person(twins)
    const many = await Promise.all(Array.from({ length: 6 }, (_, place) => town.person(`Kai${place}`)))
    const handles = await handlesOf(town, [...many, leo])
    const one = await say(town, leo, talk, {
      text: `@Elif Aydoğan ${talk.ideaNumber}, was meinen Sie? @${twins} @${handles.at(-1)} a@${handles[0]}`,
    })
    expect(await mentionsOf(town, one.id)).toEqual([elif.accountId])
    const two = await say(town, leo, talk, { text: handles.map((handle) => `@${handle}`).join(' ') })
    expect(await mentionsOf(town, two.id)).toHaveLength(5)
  })

  test('who takes part follows the idea, and the news names ids only', async () => {
    const { id } = await say(town, leo, talk)
    const follows = await town.platform.database.read
      .selectFrom('follow')
      .select('subject')
      .where('accountId', '=', leo.accountId)
      .execute()
    expect(follows).toContainEqual({ subject: `idea:${talk.ideaId}` })
    expect(town.news.at(-1)).toMatchObject({
      event: { type: 'contribution.posted', contributionId: id, number: 1, parentId: null },
      topics: [`idea:${talk.ideaId}`, `conversation:${talk.conversationId}`],
    })
    expect(JSON.stringify(town.news.at(-1))).not.toContain('Keller')
  })
})

async function highestPublicNumber(town: TestTown): Promise<number> {
  const row = await town.platform.database.read
    .selectFrom('counter')
    .select('value')
    .where('name', '=', 'contribution')
    .executeTakeFirst()
  return Number(row?.value ?? 0)
}

async function handlesOf(town: TestTown, people: readonly Actor[]): Promise<readonly string[]> {
  const rows = await town.platform.database.read.selectFrom('account').select(['id', 'handle']).execute()
  return people.map((person) => rows.find((row) => row.id === person.accountId)?.handle ?? '')
}

async function mentionsOf(town: TestTown, contributionId: string): Promise<readonly string[]> {
  const rows = await town.platform.database.read
    .selectFrom('mention')
    .select('accountId')
    .where('contributionId', '=', contributionId)
    .execute()
  return rows.map((row) => row.accountId)
}
