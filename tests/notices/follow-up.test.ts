import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Actor, system } from '#app/domain/actor.ts'
import { answerOfficially } from '#app/domain/ideas/answer.server.ts'
import { assignResponsible } from '#app/domain/ideas/edit.server.ts'
import { followIdea } from '#app/domain/ideas/support.server.ts'
import { followUp, followUpRest } from '#app/domain/notices/follow-up.server.ts'
import { nextDigest } from '#app/domain/notices/mail.ts'
import type { Work } from '#app/domain/run.server.ts'
import { openTalk, say } from '#tests/conversations/talk.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'

/** More than are told in one deed, and many statements. */
const crowd = 220

describe.each(databases)('following up on $name', (database) => {
  let town: TestTown
  let crowded: readonly Actor[]
  beforeAll(async () => {
    town = await openTestTown(database)
    const names = Array.from({ length: crowd }, (_, place) => `Mira ${place}`)
    crowded = await Promise.all(names.map((name) => town.person(name)))
  })
  afterAll(() => town.close())

  const crowdAround = async (ideaId: string) => {
    for (const person of crowded) await town.does(person, followIdea, { ideaId })
  }
  const newest = () => town.news.at(-1)?.number ?? 0
  const twiceInTwoDeeds = async (event: number) => {
    for (const deed of [followUp, followUpRest, followUp, followUpRest])
      await town.does(system, deed, { event })
  }
  const toldOf = async (subject: string) => {
    const { read } = town.platform.database
    const rows = await read.selectFrom('notice').select('accountId').where('subject', '=', subject).execute()
    return rows.map(({ accountId }) => accountId).sort()
  }
  const idsOf = (people: readonly Actor[]) => people.map(({ accountId }) => accountId ?? '').sort()

  test('every follower hears of a contribution once, by the mail they wish, though it is followed up twice', async () => {
    const [renate, leo] = [await town.person('Renate'), await town.person('Leo')]
    const talk = await openTalk(town, renate)
    await crowdAround(talk.ideaId)
    const [never, atOnce, weekly] = crowded.map(({ accountId }) => accountId ?? '')
    const { read, write } = town.platform.database
    await write
      .insertInto('mailWish')
      .values([
        { accountId: never ?? '', kind: 'follow', wish: 'none' },
        { accountId: atOnce ?? '', kind: 'follow', wish: 'at-once' },
      ])
      .execute()
    const digests = () =>
      read.selectFrom('job').select(['key', 'dueAt', 'doneAt']).where('kind', '=', 'digest').execute()
    const digestOf = async (accountId = '') =>
      (await digests()).find(({ key }) => key === `digest:${accountId}`)
    const { id } = await say(town, leo, talk)
    const event = newest()
    await town.does(system, followUp, { event })
    expect(await toldOf(`contribution:${id}`)).toHaveLength(200)
    const parts = await read.selectFrom('job').select('data').where('kind', '=', 'follow-up-rest').execute()
    expect(parts.map(({ data }) => data)).toEqual([JSON.stringify({ event })])
    await town.does(system, followUpRest, { event })
    // Whose idea it is follows it too.
    expect(await toldOf(`contribution:${id}`)).toEqual(idsOf([renate, ...crowded]))
    expect(await digests()).toHaveLength(crowd)
    const thursday = nextDigest(town.now, 'Europe/Berlin')
    expect([await digestOf(never), (await digestOf(atOnce))?.dueAt, (await digestOf(weekly))?.dueAt]).toEqual(
      [undefined, town.now, thursday],
    )

    const doneAt = thursday
    await write.updateTable('job').set({ doneAt }).where('kind', '=', 'digest').execute()
    await twiceInTwoDeeds(event)
    expect((await digests()).every((job) => job.doneAt === doneAt)).toBe(true)

    town.now = '2027-03-20T09:00:00.000Z'
    await say(town, leo, talk)
    await twiceInTwoDeeds(newest())
    const due = { doneAt: null, dueAt: nextDigest(town.now, 'Europe/Berlin') }
    expect(await digestOf(weekly)).toMatchObject(due)
    expect(await digestOf(atOnce)).toMatchObject({ doneAt: null, dueAt: town.now })
    expect(await digests()).toHaveLength(crowd)
  })

  test('an answer is mailed to everybody around it once', async () => {
    const { event } = await answered()
    await twiceInTwoDeeds(event)
    const { read } = town.platform.database
    const mails = await read
      .selectFrom('mail')
      .select('accountId')
      .where('kind', '=', 'idea-answered')
      .execute()
    expect(mails).toHaveLength(crowd + 1)
    expect(new Set(mails.map(({ accountId }) => accountId)).size).toBe(crowd + 1)
  })

  const answered = async () => {
    const { ideaId } = await openTalk(town, await town.person('Renate'))
    await crowdAround(ideaId)
    const dieter = await town.person('Dieter', { role: 'moderator' })
    const office = await town.person('Kornfeld', { role: 'responsible', scope: 'kulturbuero' })
    await town.does(dieter, assignResponsible, { ideaId, responsible: 'kulturbuero' })
    const answer = { ideaId, kind: 'no', text: 'Dafür fehlt der Raum.', reviewOn: null } as const
    await town.does(office, answerOfficially, answer)
    return { event: newest() }
  }

  // PostgreSQL is waited for with every question; on SQLite others would have to wait.
  if (database.name === 'sqlite') {
    test('while many are written to, others have their turn', async () => {
      const { event } = await answered()
      const turn = vi.fn()
      // Within the deed: before and behind it others have theirs anyway.
      const besideOthers = async (work: Work) => {
        const others = setInterval(turn, 1)
        try {
          await followUp(work, { event })
        } finally {
          clearInterval(others)
        }
      }
      await town.does(system, besideOthers, null)
      expect(turn).toHaveBeenCalled()
    })
  }
})
