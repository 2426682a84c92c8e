import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { system } from '#app/domain/actor.ts'
import { getClause } from '#app/domain/standards/clause.server.ts'
import { addClause, editClause, strikeClause } from '#app/domain/standards/draft.server.ts'
import { addSection } from '#app/domain/standards/section.server.ts'
import { clearAside, listAsides } from '#app/domain/standards/workshop/aside.server.ts'
import { openDocument, rewrite, wordsOf } from '#app/domain/standards/workshop/document.server.ts'
import { type KeptDraft, saveDraft } from '#app/domain/standards/workshop/save.server.ts'
import { settleDraft } from '#app/domain/standards/workshop/settle.server.ts'
import { listUnkept } from '#app/domain/standards/workshop/unkept.server.ts'
import { databases } from '#tests/databases.ts'
import { keyClause, lightClause, openWorkshop, type Workshop } from '../workshop.ts'

describe.each(databases)('the draft of a section on $name', (database) => {
  let shop: Workshop
  let at: { sectionId: string; clauseId: string; nextClauseId: string }
  let kept: KeptDraft
  beforeAll(async () => {
    shop = await openWorkshop(database)
  })
  beforeEach(async () => {
    const { standardId } = shop
    const { id: sectionId } = await shop.does(shop.editor, addSection, { standardId, title: 'Räume' })
    const { id: clauseId } = await shop.does(shop.editor, addClause, { sectionId, text: keyClause })
    const { id: nextClauseId } = await shop.does(shop.editor, addClause, { sectionId, text: lightClause })
    at = { sectionId, clauseId, nextClauseId }
    kept = await shop.does(shop.editor, saveDraft, opening())
  })
  afterAll(() => shop.close())
  const opening = () => ({ sectionId: at.sectionId, generation: null, writing: null, writerId: null })
  const writing = (write: (document: Y.Doc) => void, from = kept) => {
    const document = openDocument(from.state)
    write(document)
    return {
      ...{ sectionId: at.sectionId, generation: from.generation, writerId: shop.editor.accountId },
      writing: Y.encodeStateAsUpdate(document),
    }
  }
  const clause = (id = at.clauseId) => getClause(shop.ask().db, id)
  const settle = () => shop.does(system, settleDraft, { sectionId: at.sectionId })
  const live = async (id = at.clauseId) =>
    wordsOf(openDocument((await shop.does(shop.editor, saveDraft, opening())).state), id)

  test('begins with the clauses as they stand, once, however many open it', async () => {
    const again = await shop.does(shop.coEditor, saveDraft, opening())
    expect(again).toEqual(kept)
    expect(kept.open).toEqual([at.clauseId, at.nextClauseId])
    expect([await live(), await live(at.nextClauseId)]).toEqual([keyClause, lightClause])
    expect(await shop.tries(shop.leo, saveDraft, opening())).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
  })

  test('two who save past each other both find their words, and one event stands for each save', async () => {
    const one = writing((document) => document.getText(at.clauseId).insert(0, 'Immer gilt: '))
    const other = writing((document) => document.getText(at.clauseId).insert(keyClause.length, ' Danke.'))
    const before = shop.news.length
    await shop.does(shop.editor, saveDraft, one)
    await shop.does(shop.coEditor, saveDraft, other)
    await shop.does(shop.coEditor, saveDraft, other)
    expect(await live()).toBe(`Immer gilt: ${keyClause} Danke.`)
    expect(await listUnkept(shop.ask(), at.sectionId)).toEqual(new Set())
    expect(shop.news.slice(before).map(({ event }) => event.type)).toEqual(['draft.saved', 'draft.saved'])
    expect((await clause()).version).toBe(1)
    await settle()
    await settle()
    expect(await clause()).toMatchObject({ version: 2, text: `Immer gilt: ${keyClause} Danke.` })
    const version = await shop
      .ask()
      .db.selectFrom('clauseVersion')
      .select(['byId', 'how'])
      .where('clauseId', '=', at.clauseId)
      .where('number', '=', 2)
      .executeTakeFirst()
    expect(version).toEqual({ byId: shop.editor.accountId, how: 'edited' })
    const forgotten = await shop
      .ask()
      .db.selectFrom('sectionDraft')
      .selectAll()
      .where('sectionId', '=', at.sectionId)
      .executeTakeFirst()
    expect(forgotten).toMatchObject({ writerId: null, unsettledSince: null })
  })

  test('a form’s save comes into the live text; where both changed one place the live words wait for a look', async () => {
    await shop.does(
      shop.editor,
      saveDraft,
      writing((document) => rewrite(document, at.clauseId, keyClause.replace('am Tag danach', 'am Montag'))),
    )
    const fits = keyClause.replace('rechtzeitig', 'einen Tag vorher')
    await shop.does(shop.coEditor, editClause, { clauseId: at.clauseId, text: fits, baseVersion: 1 })
    expect(await live()).toBe(fits.replace('am Tag danach', 'am Montag'))
    expect(await listAsides(shop.ask(), at.sectionId)).toEqual([])
    await settle()
    expect((await clause()).text).toBe(fits.replace('am Tag danach', 'am Montag'))

    kept = await shop.does(shop.editor, saveDraft, opening())
    const ours = (await live()).replace('am Montag', 'am Dienstag')
    await shop.does(
      shop.editor,
      saveDraft,
      writing((document) => rewrite(document, at.clauseId, ours)),
    )
    const saved = fits.replace('am Tag danach', 'am Freitag')
    await shop.does(shop.coEditor, editClause, { clauseId: at.clauseId, text: saved, baseVersion: 3 })
    expect(await live()).toBe(saved)
    const [aside, ...more] = await listAsides(shop.ask(), at.sectionId)
    expect(more).toEqual([])
    expect(aside).toMatchObject({ clauseId: at.clauseId, why: 'collided', ours, theirs: saved })
    expect(await shop.tries(shop.leo, clearAside, { asideId: aside?.id ?? '' })).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    await shop.does(shop.editor, clearAside, { asideId: aside?.id ?? '' })
    expect(await listAsides(shop.ask(), at.sectionId)).toEqual([])
  })

  test('new clauses come in; what was written into one that was struck meanwhile is set aside, once, and follows', async () => {
    const { id } = await shop.does(shop.coEditor, addClause, { sectionId: at.sectionId, text: 'Ganz neu.' })
    expect(await live(id)).toBe('Ganz neu.')
    await shop.does(shop.coEditor, strikeClause, { clauseId: at.clauseId })
    await shop.does(
      shop.editor,
      saveDraft,
      writing((document) => document.getText(at.clauseId).insert(0, 'Noch ')),
    )
    await shop.does(
      shop.editor,
      saveDraft,
      writing((document) => document.getText(at.clauseId).insert(0, 'Zuletzt ')),
    )
    const asides = await listAsides(shop.ask(), at.sectionId)
    expect(asides).toHaveLength(1)
    expect(asides[0]).toMatchObject({ why: 'struck', clauseId: at.clauseId })
    for (const word of ['Noch ', 'Zuletzt ']) expect(asides[0]?.ours).toContain(word)
    await settle()
    expect((await clause()).version).toBe(1)
  })

  test('a page of another generation is refused, and what is too short or too long is kept without a version', async () => {
    const stale = { ...writing(() => undefined), generation: 'another' }
    expect(await shop.tries(shop.editor, saveDraft, stale)).toMatchObject({
      refusal: { reason: 'draft_began_anew' },
    })
    const long = 'x'.repeat(20_001)
    await shop.does(
      shop.editor,
      saveDraft,
      writing((document) => {
        rewrite(document, at.clauseId, '')
        rewrite(document, at.nextClauseId, long)
      }),
    )
    await settle()
    expect([await clause(), await clause(at.nextClauseId)].map(({ version }) => version)).toEqual([1, 1])
    expect([await live(), await live(at.nextClauseId)]).toEqual(['', long])
    expect(await listUnkept(shop.ask(), at.sectionId)).toEqual(new Set([at.clauseId, at.nextClauseId]))
  })

  test('a document that remembers far more than it says begins anew with the same words, once nobody writes', async () => {
    let draft = kept
    const document = openDocument(kept.state)
    for (let turn = 0; turn < 4000; turn++) {
      const text = document.getText(at.clauseId)
      text.insert(turn % 50, 'ab')
      text.delete((turn * 7) % 40, 1)
      if (turn % 2 === 1) text.delete((turn * 3) % 40, 2)
    }
    const words = `${document.getText(at.clauseId).toString().slice(0, 90)} Ende.`
    rewrite(document, at.clauseId, words)
    draft = await shop.does(shop.editor, saveDraft, {
      ...{ sectionId: at.sectionId, generation: kept.generation, writerId: null },
      writing: Y.encodeStateAsUpdate(document),
    })
    expect(draft.state.length).toBeGreaterThan(65_536)
    await settle()
    expect((await shop.does(shop.editor, saveDraft, opening())).generation).toBe(kept.generation)
    shop.now = new Date(Date.parse(shop.now) + 30_000).toISOString()
    await settle()
    const after = await shop.does(shop.editor, saveDraft, opening())
    expect(after.generation).not.toBe(kept.generation)
    expect(after.state.length).toBeLessThan(2_000)
    expect(wordsOf(openDocument(after.state), at.clauseId)).toBe(words.trim())
  })
})
