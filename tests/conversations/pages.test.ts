import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, guest } from '#app/domain/actor.ts'
import { contributionVisibleTo } from '#app/domain/conversations/contribution.server.ts'
import { readConversation } from '#app/domain/conversations/conversation.server.ts'
import { rowsOnPage } from '#app/domain/conversations/page.server.ts'
import { findContributionPlace } from '#app/domain/conversations/place.server.ts'
import { deleteContribution } from '#app/domain/conversations/revise.server.ts'
import { contributionSubject } from '#app/domain/conversations/subject.server.ts'
import { may } from '#app/domain/policy.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { openTalk, say, type Talk } from './talk.ts'

describe.each(databases)('pages of a conversation on $name', (database) => {
  let town: TestTown
  let renate: Actor
  let talk: Talk
  const posted: number[] = []
  beforeAll(async () => {
    town = await openTestTown(database)
    renate = await town.person('Renate')
    talk = await openTalk(town, renate)
    const moves = ['against', 'experience', 'for', 'proposal', 'question', 'for'] as const
    for (let place = 0; place < 60; place++) {
      const { publicNumber, id, number } = await say(town, renate, talk, { move: moves[place % 6] })
      posted.push(publicNumber)
      // Every second question gets an answer at once, which takes the next number.
      if (place % 12 === 4)
        await say(town, renate, talk, { move: 'answer', parentId: id, text: `Zu ${number}` })
    }
  })
  afterAll(() => town.close())

  const readAll = async (view: 'reasons' | 'time', page: number) =>
    readConversation(town.ask(), talk.conversationId, { view, page })

  test('by reasons: open questions, answered ones, for and against, proposals, experiences, none twice', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => readAll('reasons', page)))
    expect(pages.map((page) => page.contributions.length)).toEqual([25, 25, 10])
    expect(pages[0]?.pages).toBe(3)
    const all = pages.flatMap((page) => page.contributions)
    expect(new Set(all.map((one) => one.number)).size).toBe(60)
    expect(all.map((one) => one.move)).toEqual([
      ...Array(10).fill('question'),
      ...Array.from({ length: 30 }, (_, place) => (place % 3 === 0 ? 'against' : 'for')),
      ...Array(10).fill('proposal'),
      ...Array(10).fill('experience'),
    ])
    expect(all.slice(0, 10).map((one) => one.replies.length)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
    expect((await readAll('reasons', 4)).contributions).toEqual([])
  })

  test('a page cut out of a conversation read as a whole is the page found by its keys', async () => {
    const found = async (contributionCount: number, view: 'reasons' | 'time', page: number | null) => {
      const talked = { id: talk.conversationId, contributionCount }
      const { roots, replies, counts } = await rowsOnPage(town.ask(), talked, { view, page })
      return {
        roots: roots.map(({ number }) => number),
        replies: replies.map(({ number, branch }) => [number, Number(branch)]),
        sections: Object.fromEntries(counts),
      }
    }
    for (const view of ['reasons', 'time'] as const)
      for (const page of [1, 2, 3, 4, null])
        expect(await found(1, view, page)).toEqual(await found(1000, view, page))
  })

  test('by time a permalink leads to a page that never changes, and the contribution is there', async () => {
    for (const publicNumber of [posted[0], posted[27], posted[59]] as number[]) {
      const { page, anchor } = await findContributionPlace(town.ask(), publicNumber)
      const { contributions } = await readAll('time', page)
      expect(contributions.map((one) => [one.publicNumber, `b${one.number}`])).toContainEqual([
        publicNumber,
        anchor,
      ])
    }
    await expect(findContributionPlace(town.ask(), 999_999)).rejects.toMatchObject({ reason: 'not_found' })
  })

  test('nothing of the talk can be read where its idea is not public', async () => {
    const hidden = await openTalk(town, renate)
    const { publicNumber } = await say(town, renate, hidden)
    await town.platform.database.write
      .updateTable('idea')
      .set({ state: 'hidden' })
      .where('id', '=', hidden.ideaId)
      .execute()
    const leo = await town.person('Leo')
    for (const who of [guest, leo]) {
      await expect(
        readConversation(town.ask(who), hidden.conversationId, { view: 'time', page: 1 }),
      ).rejects.toMatchObject({ reason: 'not_found' })
      await expect(findContributionPlace(town.ask(who), publicNumber)).rejects.toMatchObject({
        reason: 'not_found',
      })
    }
  })

  test('listed is what may be read, for everybody', async () => {
    const leo = await town.person('Leo')
    const dieter = await town.person('Dieter', { role: 'moderator' })
    const own = await say(town, leo, talk)
    const gone = await say(town, leo, talk)
    await town.does(leo, deleteContribution, { contributionId: gone.id })
    const db = town.platform.database.write
    await db.updateTable('contribution').set({ hiddenAt: town.now }).where('id', '=', own.id).execute()
    for (const who of [guest, renate, leo, dieter]) {
      const listed = await db
        .selectFrom('contribution')
        .select('id')
        .where((eb) => contributionVisibleTo(who)(eb))
        .execute()
      const rows = await db.selectFrom('contribution').selectAll().execute()
      const readable: string[] = []
      for (const row of rows) {
        if (row.deletedAt === null && may(who, 'contribution.read', await contributionSubject(db, row))) {
          readable.push(row.id)
        }
      }
      expect(listed.map((row) => row.id).sort()).toEqual(readable.sort())
    }
  })
})
