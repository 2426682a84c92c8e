import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, guest } from '#app/domain/actor.ts'
import { getContribution, saveContribution } from '#app/domain/conversations/contribution.server.ts'
import { hide } from '#app/domain/conversations/contribution.ts'
import { findContributionPlace, listVersions } from '#app/domain/conversations/place.server.ts'
import { react } from '#app/domain/conversations/react.server.ts'
import { markRead } from '#app/domain/conversations/reading.server.ts'
import { deleteContribution, editContribution } from '#app/domain/conversations/revise.server.ts'
import type { Work } from '#app/domain/run.server.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { openTalk, reads, say, type Talk } from './talk.ts'

describe.each(databases)('second thoughts on $name', (database) => {
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
    town.now = '2027-03-10T09:00:00.000Z'
    talk = await openTalk(town, renate)
  })
  afterAll(() => town.close())

  test('the first quarter of an hour is free; later every earlier text stays readable', async () => {
    const { id: contributionId } = await say(town, leo, talk)
    const before = 'Ich bin dafür, weil im Keller Schimmel ist.'
    town.now = '2027-03-10T09:15:00.000Z'
    await town.does(leo, editContribution, { contributionId, text: before, version: 1 })
    const early = await getContribution(town.ask().db, contributionId)
    expect([early.editedAt, await listVersions(town.ask(), early)]).toEqual([null, []])

    town.now = '2027-03-10T09:15:01.000Z'
    await town.does(leo, editContribution, { contributionId, text: 'Ich bin sehr dafür.', version: 2 })
    const late = await getContribution(town.ask().db, contributionId)
    expect(late.editedAt).toBe(town.now)
    expect(await listVersions(town.ask(), late)).toMatchObject([{ number: 1, html: `<p>${before}</p>\n` }])
    expect((await reads(town, guest, talk)).contributions[0]).toMatchObject({ edited: true })
  })

  test('nobody edits for somebody else, and who edits an old text is told', async () => {
    const { id: contributionId } = await say(town, leo, talk)
    const text = 'Ich bin dagegen.'
    expect(await town.tries(renate, editContribution, { contributionId, text, version: 1 })).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    await town.does(leo, editContribution, { contributionId, text, version: 1 })
    expect(await town.tries(leo, editContribution, { contributionId, text, version: 1 })).toMatchObject({
      refusal: { reason: 'somebody_was_faster' },
    })
  })

  test('who deletes takes the words away for good; number and replies stay', async () => {
    const { id: contributionId } = await say(town, leo, talk, { text: 'Mein Keller ist am Markt.' })
    await say(town, renate, talk, { parentId: contributionId, text: 'Danke dafür.' })
    town.now = '2027-03-11T09:00:00.000Z'
    await town.does(leo, editContribution, { contributionId, text: 'Mein Keller ist weg.', version: 1 })
    await town.does(leo, deleteContribution, { contributionId })
    const [root] = (await reads(town, leo, talk, 'reasons')).contributions
    expect(root).toMatchObject({ number: 1, gone: 'deleted', html: '', author: { name: null } })
    expect(root?.replies).toMatchObject([{ number: 2, html: '<p>Danke dafür.</p>\n' }])
    const rows = await town.ask().db.selectFrom('contribution').select(['text', 'html']).execute()
    const versions = await town.ask().db.selectFrom('contributionVersion').select('text').execute()
    expect(JSON.stringify([rows, versions])).not.toContain('Keller ist')
    expect(await town.tries(leo, deleteContribution, { contributionId })).toMatchObject({
      refusal: { reason: 'contribution_gone' },
    })
  })

  test('a hidden text is read by its author and moderators alone; its place says so to all', async () => {
    const dieter = await town.person('Dieter', { role: 'moderator' })
    const { id, publicNumber } = await say(town, leo, talk, { text: 'Alle dort sind Betrüger.' })
    await town.does(dieter, hideIt, { contributionId: id })
    for (const [who, words] of [
      [guest, false],
      [renate, false],
      [leo, true],
      [dieter, true],
    ] as const) {
      const [one] = (await reads(town, who, talk)).contributions
      expect(one?.gone).toBe('hidden')
      expect(JSON.stringify(one).includes('Betrüger')).toBe(words)
      expect(JSON.stringify(one).includes('Leo')).toBe(words)
    }
    expect((await findContributionPlace(town.ask(), publicNumber)).anchor).toBe('b1')
  })

  test('numbers lead nobody: a count shows from three on and after one’s own choice', async () => {
    const { id: contributionId } = await say(town, leo, talk)
    const people = await Promise.all(['Ada', 'Bo', 'Cem'].map((name) => town.person(name)))
    const shown = async (who: Actor) =>
      (await reads(town, who, talk)).contributions[0]?.reactions.understandable
    const wish = { contributionId, kind: 'understandable', wish: 'on' } as const
    for (const person of people.slice(0, 2)) await town.does(person, react, wish)
    expect(await shown(people[0] as Actor)).toEqual({ own: true, count: null })
    await town.does(people[2] as Actor, react, wish)
    await town.does(people[2] as Actor, react, wish)
    expect(await shown(people[2] as Actor)).toEqual({ own: true, count: 3 })
    expect(await shown(renate)).toEqual({ own: false, count: null })
    await town.does(people[0] as Actor, react, { ...wish, wish: 'off' })
    expect(await shown(people[0] as Actor)).toEqual({ own: false, count: null })
    expect(await town.tries(leo, react, wish)).toMatchObject({ refusal: { reason: 'reaction_on_own' } })
    expect(await town.tries(guest, react, wish)).toMatchObject({ refusal: { reason: 'sign_in_first' } })
  })

  test('what is new is counted from where one stopped reading, without a word in the event log', async () => {
    await say(town, leo, talk)
    await say(town, leo, talk)
    expect((await reads(town, renate, talk)).firstUnread).toBeNull()
    const events = town.news.length
    await town.does(renate, markRead, { conversationId: talk.conversationId, upTo: 1 })
    expect(town.news.length).toBe(events)
    const { firstUnread, contributions } = await reads(town, renate, talk)
    expect(firstUnread).toBe(2)
    expect(contributions.map((one) => one.isNew)).toEqual([false, true])
    await town.does(renate, markRead, { conversationId: talk.conversationId, upTo: 999 })
    expect((await reads(town, renate, talk)).firstUnread).toBeNull()
    await say(town, leo, talk)
    expect((await reads(town, renate, talk)).firstUnread).toBe(3)
    expect((await reads(town, leo, talk)).firstUnread).toBeNull()
  })
})

async function hideIt(work: Work, { contributionId }: { contributionId: string }): Promise<void> {
  const contribution = await getContribution(work.tx, contributionId)
  await saveContribution(work, hide(contribution, work.now))
}
