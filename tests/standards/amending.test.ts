import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { searchReadable } from '#app/domain/search/search.server.ts'
import { adoptSections, listVersions } from '#app/domain/standards/adoption.server.ts'
import { getAmendment, partsOf } from '#app/domain/standards/amendment-rows.server.ts'
import { listAmendmentsTo } from '#app/domain/standards/amendment-view.server.ts'
import {
  answerAmendment,
  cosignAmendment,
  recommendOnAmendment,
  reopenAmendment,
  withdrawAmendment,
} from '#app/domain/standards/amendments.server.ts'
import { getClause, listStanding } from '#app/domain/standards/clause.server.ts'
import { compareAmendments, readAmendment } from '#app/domain/standards/collisions.server.ts'
import { decideAmendment, settleAmendment } from '#app/domain/standards/decide.server.ts'
import { editClause } from '#app/domain/standards/draft.server.ts'
import { proposeAmendment } from '#app/domain/standards/propose.server.ts'
import { indexOlder } from '#db/migrations/063-index-older.ts'
import { doJobs } from '#server/jobs.ts'
import { databases } from '#tests/databases.ts'
import { forgetIndex } from '#tests/search/forget-index.ts'
import { keyClause, lightClause, openWorkshop, type Workshop } from './workshop.ts'

const threeDays = keyClause.replace('rechtzeitig', 'spätestens 3 Tage vorher')
const sevenDays = keyClause.replace('rechtzeitig', '7 Tage vorher')
const sameEvening = keyClause.replace('am Tag danach', 'am selben Abend')

