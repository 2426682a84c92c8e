import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { contribute } from '#app/domain/conversations/contribute.server.ts'
import { asIdea } from '#app/domain/ideas/idea.server.ts'
import { finalIdea, mergeIdea, splitIdea } from '#app/domain/ideas/merge.server.ts'
import { renumber } from '#app/domain/ideas/merge.ts'
import { supportIdea } from '#app/domain/ideas/support.server.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { ideaRow, lineOf, postedBy } from './people.ts'

test('contributions that come along stand behind the others; each branch keeps its root', () => {
  const coming = [
    { id: 'b', number: 2, rootNumber: 1 },
    { id: 'a', number: 1, rootNumber: 1 },
    { id: 'c', number: 3, rootNumber: 3 },
  ]
  expect(renumber(coming, 7)).toEqual([
    { id: 'a', number: 8, rootNumber: 8 },
    { id: 'b', number: 9, rootNumber: 8 },
    { id: 'c', number: 10, rootNumber: 10 },
  ])
})

describe.each(databases)('merging ideas on $name', (database) => {
  let town: TestTown
  let dieter: Actor
  beforeAll(async () => {
    town = await openTestTown(database)
    dieter = await town.person('Dieter', { role: 'moderator' })
  })
  afterAll(() => town.close())

  const says = async (who: Actor, ideaId: string, text: string, parentId: string | null = null) =>
    town.does(who, contribute, {
      conversationId: (await ideaRow(town, ideaId)).conversationId,
      parentId,
      move: 'proposal',
      text,
      language: 'de',
      official: false,
    })

  /** [number, text, root's number] in their order. */
  async function talkOf(ideaId: string) {
    const { conversationId } = await ideaRow(town, ideaId)
    const rows = await town.platform.database.read
      .selectFrom('contribution')
      .select(['number', 'text', 'rootNumber'])
      .where('conversationId', '=', conversationId)
      .orderBy('number')
      .execute()
    const { contributionCount } = await town.platform.database.read
      .selectFrom('conversation')
      .select('contributionCount')
      .where('id', '=', conversationId)
      .executeTakeFirstOrThrow()
    expect(Number(contributionCount)).toBe(rows.length)
    return rows.map((row) => [row.number, row.text, row.rootNumber])
  }

  async function twoIdeas() {
    const [renate, leo, elif] = [
      await town.person('Renate'),
      await town.person('Leo'),
      await town.person('Elif'),
    ]
    const choir = await postedBy(town, renate, 'Probenraum für Chöre')
    const piano = await postedBy(town, leo, 'Klavier-Raum gesucht')
    await town.does(elif, supportIdea, { ideaId: piano.id })
    await town.does(renate, supportIdea, { ideaId: piano.id })
    await says(elif, choir.id, 'Im Rathaus')
    const moved = await says(elif, piano.id, 'In der Schule')
    await says(leo, piano.id, 'Gern', moved.id)
    return { renate, leo, elif, choir, piano, moved }
  }

  test('supporters, followers and conversation come along; everything finds its way back', async () => {
    const { renate, leo, elif, choir, piano, moved } = await twoIdeas()
    await town.does(dieter, mergeIdea, { ideaId: piano.id, intoId: choir.id })
    expect(await ideaRow(town, piano.id)).toMatchObject({ state: 'merged', mergedIntoId: choir.id })
    // Elif and Leo, the other author; Renate has the idea herself.
    expect((await ideaRow(town, choir.id)).supportCount).toBe(2)
    expect(await talkOf(choir.id)).toEqual([
      [1, 'Im Rathaus', 1],
      [2, 'In der Schule', 2],
      [3, 'Gern', 2],
    ])
    expect(await talkOf(piano.id)).toEqual([])
    const entry = await town.platform.database.read
      .selectFrom('searchEntry')
      .select('subjectId')
      .where('id', '=', moved.id)
      .executeTakeFirst()
    expect(entry?.subjectId).toBe(choir.id)
    expect(await lineOf(town, choir.id)).toContain('took_in')

    await says(renate, choir.id, 'Danke euch')
    await says(renate, choir.id, 'In welcher?', moved.id)
    await town.platform.database.write
      .insertInto('reading')
      .values({
        accountId: dieter.accountId ?? '',
        conversationId: (await ideaRow(town, choir.id)).conversationId,
        number: 4,
      })
      .execute()
    await town.does(dieter, splitIdea, { ideaId: piano.id })
    expect(await talkOf(choir.id)).toEqual([
      [1, 'Im Rathaus', 1],
      [2, 'Danke euch', 2],
    ])
    expect(await talkOf(piano.id)).toEqual([
      [1, 'In der Schule', 1],
      [2, 'Gern', 1],
      [3, 'In welcher?', 1],
    ])
    const read = await town.platform.database.read
      .selectFrom('reading')
      .select('number')
      .where('accountId', '=', dieter.accountId ?? '')
      .where('conversationId', '=', (await ideaRow(town, choir.id)).conversationId)
      .executeTakeFirst()
    expect(read?.number).toBe(2)
    expect((await ideaRow(town, choir.id)).supportCount).toBe(0)
    expect(await ideaRow(town, piano.id)).toMatchObject({
      state: 'talk',
      supportCount: 2,
      mergedIntoId: null,
    })
    const follows = await town.platform.database.read
      .selectFrom('follow')
      .select('accountId')
      .where('subject', '=', `idea:${choir.id}`)
      .execute()
    expect(follows.map((row) => row.accountId).sort()).toEqual([renate.accountId, elif.accountId].sort())
    await says(leo, piano.id, 'Weiter geht es')
    expect((await talkOf(piano.id)).at(-1)).toEqual([4, 'Weiter geht es', 4])
  })

  test('a chain of merges leads to its end, and its middle takes its own along', async () => {
    const { choir, piano } = await twoIdeas()
    const third = await postedBy(town, await town.person('Sam'), 'Haus der Musik')
    await town.does(dieter, mergeIdea, { ideaId: piano.id, intoId: choir.id })
    await town.does(dieter, mergeIdea, { ideaId: choir.id, intoId: third.id })
    const last = await finalIdea(town.platform.database.read, asIdea(await ideaRow(town, piano.id)))
    expect(last.number).toBe(third.number)
    expect((await talkOf(third.id)).length).toBe(3)
    await town.does(dieter, splitIdea, { ideaId: choir.id })
    expect((await talkOf(choir.id)).length).toBe(3)
    expect((await ideaRow(town, third.id)).supportCount).toBe(0)
    await town.does(dieter, splitIdea, { ideaId: piano.id })
    expect((await talkOf(piano.id)).length).toBe(2)
    expect((await talkOf(choir.id)).length).toBe(1)
  })

  test('who may not, what is closed, itself, and too late are refused', async () => {
    const { renate, choir, piano } = await twoIdeas()
    const both = { ideaId: piano.id, intoId: choir.id }
    expect(await town.tries(renate, mergeIdea, both)).toMatchObject({ refusal: { reason: 'not_allowed' } })
    expect(await town.tries(dieter, mergeIdea, { ...both, intoId: piano.id })).toMatchObject({
      refusal: { reason: 'idea_merged_into_itself' },
    })
    await town.does(dieter, mergeIdea, both)
    expect(await town.tries(dieter, mergeIdea, both)).toMatchObject({ refusal: { reason: 'idea_not_open' } })
    expect(await town.tries(renate, splitIdea, { ideaId: piano.id })).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    town.now = '2027-03-24T09:00:00.001Z'
    expect(await town.tries(dieter, splitIdea, { ideaId: piano.id })).toMatchObject({
      refusal: { reason: 'idea_split_too_late' },
    })
    town.now = '2027-03-24T09:00:00.000Z'
    await town.does(dieter, splitIdea, { ideaId: piano.id })
  })
})
