// Who hears what of a standard: once each, the nearest reason first, and on its day.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import type { MailText } from '#app/domain/notices/mail.ts'
import { listNews } from '#app/domain/notices/news.server.ts'
import { adoptSections } from '#app/domain/standards/adoption.server.ts'
import {
  answerAmendment,
  cosignAmendment,
  recommendOnAmendment,
} from '#app/domain/standards/amendments.server.ts'
import { decideAmendment } from '#app/domain/standards/decide.server.ts'
import {
  confirmDeclaration,
  declareToWorkBy,
  listDeclarations,
} from '#app/domain/standards/declarations.server.ts'
import { addClause } from '#app/domain/standards/draft.server.ts'
import { followInStandard } from '#app/domain/standards/follow.server.ts'
import { proposeAmendment } from '#app/domain/standards/propose.server.ts'
import { foundStandard, setConsultation } from '#app/domain/standards/standard.server.ts'
import { finishTask, giveTask } from '#app/domain/standards/tasks.server.ts'
import { listTidings } from '#app/domain/standards/tidings.server.ts'
import { readSections } from '#app/domain/standards/view.server.ts'
import { doJobs } from '#server/jobs.ts'
import { databases } from '#tests/databases.ts'
import { keyClause, openWorkshop, together, type Workshop } from './workshop.ts'

