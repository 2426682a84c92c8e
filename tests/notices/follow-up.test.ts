import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Actor, system } from '#app/domain/actor.ts'
import { answerOfficially } from '#app/domain/ideas/answer.server.ts'
import { assignResponsible } from '#app/domain/ideas/edit.server.ts'
import { followIdea } from '#app/domain/ideas/support.server.ts'
import { followUp } from '#app/domain/notices/follow-up.server.ts'
import { nextDigest } from '#app/domain/notices/mail.ts'
import type { Work } from '#app/domain/run.server.ts'
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

  const crowdAround = async (ideaId: string) => {
    const names = Array.from({ length: crowd }, (_, place) => `Mira ${place}`)
    const people = await Promise.all(names.map((name) => town.person(name)))
    for (const person of people) await town.does(person, followIdea, { ideaId })
    return people
  }
  const toldOf = async (subject: string) => {
    const { read } = town.platform.database
    const rows = await read.selectFrom('notice').select('accountId').where('subject', '=', subject).execute()
    return rows.map(({ accountId }) => accountId).sort()
  }
  const idsOf = (people: readonly Actor[]) => people.map(({ accountId }) => accountId ?? '').sort()

  test('every follower hears of a contribution once, by the mail they wish, though it is followed up twice', async () => {
    const renate = await town.person('Renate')
    const talk = await openTalk(town, renate)
    const followers = await crowdAround(talk.ideaId)
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

    // Whose idea it is follows it too.
    expect(await toldOf(`contribution:${id}`)).toEqual(idsOf([renate, ...followers]))
    const { read } = town.platform.database
    const jobs = await read.selectFrom('job').select(['key', 'dueAt']).where('kind', '=', 'digest').execute()
    expect(jobs).toHaveLength(crowd)
    const due = (accountId = '') => jobs.find(({ key }) => key === `digest:${accountId}`)?.dueAt
    expect([due(never), due(atOnce), due(weekly)]).toEqual([
      undefined,
      town.now,
      nextDigest(town.now, 'Europe/Berlin'),
    ])
  })

  test('while many are written to, others have their turn', async () => {
    const renate = await town.person('Renate')
    const office = await town.person('Kornfeld', { role: 'responsible', scope: 'kulturbuero' })
    const { ideaId } = await openTalk(town, renate)
    const followers = await crowdAround(ideaId)
    const dieter = await town.person('Dieter', { role: 'moderator' })
    await town.does(dieter, assignResponsible, { ideaId, responsible: 'kulturbuero' })
    const answer = { ideaId, kind: 'no', text: 'Dafür fehlt der Raum.', reviewOn: null } as const
    await town.does(office, answerOfficially, answer)
    const event = town.news.at(-1)?.number ?? 0
    const turn = vi.fn()
    // Within the deed: before and behind it others have theirs anyway.
    const besideOthers = async (work: Work) => {
      const others = setInterval(turn, 1)
      await followUp(work, { event })
      clearInterval(others)
    }
    await town.does(system, besideOthers, null)
    expect(turn).toHaveBeenCalled()
    expect(await toldOf(`idea:${ideaId}`)).toEqual(idsOf([renate, ...followers]))
    const { read } = town.platform.database
    const mails = await read.selectFrom('mail').select('id').where('kind', '=', 'idea-answered').execute()
    expect(mails).toHaveLength(crowd + 1)
  })
})
