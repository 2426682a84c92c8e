import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guest, system } from '#app/domain/actor.ts'
import { answerOfficially, extendAnswer, finishIdea } from '#app/domain/ideas/answer.server.ts'
import { remindersOf } from '#app/domain/ideas/answer.ts'
import { assignResponsible } from '#app/domain/ideas/edit.server.ts'
import { hideIdea, publishIdea, refuseIdea, restoreIdea } from '#app/domain/ideas/publish.server.ts'
import { remindAnswer } from '#app/domain/ideas/reminders.server.ts'
import { lifelineOf } from '#app/domain/lifelines.server.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { ideaRow, lineOf, postedBy, postedByGuest } from './people.ts'

const reason = 'Wir brauchen noch ein Gutachten zur Rampe.'
const because = 'Wir stellen das Klavier in den kleinen Saal.'

describe.each(databases)('the promise of an answer on $name', (database) => {
  let town: TestTown
  beforeAll(async () => {
    town = await openTestTown(database)
  })
  afterAll(() => town.close())

  const office = () => town.person('Kornfeld', { role: 'responsible', scope: 'kulturbuero' })
  const remindersFor = async (ideaId: string) =>
    town.platform.database.read
      .selectFrom('job')
      .select(['key', 'dueAt'])
      .where('kind', '=', 'answer-reminder')
      .where('key', 'like', `answer:${ideaId}:%`)
      .orderBy('dueAt')
      .execute()

  test('it begins when a moderator publishes a guest’s idea, and only once', async () => {
    const dieter = await town.person('Dieter', { role: 'moderator' })
    const leo = await town.person('Leo')
    const { id } = await postedByGuest(town)
    expect(await remindersFor(id)).toEqual([])
    expect(await town.tries(leo, publishIdea, { ideaId: id })).toMatchObject({
      refusal: { reason: 'not_found' },
    })
    await town.does(dieter, publishIdea, { ideaId: id })
    expect(await ideaRow(town, id)).toMatchObject({ state: 'talk', answerDueAt: '2027-04-21T21:59:59.000Z' })
    expect((await remindersFor(id)).map((job) => job.dueAt)).toEqual([
      '2027-03-31T15:29:59.500Z',
      '2027-04-13T09:47:59.200Z',
      '2027-04-21T21:59:59.000Z',
    ])
    expect(await town.tries(dieter, publishIdea, { ideaId: id })).toMatchObject({
      refusal: { reason: 'idea_already_published' },
    })
    expect(await lineOf(town, id)).toEqual(['received', 'published'])
  })

  test('a refused idea never becomes public; after an objection it is read once more', async () => {
    const dieter = await town.person('Dieter', { role: 'moderator' })
    const { id } = await postedByGuest(town)
    await town.does(dieter, refuseIdea, { ideaId: id, measureId: 'measure-1' })
    expect(await town.tries(dieter, publishIdea, { ideaId: id })).toMatchObject({
      refusal: { reason: 'idea_already_published' },
    })
    await town.does(dieter, restoreIdea, { ideaId: id, measureId: 'measure-1' })
    expect((await ideaRow(town, id)).state).toBe('waiting')
  })

  test('a hidden idea comes back in the state it had', async () => {
    const dieter = await town.person('Dieter', { role: 'moderator' })
    const renate = await town.person('Renate')
    const { id } = await postedBy(town, renate)
    await town.does(await office(), answerOfficially, {
      ideaId: id,
      kind: 'partly',
      text: because,
      reviewOn: null,
    })
    expect(await town.tries(renate, hideIdea, { ideaId: id, measureId: 'm' })).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    await town.does(dieter, hideIdea, { ideaId: id, measureId: 'm' })
    expect((await ideaRow(town, id)).state).toBe('hidden')
    await town.does(dieter, restoreIdea, { ideaId: id, measureId: 'm' })
    expect(await ideaRow(town, id)).toMatchObject({ state: 'partly', stateBefore: null })
  })

  test('only the responsible role answers, by name and office, and only once', async () => {
    const renate = await town.person('Renate')
    const kornfeld = await office()
    const stranger = await town.person('Karin', { role: 'responsible', scope: 'buecherei' })
    const { id } = await postedBy(town, renate)
    const yes = { ideaId: id, kind: 'will_be_done', text: because, reviewOn: null } as const
    for (const other of [renate, stranger]) {
      expect(await town.tries(other, answerOfficially, yes)).toMatchObject({
        refusal: { reason: 'not_allowed' },
      })
    }
    const { answerId } = await town.does(kornfeld, answerOfficially, yes)
    expect(town.news.at(-1)).toMatchObject({ event: { type: 'idea.answered', ideaId: id, answerId } })
    expect(await ideaRow(town, id)).toMatchObject({ state: 'will_be_done', answerDueAt: null })
    expect(await lifelineOf(town.ask(), `idea:${id}`)).toContainEqual(
      expect.objectContaining({ kind: 'will_be_done', byFunction: 'Kulturbüro' }),
    )
    expect(await town.tries(kornfeld, answerOfficially, yes)).toMatchObject({
      refusal: { reason: 'idea_has_answer' },
    })
  })

  test('"later" needs a day in the future, is remembered on it, and is answered for good afterwards', async () => {
    const kornfeld = await office()
    const { id } = await postedBy(town, await town.person('Renate'))
    const later = { ideaId: id, kind: 'later', text: because } as const
    for (const reviewOn of [null, '2027-03-10']) {
      expect(await town.tries(kornfeld, answerOfficially, { ...later, reviewOn })).toMatchObject({
        refusal: { reason: 'answer_needs_review_date' },
      })
    }
    await town.does(kornfeld, answerOfficially, { ...later, reviewOn: '2027-09-01' })
    expect(await ideaRow(town, id)).toMatchObject({ state: 'later', reviewOn: '2027-09-01' })
    expect((await remindersFor(id)).at(-1)?.dueAt).toBe('2027-09-01T06:00:00.000Z')
    await town.does(kornfeld, answerOfficially, { ideaId: id, kind: 'no', text: because, reviewOn: null })
    expect(await ideaRow(town, id)).toMatchObject({ state: 'no', reviewOn: null })
  })

  test('more time costs a public reason and a later day; the reminders move along', async () => {
    const kornfeld = await office()
    const { id } = await postedBy(town, await town.person('Renate'))
    const early = { ideaId: id, dueAt: '2027-04-21T21:59:59.000Z', reason }
    expect(await town.tries(kornfeld, extendAnswer, early)).toMatchObject({
      refusal: { reason: 'extension_needs_later_date' },
    })
    await town.does(kornfeld, extendAnswer, { ...early, dueAt: '2027-05-09T09:00:00.000Z' })
    expect((await remindersFor(id)).map((job) => job.dueAt)).toEqual(
      remindersOf(town.now, '2027-05-09T09:00:00.000Z').map((reminder) => reminder.at),
    )
    expect(await lifelineOf(town.ask(), `idea:${id}`)).toContainEqual(
      expect.objectContaining({ kind: 'extended', note: reason }),
    )
  })

  test('the house reminds while no answer is there; afterwards there is nothing to remind of', async () => {
    const kornfeld = await office()
    const { id } = await postedBy(town, await town.person('Renate'))
    expect(await town.tries(guest, remindAnswer, { ideaId: id, stage: 'half' })).toMatchObject({
      refusal: { reason: 'sign_in_first' },
    })
    await town.does(system, remindAnswer, { ideaId: id, stage: 'half' })
    expect(town.news.at(-1)?.event).toEqual({ type: 'idea.answer-reminded', ideaId: id, stage: 'half' })
    await town.does(kornfeld, answerOfficially, { ideaId: id, kind: 'no', text: because, reviewOn: null })
    expect(await town.tries(system, remindAnswer, { ideaId: id, stage: 'end' })).toMatchObject({
      refusal: { reason: 'idea_has_answer' },
    })
  })

  test('done is what was promised before, said by the role or a moderator', async () => {
    const kornfeld = await office()
    const { id } = await postedBy(town, await town.person('Renate'))
    expect(await town.tries(kornfeld, finishIdea, { ideaId: id, note: '' })).toMatchObject({
      refusal: { reason: 'idea_not_open' },
    })
    await town.does(kornfeld, answerOfficially, { ideaId: id, kind: 'partly', text: because, reviewOn: null })
    await town.does(kornfeld, finishIdea, { ideaId: id, note: 'Seit Montag steht das Klavier.' })
    expect(await lineOf(town, id)).toEqual(['received', 'published', 'partly', 'done'])
  })

  test('a moderator hands the idea to another role, who then may answer it', async () => {
    const dieter = await town.person('Dieter', { role: 'moderator' })
    await town.platform.database.write
      .insertInto('responsibleRole')
      .values({ slug: 'buecherei', name: 'Stadtbücherei' })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const karin = await town.person('Karin', { role: 'responsible', scope: 'buecherei' })
    const { id } = await postedBy(town, await town.person('Renate'))
    await town.does(dieter, assignResponsible, { ideaId: id, responsible: 'kulturbuero' })
    const no = { ideaId: id, kind: 'no', text: because, reviewOn: null } as const
    expect(await town.tries(karin, answerOfficially, no)).toMatchObject({ ok: false })
    expect(await town.tries(dieter, assignResponsible, { ideaId: id, responsible: 'zoo' })).toMatchObject({
      refusal: { reason: 'not_found' },
    })
    await town.does(dieter, assignResponsible, { ideaId: id, responsible: 'buecherei' })
    await town.does(karin, answerOfficially, no)
  })
})
