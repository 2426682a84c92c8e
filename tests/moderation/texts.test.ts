import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { guest } from '#app/domain/actor.ts'
import { getReadableContribution } from '#app/domain/conversations/contribution.server.ts'
import { getReadableIdea } from '#app/domain/ideas/idea.server.ts'
import { appeal, appealByWord, decideAppeal } from '#app/domain/moderation/appeal.server.ts'
import { reasonOf } from '#app/domain/moderation/measure.server.ts'
import { getOwnMeasure, listOwnMeasures } from '#app/domain/moderation/own.server.ts'
import {
  approveGuestIdea,
  hideContribution,
  hideIdea,
  refuseGuestIdea,
} from '#app/domain/moderation/text-measures.server.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import {
  addressOf,
  contributionBy,
  contributionRow,
  eventTypes,
  grounds,
  guestIdea,
  ideaRow,
  isIndexed,
  mailsOf,
  publicIdea,
  secretWord,
} from './desk.ts'

const because = (reason: string) => ({ ok: false, refusal: { reason } })

describe.each(databases)('texts before the moderators on $name', (database) => {
  let town: TestTown
  let dieter: Actor
  let sabine: Actor
  let renate: Actor
  let leo: Actor
  beforeAll(async () => {
    town = await openTestTown(database)
    dieter = await town.person('Dieter', { role: 'moderator' })
    sabine = await town.person('Sabine', { role: 'moderator' })
    renate = await town.person('Renate')
    leo = await town.person('Leo')
  })
  afterAll(() => town.close())

  const appealOf = (measureId: string) =>
    town.platform.database.read
      .selectFrom('appeal')
      .selectAll()
      .where('measureId', '=', measureId)
      .executeTakeFirstOrThrow()
  const sees = async (actor: Actor, number: number) =>
    (await getReadableIdea(town.ask(actor), number).catch(() => null)) !== null
  const reads = async (actor: Actor, publicNumber: number) =>
    (await getReadableContribution(town.ask(actor), publicNumber).catch(() => null)) !== null

  test('a guest’s idea appears when a moderator says so, and for nobody before', async () => {
    const idea = await guestIdea(town)
    const input = { ideaId: idea.id, version: idea.version }
    expect(await town.tries(guest, approveGuestIdea, input)).toMatchObject(because('not_found'))
    expect(await town.tries(leo, approveGuestIdea, input)).toMatchObject(because('not_found'))
    expect([
      await sees(guest, idea.number),
      await sees(leo, idea.number),
      await sees(dieter, idea.number),
    ]).toEqual([false, false, true])
    await town.does(dieter, approveGuestIdea, input)
    expect([await sees(guest, idea.number), await sees(leo, idea.number)]).toEqual([true, true])
    expect(await town.tries(sabine, approveGuestIdea, input)).toMatchObject(because('somebody_was_faster'))
  })

  test('a guest’s idea is refused only with rule, reason and sentence', async () => {
    const idea = await guestIdea(town)
    const input = { ideaId: idea.id, version: idea.version }
    const bare = { ...input, grounds: { ...grounds, sentence: '' } }
    expect(await town.tries(dieter, refuseGuestIdea, bare)).toMatchObject(because('measure_needs_grounds'))
    expect((await ideaRow(town, idea.id)).state).toBe('waiting')
    await town.does(dieter, refuseGuestIdea, { ...input, grounds })
    expect((await ideaRow(town, idea.id)).state).toBe('refused')
    expect([
      await sees(guest, idea.number),
      await sees(leo, idea.number),
      await sees(dieter, idea.number),
    ]).toEqual([false, false, true])
    expect(await town.tries(sabine, refuseGuestIdea, { ...input, grounds })).toMatchObject(
      because('somebody_was_faster'),
    )
    expect(await town.tries(sabine, approveGuestIdea, input)).toMatchObject(because('somebody_was_faster'))
  })

  test('a guest objects with the secret word; when they are right, the idea is read once more', async () => {
    const idea = await guestIdea(town)
    const { measureId } = await town.does(dieter, refuseGuestIdea, {
      ideaId: idea.id,
      version: idea.version,
      grounds,
    })
    const objection = { ideaNumber: idea.number, secret: secretWord, text: 'Ich meine niemanden persönlich.' }
    for (const wrong of [{ secret: 'rosenblatt' }, { ideaNumber: 999_999 }]) {
      expect(await town.tries(guest, appealByWord, { ...objection, ...wrong })).toMatchObject(
        because('secret_wrong'),
      )
    }
    const { appealId } = await town.does(guest, appealByWord, objection)
    expect(await town.tries(guest, appealByWord, objection)).toMatchObject(because('appeal_made_already'))
    const decision = { appealId, version: 1, outcome: 'restored', reason: 'Niemand ist gemeint.' } as const
    expect(await town.tries(dieter, decideAppeal, decision)).toMatchObject(because('appeal_by_same_person'))
    await town.does(sabine, decideAppeal, decision)
    expect((await ideaRow(town, idea.id)).state).toBe('waiting')
    expect(await reasonOf(town.ask(), `idea:${idea.id}`)).toBeNull()
    expect((await appealOf(measureId)).outcome).toBe('restored')
  })

  test('hiding takes a contribution from everybody but its author and the moderators', async () => {
    const idea = await publicIdea(town, renate)
    const said = await contributionBy(town, leo, idea.conversationId, 'Frau Kaya ist eine Zumutung.')
    const input = { contributionId: said.id, version: said.version, grounds }
    const readers = () =>
      Promise.all([guest, renate, leo, dieter].map((actor) => reads(actor, said.publicNumber)))
    expect(await readers()).toEqual([true, true, true, true])
    expect(await isIndexed(town, said.id)).toBe(true)

    expect(await town.tries(guest, hideContribution, input)).toMatchObject(because('sign_in_first'))
    expect(await town.tries(renate, hideContribution, input)).toMatchObject(because('not_allowed'))
    const withoutReason = { ...input, grounds: { ...grounds, template: 'advertising' as const } }
    expect(await town.tries(dieter, hideContribution, withoutReason)).toMatchObject(
      because('measure_needs_grounds'),
    )
    expect(await readers()).toEqual([true, true, true, true])

    const { measureId } = await town.does(dieter, hideContribution, input)
    expect(await readers()).toEqual([false, false, true, true])
    expect(await isIndexed(town, said.id)).toBe(false)
    expect(eventTypes(town).at(-1)).toBe('contribution.hidden')
    expect(await reasonOf(town.ask(), `contribution:${said.id}`)).toEqual({
      measureId,
      rule: '2',
      template: 'insult',
      at: town.now,
    })
    expect(await town.tries(sabine, hideContribution, input)).toMatchObject(because('somebody_was_faster'))
  })

  test('the author is told what, why and how to object; the sentence is for them alone', async () => {
    const idea = await publicIdea(town, renate)
    const mehmet = await town.person('Mehmet')
    const said = await contributionBy(town, mehmet, idea.conversationId, 'Kaufen Sie bei mir, es ist billig!')
    const { measureId } = await town.does(dieter, hideContribution, {
      contributionId: said.id,
      version: said.version,
      grounds: { rule: '3', template: 'advertising', sentence: 'Ihr Laden hat mit der Bühne nichts zu tun.' },
    })
    const [mail] = await mailsOf(town, await addressOf(town, mehmet))
    expect(mail?.says).toEqual([
      'measure.what.hidden',
      'measure.seen.advertising',
      'measure.rules.3',
      'measure.sentence',
      'measure.own-origin',
      'measure.by-people',
      'measure.object',
      'measure.object-who',
      'measure.court',
    ])
    expect(mail?.quotes).toEqual(['Ihr Laden hat mit der Bühne nichts zu tun.'])
    expect(mail?.values).toMatchObject({
      title: idea.title,
      date: '2027-03-24T09:00:00.000Z',
      link: `http://127.0.0.1/konto/massnahmen/${measureId}`,
    })
    expect(JSON.stringify(await reasonOf(town.ask(), `contribution:${said.id}`))).not.toContain('Ihr Laden')

    expect(await listOwnMeasures(town.ask(mehmet))).toMatchObject([
      { id: measureId, reason: 'Ihr Laden hat mit der Bühne nichts zu tun.', mayObject: true },
    ])
    expect(await listOwnMeasures(town.ask(renate))).toEqual([])
    await expect(getOwnMeasure(town.ask(renate), measureId)).rejects.toMatchObject({ reason: 'not_found' })
    await expect(listOwnMeasures(town.ask())).rejects.toMatchObject({ reason: 'sign_in_first' })
  })

  test('the author objects, somebody else decides, and the text stands again for everybody', async () => {
    const idea = await publicIdea(town, renate)
    const said = await contributionBy(town, leo, idea.conversationId, 'Der Park ist nachts viel zu laut.')
    const { measureId } = await town.does(dieter, hideContribution, {
      contributionId: said.id,
      version: said.version,
      grounds,
    })
    const objection = { measureId, text: 'Ich rede vom Lärm, nicht von einem Menschen.' }
    expect(await town.tries(renate, appeal, objection)).toMatchObject(because('not_allowed'))
    expect(await town.tries(guest, appeal, objection)).toMatchObject(because('sign_in_first'))
    const { appealId } = await town.does(leo, appeal, objection)
    expect(await town.tries(leo, appeal, objection)).toMatchObject(because('appeal_made_already'))

    const decision = { appealId, version: 1, outcome: 'restored', reason: 'Es geht um Lärm.' } as const
    expect(await town.tries(leo, decideAppeal, decision)).toMatchObject(because('not_allowed'))
    expect(await town.tries(dieter, decideAppeal, decision)).toMatchObject(because('appeal_by_same_person'))
    expect(await reads(guest, said.publicNumber)).toBe(false)
    await town.does(sabine, decideAppeal, decision)
    expect(await reads(guest, said.publicNumber)).toBe(true)
    expect(await isIndexed(town, said.id)).toBe(true)
    expect(eventTypes(town).slice(-2)).toEqual(['contribution.restored', 'appeal.decided'])
    const mails = await mailsOf(town, await addressOf(town, leo))
    expect(mails.slice(-2).map((mail) => mail.kind)).toEqual(['objection-received', 'objection-decided'])
    expect(mails.at(-1)?.says[0]).toBe('objection-decided.upheld')
    const third = await town.person('Karl', { role: 'moderator' })
    expect(await town.tries(third, decideAppeal, decision)).toMatchObject(because('somebody_was_faster'))
  })

  test('when the objection is refused, the text stays hidden and the author learns why', async () => {
    const idea = await publicIdea(town, renate)
    const said = await contributionBy(town, leo, idea.conversationId, 'Sie sind alle miteinander Dummköpfe.')
    const { measureId } = await town.does(dieter, hideContribution, {
      contributionId: said.id,
      version: said.version,
      grounds,
    })
    const { appealId } = await town.does(leo, appeal, {
      measureId,
      text: 'Das wird man wohl noch sagen dürfen.',
    })
    await town.does(sabine, decideAppeal, {
      appealId,
      version: 1,
      outcome: 'upheld',
      reason: 'Eine Beleidigung ist kein Grund.',
    })
    expect(await reads(guest, said.publicNumber)).toBe(false)
    const last = (await mailsOf(town, await addressOf(town, leo))).at(-1)
    expect(last?.says[0]).toBe('objection-decided.refused')
    expect(last?.quotes).toEqual(['Eine Beleidigung ist kein Grund.'])
  })

  test('objecting ends after 14 days', async () => {
    const idea = await publicIdea(town, renate)
    const said = await contributionBy(town, leo, idea.conversationId, 'Das ist alles großer Unsinn hier.')
    const { measureId } = await town.does(dieter, hideContribution, {
      contributionId: said.id,
      version: said.version,
      grounds,
    })
    const before = town.now
    town.now = '2027-03-25T09:00:00.000Z'
    const late = await town.tries(leo, appeal, { measureId, text: 'Ich war leider zwei Wochen verreist.' })
    town.now = before
    expect(late).toMatchObject({ refusal: { reason: 'appeal_too_late', params: { days: 14 } } })
    expect((await town.tries(leo, appeal, { measureId, text: 'Ich bin zum Glück noch da.' })).ok).toBe(true)
  })

  test('a hidden idea is gone for all but its author and the moderators, and comes back as it was', async () => {
    const idea = await publicIdea(town, renate)
    const input = { ideaId: idea.id, version: idea.version, grounds }
    const readers = () => Promise.all([guest, leo, renate, dieter].map((actor) => sees(actor, idea.number)))
    expect(await town.tries(leo, hideIdea, input)).toMatchObject(because('not_allowed'))
    const { measureId } = await town.does(dieter, hideIdea, input)
    expect(await readers()).toEqual([false, false, true, true])
    expect(await isIndexed(town, idea.id)).toBe(false)
    expect(await town.tries(sabine, hideIdea, input)).toMatchObject(because('somebody_was_faster'))

    const { appealId } = await town.does(renate, appeal, { measureId, text: 'Das muss ein Irrtum sein.' })
    await town.does(sabine, decideAppeal, {
      appealId,
      version: 1,
      outcome: 'restored',
      reason: 'Es war einer.',
    })
    expect(await readers()).toEqual([true, true, true, true])
    expect((await ideaRow(town, idea.id)).state).toBe('talk')
    expect(await isIndexed(town, idea.id)).toBe(true)
  })

  test('of two moderators at the same moment one is told that somebody was faster', async () => {
    const idea = await publicIdea(town, renate)
    const said = await contributionBy(town, leo, idea.conversationId, 'Das Grün ist doch kein Rummelplatz.')
    const input = { contributionId: said.id, version: said.version, grounds }
    const outcomes = await Promise.all([
      town.tries(dieter, hideContribution, input),
      town.tries(sabine, hideContribution, input),
    ])
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.find((outcome) => !outcome.ok)).toMatchObject(because('somebody_was_faster'))
    const measures = await town.platform.database.read
      .selectFrom('measure')
      .select('id')
      .where('subject', '=', `contribution:${said.id}`)
      .execute()
    expect(measures).toHaveLength(1)
    expect((await contributionRow(town, said.id)).hiddenAt).toBe(town.now)
  })
})
