import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getClause, listStanding } from '#app/domain/standards/clause.server.ts'
import { plainIsOutdated } from '#app/domain/standards/clause.ts'
import {
  addClause,
  editClause,
  joinClauses,
  mergeWithToday,
  moveClause,
  splitClause,
  strikeClause,
  writePlain,
} from '#app/domain/standards/draft.server.ts'
import { stageSection } from '#app/domain/standards/section.server.ts'
import { foundStandard, getReadableStandard } from '#app/domain/standards/standard.server.ts'
import { databases } from '#tests/databases.ts'
import { keyClause, lightClause, openWorkshop, type Workshop } from './workshop.ts'

describe.each(databases)('drafting on $name', (database) => {
  let shop: Workshop
  beforeAll(async () => {
    shop = await openWorkshop(database)
  })
  afterAll(() => shop?.close())
  const texts = async () =>
    (await listStanding(shop.ask().db, shop.sectionId)).map(({ place, text }) => [place, text])

  test('a standard is read by its drafting group alone until it is published, and has an address of its own', async () => {
    await shop.does(shop.chair, foundStandard, {
      slug: 'erreichbar',
      title: 'Erreichbar und verständlich',
      about: 'Noch leer.',
      bodySlug: 'ag-standards',
    })
    await expect(getReadableStandard(shop.ask(shop.leo), 'erreichbar')).rejects.toMatchObject({
      reason: 'not_found',
    })
    expect((await getReadableStandard(shop.ask(shop.coEditor), 'erreichbar')).title).toBe(
      'Erreichbar und verständlich',
    )
    expect((await getReadableStandard(shop.ask(), 'zusammenarbeit')).publishedAt).not.toBeNull()
    const again = { slug: 'erreichbar', title: 'Noch einmal', about: 'Wieder.', bodySlug: 'ag-standards' }
    expect(await shop.tries(shop.chair, foundStandard, again)).toMatchObject({
      refusal: { reason: 'address_taken' },
    })
    expect(await shop.tries(shop.leo, foundStandard, again)).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
  })

  test('only the drafting group writes clauses', async () => {
    const clause = { sectionId: shop.sectionId, text: 'Von außen.' }
    expect(await shop.tries(shop.leo, addClause, clause)).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    expect(await shop.tries(shop.chair, addClause, clause)).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    expect(await texts()).toEqual([
      [1, keyClause],
      [2, lightClause],
    ])
  })

  test('two editors at once: the second is shown both versions and what merges by itself; nothing is overwritten', async () => {
    const first = keyClause.replace('rechtzeitig', 'einen Tag vorher')
    const second = keyClause.replace('am Tag danach', 'am selben Abend')
    await shop.does(shop.editor, editClause, { clauseId: shop.clauseId, text: first, baseVersion: 1 })
    const late = { clauseId: shop.clauseId, text: second, baseVersion: 1 }
    expect(await shop.tries(shop.coEditor, editClause, late)).toMatchObject({
      refusal: { reason: 'clause_changed_meanwhile' },
    })
    const { today, merge } = await mergeWithToday(shop.ask(shop.coEditor), late)
    expect(merge.text).toBe(first.replace('am Tag danach', 'am selben Abend'))
    await shop.does(shop.coEditor, editClause, {
      clauseId: shop.clauseId,
      text: merge.text ?? '',
      baseVersion: today.version,
    })
    expect((await getClause(shop.ask().db, shop.clauseId)).version).toBe(3)
  })

  test('a twin in plain language grows old with new words', async () => {
    await shop.does(shop.editor, writePlain, {
      clauseId: shop.nextClauseId,
      text: 'Machen Sie das Licht aus.',
    })
    expect(plainIsOutdated(await getClause(shop.ask().db, shop.nextClauseId))).toBe(false)
    const text = lightClause.replace('Licht', 'Licht überall')
    await shop.does(shop.editor, editClause, { clauseId: shop.nextClauseId, text, baseVersion: 1 })
    expect(plainIsOutdated(await getClause(shop.ask().db, shop.nextClauseId))).toBe(true)
  })

  test('moving, splitting, joining and striking keep numbers without gaps, and every version readable', async () => {
    const { secondId } = await shop.does(shop.editor, splitClause, {
      clauseId: shop.nextClauseId,
      first: 'Wer zuletzt geht, macht das Licht aus.',
      second: 'Wer zuletzt geht, schließt die Fenster.',
    })
    await shop.does(shop.editor, moveClause, { clauseId: secondId, by: -1 })
    expect((await texts()).map(([place, text]) => [place, String(text).slice(0, 24)])).toEqual([
      [1, 'Wer einen Raum gebucht h'],
      [2, 'Wer zuletzt geht, schlie'],
      [3, 'Wer zuletzt geht, macht '],
    ])
    await shop.does(shop.editor, moveClause, { clauseId: shop.nextClauseId, by: 1 })
    await shop.does(shop.editor, joinClauses, {
      clauseId: secondId,
      intoId: shop.nextClauseId,
      text: 'Wer zuletzt geht, macht das Licht aus und schließt die Fenster.',
    })
    const { id } = await shop.does(shop.editor, addClause, { sectionId: shop.sectionId, text: 'Zu viel.' })
    await shop.does(shop.editor, strikeClause, { clauseId: id })
    expect((await texts()).map(([place]) => place)).toEqual([1, 2])
    expect(await getClause(shop.ask().db, secondId)).toMatchObject({
      place: null,
      joinedIntoId: shop.nextClauseId,
    })
    expect(await shop.tries(shop.editor, strikeClause, { clauseId: id })).toMatchObject({
      refusal: { reason: 'clause_struck' },
    })
    const versions = await shop
      .ask()
      .db.selectFrom('clauseVersion')
      .select(['number', 'how'])
      .where('clauseId', '=', shop.nextClauseId)
      .orderBy('number')
      .execute()
    expect(versions.map(({ how }) => how)).toEqual(['drafted', 'edited', 'split', 'joined'])
  })

  test('a section goes on by a word of the group; a citizen’s word moves nothing', async () => {
    const stage = { sectionId: shop.sectionId, stage: 'consulted' as const }
    expect(await shop.tries(shop.leo, stageSection, stage)).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    await shop.does(shop.editor, stageSection, stage)
    const stages = (await listStanding(shop.ask().db, shop.sectionId)).map((clause) => clause.stage)
    expect(stages).toEqual(['consulted', 'consulted'])
  })
})
