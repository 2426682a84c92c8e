// What goes wrong while several work on one text: nothing is lost, and everybody is shown a way on.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getClause } from '#app/domain/standards/clause.server.ts'
import { readAmendment } from '#app/domain/standards/collisions.server.ts'
import { decideAmendment } from '#app/domain/standards/decide.server.ts'
import { addClause, editClause, mergeWithToday, strikeClause } from '#app/domain/standards/draft.server.ts'
import { proposeAmendment } from '#app/domain/standards/propose.server.ts'
import { clauseForm } from '#app/domain/standards/standards.form.ts'
import { findClause } from '#app/domain/standards/view.server.ts'
import { readForm } from '#app/http/form.ts'
import { databases } from '#tests/databases.ts'
import { keyClause, openWorkshop, type Workshop } from './workshop.ts'

describe.each(databases)('a bad day in the workshop on $name', (database) => {
  let town: Workshop
  beforeAll(async () => {
    town = await openWorkshop(database)
  })
  afterAll(() => town?.close())

  const change = (clauseId: string, text: string, baseVersion: number) => ({
    standardId: town.standardId,
    reason: 'Damit sich alle darauf verlassen.',
    parts: [{ kind: 'change' as const, clauseId, sectionId: null, afterClauseId: null, baseVersion, text }],
  })
  const write = async (text: string) =>
    (await town.does(town.editor, addClause, { sectionId: town.sectionId, text })).id

  test('an editor who writes while an amendment is adopted is shown both, merged where they fit', async () => {
    const clauseId = await write(keyClause)
    const early = keyClause.replace('rechtzeitig', 'einen Tag vorher')
    const { id: amendmentId } = await town.does(town.leo, proposeAmendment, change(clauseId, early, 1))
    const adopted = { amendmentId, outcome: 'adopted', decision: '5 Ja, 1 Nein.' } as const
    await town.does(town.chair, decideAmendment, adopted)
    const mine = { clauseId, text: keyClause.replace('am Tag danach', 'am selben Abend'), baseVersion: 1 }
    expect(await town.tries(town.editor, editClause, mine)).toMatchObject({
      refusal: { reason: 'clause_changed_meanwhile' },
    })
    const { merge, base, today } = await mergeWithToday(town.ask(), mine)
    expect(base).toBe(keyClause)
    expect(merge.text).toBe(early.replace('am Tag danach', 'am selben Abend'))
    await town.does(town.editor, editClause, { ...mine, text: merge.text ?? '', baseVersion: today.version })
    expect((await getClause(town.ask().db, clauseId)).text).toBe(merge.text)
    // Other words in the same place are never chosen between: both stand there for a human.
    const clash = { ...mine, text: keyClause.replace('rechtzeitig', 'sehr früh') }
    expect((await mergeWithToday(town.ask(), clash)).merge).toMatchObject({ text: null })
  })

  test('an amendment on an old version is rebased where it fits, and asks where it does not', async () => {
    const clauseId = await write(keyClause)
    const newer = keyClause.replace('rechtzeitig', 'früh')
    await town.does(town.editor, editClause, { clauseId, text: newer, baseVersion: 1 })
    const fits = change(clauseId, keyClause.replace('am Tag danach', 'am Abend'), 1)
    const clashes = change(clauseId, keyClause.replace('rechtzeitig', 'spät'), 1)
    const { number: fit } = await town.does(town.leo, proposeAmendment, fits)
    const { number: clash, id } = await town.does(town.leo, proposeAmendment, clashes)
    const partOf = async (number: number) =>
      (await readAmendment(town.ask(), { id: town.standardId }, number)).parts[0]
    expect(await partOf(fit)).toMatchObject({
      rebased: true,
      merge: { text: newer.replace('am Tag danach', 'am Abend') },
    })
    expect(await partOf(clash)).toMatchObject({ rebased: true, merge: { text: null } })
    const adopted = { amendmentId: id, outcome: 'adopted', decision: '5 Ja, 1 Nein.' } as const
    expect(await town.does(town.chair, decideAmendment, adopted)).toEqual({ state: 'to_settle' })
    expect((await getClause(town.ask().db, clauseId)).text).toBe(newer)
  })

  test('an amendment with a number beyond all numbers is not there', async () => {
    for (const number of [0, 2 ** 31, 1.5, Number.NaN])
      await expect(readAmendment(town.ask(), { id: town.standardId }, number)).rejects.toMatchObject({
        reason: 'not_found',
      })
  })

  test('a clause struck under its talk stays to be found, and is neither edited nor amended any more', async () => {
    const clauseId = await write('Das fällt wieder weg.')
    await town.does(town.editor, strikeClause, { clauseId })
    const { clause } = await findClause(town.ask(), { id: town.standardId }, clauseId)
    expect(clause).toMatchObject({ place: null, text: 'Das fällt wieder weg.' })
    const edit = { clauseId, text: 'Doch nicht.', baseVersion: 1 }
    expect(await town.tries(town.editor, editClause, edit)).toMatchObject({
      refusal: { reason: 'clause_struck' },
    })
    expect(await town.tries(town.leo, proposeAmendment, change(clauseId, 'Anders.', 1))).toMatchObject({
      refusal: { reason: 'clause_struck' },
    })
  })

  test('a clause of 100 kilobytes is refused by its field, and hostile Markdown is shown as typed', async () => {
    const posted = new FormData()
    posted.set('version', '1')
    posted.set('text', 'Wort '.repeat(20_000))
    const form = await readForm(clauseForm, posted)
    expect(form).toMatchObject({ ok: false, typed: { text: posted.get('text') } })
    expect(form.ok ? null : form.problems).toHaveProperty('text')
    const hostile = '<script>alert(1)</script> [hier](javascript:alert(1)) <img src=x onerror=alert(1)>'
    const { html, text } = await getClause(town.ask().db, await write(hostile))
    expect(text).toBe(hostile)
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toMatch(/<script|<img|href="javascript/i)
  })
})
