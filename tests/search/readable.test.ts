import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hideIdea, restoreIdea } from '#app/domain/ideas/publish.server.ts'
import type { Piece } from '#app/domain/search/highlight.ts'
import { findJump, searchReadable } from '#app/domain/search/search.server.ts'
import { databases } from '#tests/databases.ts'
import { fillTown, type LivelyTown } from '#tests/pages/lively-town.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'

describe.each(databases)('what one may find, on $name', (database) => {
  let town: TestTown
  let people: LivelyTown

  beforeAll(async () => {
    town = await openTestTown(database)
    people = await fillTown(town)
  })
  afterAll(() => town.close())

  test('an idea and a contribution are found by another form of their word, with the hit marked', async () => {
    const { hits, total, tooMany } = await searchReadable(town.ask(), 'proben', { page: 1 })
    expect({ total, tooMany }).toEqual({ total: 2, tooMany: false })
    const idea = hits.find((hit) => hit.kind === 'idea')
    const contribution = hits.find((hit) => hit.kind === 'contribution')
    expect(idea).toMatchObject({
      number: people.ideas.rooms,
      to: `/ideen/${people.ideas.rooms}`,
      state: 'talk',
    })
    expect(marked(idea?.title)).toEqual(['Probenräume'])
    expect(contribution?.to).toMatch(/^\/beitraege\/\d+$/)
    expect(marked(contribution?.text)).toEqual(['geprobt'])
    expect(words(contribution?.title)).toBe('Probenräume in leeren Läden')
  })

  test('whole words come before words inside longer ones', async () => {
    const { hits } = await searchReadable(town.ask(), 'Laden', { page: 1 })
    const tiers = hits.map((hit) => hit.tier)
    expect(tiers).toEqual([...tiers].sort().reverse())
    expect(tiers).toContain('fragments')
  })

  test('one kind alone can be asked for', async () => {
    const { hits } = await searchReadable(town.ask(), 'proben', { page: 1, kind: 'contribution' })
    expect(hits.map((hit) => hit.kind)).toEqual(['contribution'])
  })

  test('a hidden idea is found by nobody, and again when it is restored', async () => {
    const find = () => searchReadable(town.ask(), 'Nebelkrähe', { page: 1 })
    expect((await find()).total).toBe(0)
    expect(await findJump(town.ask(), `Idee ${people.ideas.hidden}`)).toMatchObject({ there: false })
    const { id } = await town.platform.database.read
      .selectFrom('idea')
      .select('id')
      .where('number', '=', people.ideas.hidden ?? 0)
      .executeTakeFirstOrThrow()
    await town.does(people.moderator, restoreIdea, { ideaId: id, measureId: town.platform.newId() })
    expect((await find()).total).toBe(1)
    await town.does(people.moderator, hideIdea, { ideaId: id, measureId: town.platform.newId() })
    expect((await find()).total).toBe(0)
  })

  test('even a text left in the index by mistake is shown to nobody who may not read it', async () => {
    const db = town.platform.database.write
    const idea = await db
      .selectFrom('idea')
      .select(['id', 'state'])
      .where('number', '=', people.ideas.bus ?? 0)
      .executeTakeFirstOrThrow()
    const find = async () => (await searchReadable(town.ask(), 'Nachtbus', { page: 1 })).total
    expect(await find()).toBe(1)
    await db.updateTable('idea').set({ state: 'hidden' }).where('id', '=', idea.id).execute()
    expect(await find()).toBe(0)
    await db.updateTable('idea').set({ state: idea.state }).where('id', '=', idea.id).execute()
  })

  test('nothing asked finds nothing', async () => {
    for (const typed of ['', '   ', '"', '()', '*']) {
      expect(await searchReadable(town.ask(), typed, { page: 1 })).toEqual({
        hits: [],
        total: 0,
        tooMany: false,
      })
    }
    expect((await searchReadable(town.ask(), 'proben', { page: 99_999 })).hits).toEqual([])
  })

  test('a number leads to its thing when it is there', async () => {
    expect(await findJump(town.ask(), '#6')).toMatchObject({ to: '/ideen/6', certain: true, there: true })
    expect(await findJump(town.ask(), 'Beitrag 1')).toMatchObject({ to: '/beitraege/1', there: true })
    expect(await findJump(town.ask(), 'Idee 999')).toMatchObject({ there: false })
    expect(await findJump(town.ask(), 'Proberaum')).toBeNull()
  })
})

function words(pieces: readonly Piece[] = []): string {
  return pieces.map((piece) => piece.text).join('')
}

function marked(pieces: readonly Piece[] = []): readonly string[] {
  return pieces.filter((piece) => piece.marked).map((piece) => piece.text)
}