describe.each(databases)('amendments on $name', (database) => {
  let shop: Workshop
  beforeAll(async () => {
    shop = await openWorkshop(database)
  })
  afterAll(() => shop?.close())
  // Every story starts from the same words.
  beforeEach(async () => {
    const clause = await getClause(shop.ask().db, shop.clauseId)
    await shop.does(shop.editor, editClause, {
      clauseId: clause.id,
      text: keyClause,
      baseVersion: clause.version,
    })
  })

  const change = async (by: Workshop['leo'], text: string) => {
    const { version } = await getClause(shop.ask().db, shop.clauseId)
    return shop.does(by, proposeAmendment, {
      standardId: shop.standardId,
      reason: 'Damit sich alle darauf verlassen.',
      parts: [
        {
          kind: 'change',
          clauseId: shop.clauseId,
          sectionId: null,
          afterClauseId: null,
          baseVersion: version,
          text,
        },
      ],
    })
  }
  const textNow = async () => (await getClause(shop.ask().db, shop.clauseId)).text
  const decide = (amendmentId: string, outcome: 'adopted' | 'adopted_changed' | 'rejected') =>
    shop.does(shop.chair, decideAmendment, { amendmentId, outcome, decision: '12 Ja, 3 Nein, 1 Enthaltung.' })

  test('a clause shows twenty amendments, open ones first, and counts them all', async () => {
    const shown = () =>
      listAmendmentsTo(shop.ask(), { id: shop.standardId }, shop.clauseId).then((found) => ({
        ...found,
        shown: found.shown.map(({ state }) => state),
      }))
    const before = await shown()
    const made: string[] = []
    for (let turn = 0; turn < 22; turn++)
      made.push((await change(shop.leo, keyClause.replace('rechtzeitig', `${turn + 2} Tage vorher`))).id)
    const withdrawn = made.slice(0, 3)
    for (const amendmentId of withdrawn) await shop.does(shop.leo, withdrawAmendment, { amendmentId })
    const after = await shown()
    expect([after.count - before.count, after.open - before.open]).toEqual([22, 19])
    expect(after.shown).toHaveLength(20)
    const firstClosed = after.shown.indexOf('withdrawn')
    expect(firstClosed === -1 ? after.shown.length : firstClosed).toBe(Math.min(20, after.open))
    for (const amendmentId of made.slice(3)) await shop.does(shop.leo, withdrawAmendment, { amendmentId })
  })

  test('anybody with an account proposes; a guest signs in first; unchanged words are no amendment', async () => {
    const { id, number } = await change(shop.leo, threeDays)
    expect(number).toBeGreaterThan(0)
    const same = {
      standardId: shop.standardId,
      reason: 'Ohne Änderung.',
      parts: [
        {
          kind: 'change' as const,
          clauseId: shop.clauseId,
          sectionId: null,
          afterClauseId: null,
          baseVersion: null,
          text: keyClause,
        },
      ],
    }
    expect(await shop.tries(shop.leo, proposeAmendment, same)).toMatchObject({
      refusal: { reason: 'amendment_changes_nothing' },
    })
    expect(await shop.tries(shop.ask().actor, proposeAmendment, same)).toMatchObject({
      refusal: { reason: 'sign_in_first' },
    })
    await shop.does(shop.leo, withdrawAmendment, { amendmentId: id })
  })

  test('the editors change it, its author keeps the own words, and the table takes the changed ones', async () => {
    const { id } = await change(shop.leo, threeDays)
    const [part] = await partsOf(shop.ask().db, id)
    const changed = keyClause.replace('rechtzeitig', '2 Tage vorher')
    const recommendation = {
      amendmentId: id,
      recommendation: 'adopt_changed' as const,
      reason: 'Drei Tage sind zu lang.',
      texts: { [part?.id ?? '']: changed },
    }
    expect(await shop.tries(shop.leo, recommendOnAmendment, recommendation)).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    await shop.does(shop.editor, recommendOnAmendment, recommendation)
    expect(
      await shop.tries(shop.renate, answerAmendment, { amendmentId: id, answer: 'agreed' }),
    ).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    await shop.does(shop.leo, answerAmendment, { amendmentId: id, answer: 'kept' })
    await decide(id, 'adopted_changed')
    expect(await textNow()).toBe(changed)
    const version = await shop
      .ask()
      .db.selectFrom('clauseVersion')
      .selectAll()
      .where('clauseId', '=', shop.clauseId)
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow()
    expect(version).toMatchObject({
      how: 'amended',
      amendmentId: id,
      decision: '12 Ja, 3 Nein, 1 Enthaltung.',
    })
  })

  test('two changes at different places both come in, though the second was written on the old words', async () => {
    const one = await change(shop.leo, threeDays)
    const other = await change(shop.renate, sameEvening)
    await decide(one.id, 'adopted')
    await decide(other.id, 'adopted')
    expect(await textNow()).toBe(threeDays.replace('am Tag danach', 'am selben Abend'))
  })

  test('two changes of the same words: known beforehand; the second waits for a human, and the text stays', async () => {
    const one = await change(shop.leo, threeDays)
    const other = await change(shop.renate, sevenDays)
    const standard = { id: shop.standardId }
    expect((await readAmendment(shop.ask(), standard, other.number)).collides).toEqual([one.number])
    const compared = await compareAmendments(shop.ask(), standard)
    const told = (number: number) => compared.find((amendment) => amendment.number === number)?.collides
    expect([told(one.number), told(other.number)]).toEqual([[other.number], [one.number]])
    await decide(one.id, 'adopted')
    expect(await decide(other.id, 'adopted')).toEqual({ state: 'to_settle' })
    expect(await textNow()).toBe(threeDays)
    const [part] = await partsOf(shop.ask().db, other.id)
    const settled = keyClause.replace('rechtzeitig', 'spätestens 7 Tage vorher')
    const settling = { amendmentId: other.id, texts: { [part?.id ?? '']: settled } }
    expect(await shop.tries(shop.leo, settleAmendment, settling)).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    await shop.does(shop.editor, settleAmendment, settling)
    expect(await textNow()).toBe(settled)
    expect((await getAmendment(shop.ask().db, other.id)).state).toBe('adopted')
  })

  test('rejected it stays readable with its reason and may come back; the text stays', async () => {
    const { id } = await change(shop.leo, threeDays)
    await decide(id, 'rejected')
    expect(await textNow()).toBe(keyClause)
    expect(await getAmendment(shop.ask().db, id)).toMatchObject({
      state: 'rejected',
      decision: '12 Ja, 3 Nein, 1 Enthaltung.',
    })
    await shop.does(shop.leo, reopenAmendment, { amendmentId: id })
    expect((await getAmendment(shop.ask().db, id)).state).toBe('proposed')
    await shop.does(shop.leo, withdrawAmendment, { amendmentId: id })
  })

  test('people sign along once, and take it back; the author cannot sign twice', async () => {
    const { id } = await change(shop.leo, threeDays)
    for (const by of [shop.renate, shop.renate, shop.leo]) {
      await shop.does(by, cosignAmendment, { amendmentId: id, on: true })
    }
    const count = async () =>
      (await shop.ask().db.selectFrom('cosignature').selectAll().where('amendmentId', '=', id).execute())
        .length
    expect(await count()).toBe(1)
    await shop.does(shop.renate, cosignAmendment, { amendmentId: id, on: false })
    expect(await count()).toBe(0)
    await shop.does(shop.leo, withdrawAmendment, { amendmentId: id })
  })

  test('a new clause comes in behind the one its author named; a strike of changed words waits', async () => {
    const insert = await shop.does(shop.leo, proposeAmendment, {
      standardId: shop.standardId,
      reason: 'Der Kasten hängt zu hoch.',
      parts: [
        {
          kind: 'insert',
          clauseId: null,
          sectionId: shop.sectionId,
          afterClauseId: shop.clauseId,
          baseVersion: null,
          text: 'Der Schlüssel-Kasten ist im Sitzen erreichbar.',
        },
      ],
    })
    const strike = await shop.does(shop.leo, proposeAmendment, {
      standardId: shop.standardId,
      reason: 'Das versteht sich von selbst.',
      parts: [
        {
          kind: 'strike',
          clauseId: shop.nextClauseId,
          sectionId: null,
          afterClauseId: null,
          baseVersion: null,
          text: '',
        },
      ],
    })
    await decide(insert.id, 'adopted')
    const order = (await listStanding(shop.ask().db, shop.sectionId)).map(({ text }) => text.slice(0, 12))
    expect(order).toEqual(['Wer einen Ra', 'Der Schlüsse', 'Wer zuletzt '])
    const { version } = await getClause(shop.ask().db, shop.nextClauseId)
    await shop.does(shop.editor, editClause, {
      clauseId: shop.nextClauseId,
      text: `${lightClause} Auch im Keller.`,
      baseVersion: version,
    })
    expect(await decide(strike.id, 'adopted')).toEqual({ state: 'to_settle' })
    expect((await listStanding(shop.ask().db, shop.sectionId)).length).toBe(3)
    const [part] = await partsOf(shop.ask().db, strike.id)
    await shop.does(shop.editor, settleAmendment, { amendmentId: strike.id, texts: { [part?.id ?? '']: '' } })
    expect((await listStanding(shop.ask().db, shop.sectionId)).length).toBe(2)
  })

  test('clauses and amendments older than the search are indexed by the worker', async () => {
    await forgetIndex(shop)
    const found = async (typed: string) =>
      (await searchReadable(shop.ask(shop.chair), typed, { page: 1 })).hits.map(({ kind }) => kind)
    expect([...(await found('Schlüssel')), ...(await found('verlassen'))]).toEqual([])
    await indexOlder(shop.platform.database.write as never, shop.platform.database.kind)
    while (await doJobs(shop.platform)) {}
    expect(await found('Schlüssel')).toContain('clause')
    expect(await found('verlassen')).toContain('amendment')
  })

  test('adopting a section keeps the whole text with its hash; afterwards only amendments change it', async () => {
    const adoption = {
      standardId: shop.standardId,
      sectionIds: [shop.sectionId],
      decision: '14 Ja, 2 Nein. Beschlossen.',
      link: '/runder-tisch/sitzungen/2',
      reviewOn: '2028-03-10',
    }
    expect(await shop.tries(shop.editor, adoptSections, adoption)).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    const { hash } = await shop.does(shop.chair, adoptSections, adoption)
    const [version] = await listVersions(shop.ask(), shop.standardId)
    expect(version).toMatchObject({ number: 1, hash, decision: adoption.decision })
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    const clause = await getClause(shop.ask().db, shop.clauseId)
    expect(clause.stage).toBe('adopted')
    const edit = { clauseId: clause.id, text: 'Einfach anders.', baseVersion: clause.version }
    expect(await shop.tries(shop.editor, editClause, edit)).toMatchObject({
      refusal: { reason: 'clause_adopted' },
    })
  })
})
