import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guest } from '#app/domain/actor.ts'
import { editIdea, tagIdea } from '#app/domain/ideas/edit.server.ts'
import { followGuestIdea, getGuestIdea } from '#app/domain/ideas/guest.server.ts'
import { enterForSomebody, postIdea, withdrawIdea } from '#app/domain/ideas/idea.server.ts'
import { followIdea, supportIdea, unfollowIdea, unsupportIdea } from '#app/domain/ideas/support.server.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { ideaRow, postedBy, postedByGuest, rehearsalRoom } from './people.ts'

describe.each(databases)('people around an idea on $name', (database) => {
  let town: TestTown
  beforeAll(async () => {
    town = await openTestTown(database)
  })
  afterAll(() => town.close())

  const followers = async (id: string) =>
    (
      await town.platform.database.read
        .selectFrom('follow')
        .select('accountId')
        .where('subject', '=', `idea:${id}`)
        .execute()
    ).map((row) => row.accountId)

  test('support counts a person once, never the author, and can be taken back', async () => {
    const renate = await town.person('Renate')
    const [leo, elif] = [await town.person('Leo'), await town.person('Elif')]
    const { id } = await postedBy(town, renate)
    expect(await town.tries(renate, supportIdea, { ideaId: id })).toMatchObject({
      refusal: { reason: 'own_idea_supported' },
    })
    expect(await town.tries(guest, supportIdea, { ideaId: id })).toMatchObject({
      refusal: { reason: 'sign_in_first' },
    })
    const all = await Promise.all(['Ayşe', 'Cem', 'Dora', 'Emil', 'Frieda'].map((name) => town.person(name)))
    await Promise.all(
      [leo, elif, leo, ...all].map((person) => town.does(person, supportIdea, { ideaId: id })),
    )
    expect((await ideaRow(town, id)).supportCount).toBe(7)
    expect(await followers(id)).toContain(leo.accountId)
    await town.does(leo, unsupportIdea, { ideaId: id })
    await Promise.all(all.map((person) => town.does(person, unsupportIdea, { ideaId: id })))
    expect((await ideaRow(town, id)).supportCount).toBe(1)
  })

  test('support does not collide with the author’s edit', async () => {
    const renate = await town.person('Renate')
    const leo = await town.person('Leo')
    const { id } = await postedBy(town, renate)
    const words = {
      ideaId: id,
      title: 'Probenraum mit Rampe',
      text: rehearsalRoom.text,
      district: 'ganz',
      language: 'de',
    }
    await Promise.all([town.does(leo, supportIdea, { ideaId: id }), town.does(renate, editIdea, words)])
    expect(await ideaRow(town, id)).toMatchObject({ supportCount: 1, title: 'Probenraum mit Rampe' })
  })

  test('a withdrawn idea takes no support; one that waits is not to be found', async () => {
    const renate = await town.person('Renate')
    const leo = await town.person('Leo')
    const { id } = await postedBy(town, renate)
    await town.does(renate, withdrawIdea, { ideaId: id, reason: 'Der Chor hat einen Raum.' })
    expect(await town.tries(leo, supportIdea, { ideaId: id })).toMatchObject({
      refusal: { reason: 'idea_not_open' },
    })
    const waiting = await postedByGuest(town)
    expect(await town.tries(leo, supportIdea, { ideaId: waiting.id })).toMatchObject({
      refusal: { reason: 'not_found' },
    })
    expect(await town.tries(leo, followIdea, { ideaId: waiting.id })).toMatchObject({
      refusal: { reason: 'not_found' },
    })
  })

  test('one follows and stops following', async () => {
    const leo = await town.person('Leo')
    const { id } = await postedBy(town, await town.person('Renate'))
    await town.does(leo, followIdea, { ideaId: id })
    expect(await followers(id)).toContain(leo.accountId)
    await town.does(leo, unfollowIdea, { ideaId: id })
    expect(await followers(id)).not.toContain(leo.accountId)
  })

  test('the author’s new words become a version; the old ones stay readable, with who and when', async () => {
    const renate = await town.person('Renate')
    const leo = await town.person('Leo')
    const { id } = await postedBy(town, renate)
    const words = {
      ideaId: id,
      title: 'Probenraum mit Rampe',
      text: 'Der Raum braucht eine **Rampe**.',
      district: 'welper',
      language: 'de',
    }
    expect(await town.tries(leo, editIdea, words)).toMatchObject({ refusal: { reason: 'not_allowed' } })
    town.now = '2027-03-11T09:00:00.000Z'
    await town.does(renate, editIdea, words)
    await town.does(renate, editIdea, words)
    const versions = await town.platform.database.read
      .selectFrom('ideaVersion')
      .select(['number', 'title', 'byId', 'at'])
      .where('ideaId', '=', id)
      .orderBy('number')
      .execute()
    expect(versions).toEqual([
      { number: 1, title: rehearsalRoom.title, byId: renate.accountId, at: '2027-03-10T09:00:00.000Z' },
      { number: 2, title: words.title, byId: renate.accountId, at: town.now },
    ])
    expect((await ideaRow(town, id)).html).toContain('<strong>Rampe</strong>')
  })

  test('moderators tag an idea with goals of the plan', async () => {
    const dieter = await town.person('Dieter', { role: 'moderator' })
    const renate = await town.person('Renate')
    const { id } = await postedBy(town, renate)
    const goalsOf = async () =>
      (
        await town.platform.database.read
          .selectFrom('ideaGoal')
          .select('goal')
          .where('ideaId', '=', id)
          .orderBy('goal')
          .execute()
      ).map((row) => row.goal)
    expect(await town.tries(renate, tagIdea, { ideaId: id, goals: ['1.3'] })).toMatchObject({ ok: false })
    expect(await town.tries(dieter, tagIdea, { ideaId: id, goals: ['9.9'] })).toMatchObject({
      refusal: { reason: 'not_found' },
    })
    await town.does(dieter, tagIdea, { ideaId: id, goals: ['1.3', '1.1', '1.3'] })
    expect(await goalsOf()).toEqual(['1.1', '1.3'])
    await town.does(dieter, tagIdea, { ideaId: id, goals: ['2.2'] })
    expect(await goalsOf()).toEqual(['2.2'])
  })

  test('a guest finds the own idea by number and secret word, typed as people type', async () => {
    const leo = await town.person('Leo')
    const { id, number } = await postedByGuest(town, 'linde-tasse-regen-uhr')
    const typed = { number, secret: ' Linde Tasse  regen, Uhr' }
    expect((await getGuestIdea(town.ask(), town.platform, typed)).id).toBe(id)
    for (const wrong of [
      { ...typed, secret: 'linde' },
      { ...typed, number: number + 1000 },
    ]) {
      await expect(getGuestIdea(town.ask(), town.platform, wrong)).rejects.toMatchObject({
        reason: 'secret_wrong',
      })
      expect(await town.tries(leo, followGuestIdea, wrong)).toMatchObject({
        refusal: { reason: 'secret_wrong' },
      })
    }
    await town.does(leo, followGuestIdea, typed)
    expect(await followers(id)).toEqual([leo.accountId])
  })

  test('what came on paper gets the same row of numbers, and who wrote it down is named', async () => {
    const staff = await town.person('Kornfeld', { role: 'staff', scope: 'Kulturbüro' })
    const leo = await town.person('Leo')
    const paper = {
      ...rehearsalRoom,
      source: 'paper',
      authorName: 'Herta Musterfrau',
      secret: 'abc',
    } as const
    expect(await town.tries(leo, enterForSomebody, paper)).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    const before = await postedBy(town, leo)
    const { id, number } = await town.does(staff, enterForSomebody, paper)
    expect(number).toBe(before.number + 1)
    expect(await ideaRow(town, id)).toMatchObject({
      authorId: null,
      authorName: 'Herta Musterfrau',
      source: 'paper',
      state: 'talk',
    })
    const version = await town.platform.database.read
      .selectFrom('ideaVersion')
      .select('byId')
      .where('ideaId', '=', id)
      .executeTakeFirstOrThrow()
    expect(version.byId).toBe(staff.accountId)
  })

  test('a picture needs words and must be one', async () => {
    const renate = await town.person('Renate')
    const bytes = new TextEncoder().encode('kein Bild')
    const withPicture = (alt: string) => ({ ...rehearsalRoom, picture: { bytes, alt } })
    expect(await town.tries(renate, postIdea, withPicture(' '))).toMatchObject({
      refusal: { reason: 'alt_missing' },
    })
    expect(await town.tries(renate, postIdea, withPicture('Eine Rampe'))).toMatchObject({
      refusal: { reason: 'picture_not_readable' },
    })
  })
})