describe.each(databases)('news of a standard on $name', (database) => {
  let town: Workshop
  let amina: Actor
  beforeAll(async () => {
    town = await openWorkshop(database)
    amina = town.coEditor
  })
  afterAll(() => town?.close())

  const settle = async () => {
    while (await doJobs(town.platform)) {}
  }
  const kinds = async (actor: Actor) => {
    await settle()
    return (await listNews(town.ask(actor), 1)).news.map(({ kind }) => kind).reverse()
  }
  const mailsTo = async (actor: Actor) => {
    await settle()
    const rows = await town.platform.database.read
      .selectFrom('mail')
      .select('kind')
      .where('accountId', '=', actor.accountId ?? '')
      .orderBy('id')
      .execute()
    return rows.map(({ kind }) => kind)
  }
  const part = (text: string) => ({
    kind: 'change' as const,
    clauseId: town.clauseId,
    sectionId: null,
    afterClauseId: null,
    baseVersion: 1,
    text,
  })
  const propose = (by: Actor, word: string) =>
    town.does(by, proposeAmendment, {
      standardId: town.standardId,
      reason: 'Damit sich alle darauf verlassen.',
      parts: [part(keyClause.replace('rechtzeitig', word))],
    })

  test('an author is asked, cosigners and followers hear of it, editors are asked about a collision', async () => {
    const elif = await town.person('Elif')
    const follow = { kind: 'clause', id: town.clauseId, on: true } as const
    await town.does(elif, followInStandard, follow)
    await town.does(elif, followInStandard, follow)
    const { id: amendmentId } = await propose(town.leo, 'drei Tage vorher')
    await town.does(town.renate, cosignAmendment, { amendmentId, on: true })
    const { id: other } = await propose(town.renate, 'sieben Tage vorher')
    expect(await kinds(elif)).toEqual(['standard-news', 'standard-news'])
    expect(await kinds(amina)).toEqual(['standard-news', 'amendment-collides'])
    const texts = {}
    const words = {
      amendmentId,
      recommendation: 'adopt_changed',
      reason: 'So ist es klarer.',
      texts,
    } as const
    await town.does(town.editor, recommendOnAmendment, words)
    await town.does(town.leo, answerAmendment, { amendmentId, answer: 'agreed' })
    expect(await kinds(town.leo)).toEqual(['amendment-recommended'])
    expect(await kinds(amina)).toEqual(['standard-news', 'amendment-collides', 'amendment-answered'])
    const decision = '5 Ja, 1 Nein. Angenommen.'
    await town.does(town.chair, decideAmendment, { amendmentId, outcome: 'adopted_changed', decision })
    expect(await kinds(town.leo)).toEqual(['amendment-recommended', 'amendment-decided'])
    expect(await mailsTo(town.leo)).toEqual(['amendment-recommended', 'amendment-decided'])
    expect(await kinds(town.renate)).toEqual(['amendment-news', 'amendment-decided'])
    // One deed is told once: that the words of the clause changed is the same news.
    const heard = ['standard-news', 'standard-news', 'amendment-news', 'amendment-news']
    expect(await kinds(elif)).toEqual(heard)
    // Followers get no mail at once unless they asked for it.
    expect(await mailsTo(elif)).toEqual([])
    const collided = { amendmentId: other, outcome: 'adopted', decision } as const
    expect(await town.does(town.chair, decideAmendment, collided)).toEqual({ state: 'to_settle' })
    expect(await kinds(amina)).toEqual([
      'standard-news',
      'amendment-collides',
      'amendment-answered',
      'amendment-to-settle',
    ])
    await town.does(elif, followInStandard, { ...follow, on: false })
    await town.does(town.chair, adoptSections, {
      standardId: town.standardId,
      sectionIds: [town.sectionId],
      decision,
      link: null,
      reviewOn: '2028-03-10',
    })
    expect(await kinds(elif)).toEqual([...heard, 'amendment-news'])
    // The feed tells everybody; a private standard is not in it.
    await town.does(town.chair, foundStandard, { ...together, slug: 'geheim', title: 'Geheim' })
    const feed = (await listTidings(town.ask().db)).map(({ line, to }) => [line.say, line.with?.name, to])
    const place = '/standards/zusammenarbeit'
    expect(feed).toEqual([
      ['news.standard.adopted', together.title, place],
      ['news.standard.taken', 'Ä2', `${place}/aenderungen/2`],
      ['news.standard.taken', 'Ä1', `${place}/aenderungen/1`],
      ['news.standard.proposed', 'Ä2', `${place}/aenderungen/2`],
      ['news.standard.proposed', 'Ä1', `${place}/aenderungen/1`],
      ['news.standard.published', together.title, place],
    ])
    // On Thursday the weekly mail has all of it that was not read.
    town.now = '2027-03-11T10:00:00.000Z'
    expect(await mailsTo(elif)).toEqual(['news'])
    const { data } = await town.platform.database.read
      .selectFrom('mail')
      .select('data')
      .where('accountId', '=', elif.accountId ?? '')
      .executeTakeFirstOrThrow()
    const { text } = JSON.parse(data) as { text: MailText }
    expect(text.lines.map((line) => ('say' in line ? [line.say, line.with?.name] : []))).toEqual([
      ['news.what', undefined],
      ['news.standard.taken', 'Ä2'],
      ['news.standard.taken', 'Ä1'],
      ['news.standard.amendment', 'Ä1'],
      ['news.standard.proposed', 'Ä2'],
      ['news.standard.proposed', 'Ä1'],
    ])
  })

  test('a consultation opens, comes to its end and closes on its days; dates that were moved are told alone', async () => {
    const { id: clauseId } = await town.does(town.editor, addClause, {
      sectionId: town.sectionId,
      text: 'Ein neuer Absatz.',
    })
    const gisela = await town.person('Gisela')
    await town.does(gisela, followInStandard, { kind: 'standard', id: town.standardId, on: true })
    const days = { standardId: town.standardId, from: '2027-03-12', until: '2027-04-12' }
    await town.does(town.editor, setConsultation, days)
    await town.does(town.editor, setConsultation, { ...days, until: '2027-04-20' })
    town.now = '2027-03-12T10:00:00.000Z'
    expect(await kinds(gisela)).toEqual(['consultation-open'])
    const stages = (await readSections(town.ask(), town.standardId)).flatMap(({ clauses }) => clauses)
    expect(stages.find(({ id }) => id === clauseId)?.stage).toBe('consulted')
    town.now = '2027-04-13T10:00:00.000Z'
    expect(await kinds(gisela)).toEqual(['consultation-open'])
    // The last day ends at midnight in the town, two hours before it ends in Greenwich.
    town.now = '2027-04-20T21:30:00.000Z'
    await propose(gisela, 'am Vortag')
    town.now = '2027-04-20T22:30:00.000Z'
    const late = { standardId: town.standardId, reason: 'Zu spät.', parts: [part('Zu spät.')] }
    expect(await town.tries(gisela, proposeAmendment, late)).toMatchObject({
      refusal: { reason: 'standard_not_open' },
    })
    town.now = '2027-04-21T10:00:00.000Z'
    expect(await kinds(gisela)).toEqual(['consultation-open', 'consultation-closing', 'consultation-closed'])
  })

  test('who owes is reminded before and after the day, unless it is done', async () => {
    const task = { sectionId: town.sectionId, ownerId: amina.accountId ?? '', dueOn: '2027-05-10' }
    const before = (await kinds(amina)).length
    const { id } = await town.does(town.editor, giveTask, { ...task, what: 'Zahlen sammeln' })
    const { id: done } = await town.does(town.editor, giveTask, { ...task, what: 'Merkblatt schreiben' })
    await town.does(amina, finishTask, { taskId: done })
    town.now = '2027-05-07T12:00:00.000Z'
    await settle()
    town.now = '2027-05-12T12:00:00.000Z'
    const told = (await kinds(amina)).slice(before)
    expect(told).toEqual(['section-task', 'section-task-due', 'section-task-due'])
    expect((await mailsTo(amina)).filter((kind) => kind === 'section-task-due')).toHaveLength(2)
    await town.does(amina, finishTask, { taskId: id })
  })

  test('after a year an organisation is asked whether it still works by it, and the standard is looked at again', async () => {
    await town.does(town.chair, adoptSections, {
      standardId: town.standardId,
      sectionIds: [town.sectionId],
      decision: '6 Ja, 0 Nein.',
      link: null,
      reviewOn: null,
    })
    const { id: declarationId } = await town.does(town.renate, declareToWorkBy, {
      sectionId: town.sectionId,
      organisation: 'Chor „Montagsklang“',
      contact: 'Renate',
    })
    const early = { declarationId }
    await town.does(town.renate, confirmDeclaration, early)
    expect((await listDeclarations(town.ask(), town.standardId))[0]?.reviewOn).toBe('2028-05-12')
    town.now = '2028-05-13T10:00:00.000Z'
    expect((await kinds(town.renate)).at(-1)).toBe('declaration-review')
    expect((await kinds(town.chair)).at(-1)).toBe('standard-review')
    expect(await town.tries(town.leo, confirmDeclaration, early)).toMatchObject({ ok: false })
    await town.does(town.renate, confirmDeclaration, early)
    expect((await listDeclarations(town.ask(), town.standardId))[0]?.reviewOn).toBe('2029-05-13')
  })
})
