import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '#app/domain/actor.ts'
import { followIdea } from '#app/domain/ideas/support.server.ts'
import { followUp } from '#app/domain/notices/follow-up.server.ts'
import { nextDigest } from '#app/domain/notices/mail.ts'
import { openTalk, say } from '#tests/conversations/talk.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'

/** More than go into one statement. */
const crowd = 120

describe.each(databases)('following up on $name', (database) => {
  let town: TestTown
  beforeAll(async () => {
    town = await openTestTown(database)
  })
  afterAll(() => town.close())

  test('every follower hears of a contribution once, by the mail they wish, though it is followed up twice', async () => {
    const renate = await town.person('Renate')
    const talk = await openTalk(town, renate)
    const followers = await Promise.all(
      Array.from({ length: crowd }, (_, place) => town.person(`Mira ${place}`)),
    )
    for (const person of followers) await town.does(person, followIdea, { ideaId: talk.ideaId })
    const [never, atOnce, weekly] = followers.map(({ accountId }) => accountId ?? '')
    await town.platform.database.write
      .insertInto('mailWish')
      .values([
        { accountId: never ?? '', kind: 'follow', wish: 'none' },
        { accountId: atOnce ?? '', kind: 'follow', wish: 'at-once' },
      ])
      .execute()
    const { id } = await say(town, await town.person('Leo'), talk)
    const event = town.news.at(-1)?.number ?? 0
    for (const _ of ['first', 'again after a crash']) await town.does(system, followUp, { event })

    const { read } = town.platform.database
    const told = await read
      .selectFrom('notice')
      .select('accountId')
      .where('subject', '=', `contribution:${id}`)
      .execute()
    // Whose idea it is follows it too.
    expect(told.map(({ accountId }) => accountId).sort()).toEqual(
      [renate, ...followers].map(({ accountId }) => accountId).sort(),
    )
    const jobs = await read.selectFrom('job').select(['key', 'dueAt']).where('kind', '=', 'digest').execute()
    expect(jobs).toHaveLength(crowd)
    const due = (accountId = '') => jobs.find(({ key }) => key === `digest:${accountId}`)?.dueAt
    expect([due(never), due(atOnce), due(weekly)]).toEqual([
      undefined,
      town.now,
      nextDigest(town.now, 'Europe/Berlin'),
    ])
  })
})
