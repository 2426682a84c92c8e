import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { contribute } from '#app/domain/conversations/contribute.server.ts'
import { appeal, decideAppeal } from '#app/domain/moderation/appeal.server.ts'
import { listOwnMeasures } from '#app/domain/moderation/own.server.ts'
import { confirmPause, dropPause, pauseAccount } from '#app/domain/moderation/pause.server.ts'
import { listCases } from '#app/domain/moderation/queue.server.ts'
import { fileReport } from '#app/domain/moderation/report.server.ts'
import { decideReport } from '#app/domain/moderation/report-decision.server.ts'
import { findActor } from '#app/domain/people/actor.server.ts'
import { exportAccount } from '#app/domain/people/export.server.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { addressOf, contributionBy, eventTypes, grounds, mailsOf, publicIdea } from './desk.ts'

const because = (reason: string) => ({ ok: false, refusal: { reason } })

describe.each(databases)('pausing an account on $name', (database) => {
  let town: TestTown
  let dieter: Actor
  let sabine: Actor
  let karl: Actor
  beforeAll(async () => {
    town = await openTestTown(database)
    dieter = await town.person('Dieter', { role: 'moderator' })
    sabine = await town.person('Sabine', { role: 'moderator' })
    karl = await town.person('Karl', { role: 'moderator' })
  })
  afterAll(() => town.close())

  /** The person as the next page load knows them. */
  const today = async (person: Actor) => {
    const actor = await findActor(town.platform.database.read, person.accountId ?? '', town.now)
    if (!actor) throw new Error('The account is gone.')
    return actor
  }
  const reply = (conversationId: string) =>
    ({
      conversationId,
      parentId: null,
      move: 'for',
      text: 'Ich bin dafür.',
      language: 'de',
      official: false,
    }) as const

  test('needs a second moderator; until then the person writes on and knows nothing', async () => {
    const leo = await town.person('Leo')
    const idea = await publicIdea(town, leo)
    const input = { accountId: leo.accountId ?? '', days: 7, grounds }
    expect(await town.tries(leo, pauseAccount, input)).toMatchObject(because('not_allowed'))
    const bare = { ...input, grounds: { ...grounds, sentence: '' } }
    expect(await town.tries(dieter, pauseAccount, bare)).toMatchObject(because('measure_needs_grounds'))
    const { measureId } = await town.does(dieter, pauseAccount, input)
    expect(await town.tries(sabine, pauseAccount, input)).toMatchObject(because('somebody_was_faster'))

    expect((await today(leo)).pausedUntil).toBeNull()
    expect(await listOwnMeasures(town.ask(leo))).toEqual([])
    expect((await exportAccount(town.ask(leo))).map(({ table }) => table)).not.toContain('measure')
    expect((await town.tries(await today(leo), contribute, reply(idea.conversationId))).ok).toBe(true)

    const confirming = { measureId, version: 1 }
    expect(await town.tries(dieter, confirmPause, confirming)).toMatchObject(because('pause_by_same_person'))
    expect(await town.tries(leo, confirmPause, confirming)).toMatchObject(because('not_allowed'))
    await town.does(sabine, confirmPause, confirming)
    expect(await town.tries(karl, confirmPause, confirming)).toMatchObject(because('somebody_was_faster'))
    expect((await today(leo)).pausedUntil).toBe('2027-03-17T09:00:00.000Z')
    expect(await town.tries(await today(leo), contribute, reply(idea.conversationId))).toMatchObject(
      because('account_paused'),
    )
    expect(eventTypes(town)).toContain('account.paused')
    const [mail] = await mailsOf(town, await addressOf(town, leo))
    expect(mail?.says[0]).toBe('measure.what.paused')

    town.now = '2027-03-17T09:00:00.000Z'
    expect((await town.tries(await today(leo), contribute, reply(idea.conversationId))).ok).toBe(true)
    town.now = '2027-03-10T09:00:00.000Z'
  })

  test('a paused person may still object; a third person decides', async () => {
    const mehmet = await town.person('Mehmet')
    const { measureId } = await town.does(dieter, pauseAccount, {
      accountId: mehmet.accountId ?? '',
      days: 30,
      grounds,
    })
    await town.does(sabine, confirmPause, { measureId, version: 1 })
    const text = 'Das Konto hat in dieser Woche mein Bruder benutzt.'
    const { appealId } = await town.does(await today(mehmet), appeal, { measureId, text })
    const decision = { appealId, version: 1, outcome: 'restored', reason: 'Das ist glaubhaft.' } as const
    for (const partial of [dieter, sabine]) {
      expect(await town.tries(partial, decideAppeal, decision)).toMatchObject(
        because('appeal_by_same_person'),
      )
    }
    await town.does(karl, decideAppeal, decision)
    expect((await today(mehmet)).pausedUntil).toBeNull()
    const last = (await mailsOf(town, await addressOf(town, mehmet))).at(-1)
    expect(last?.says[0]).toBe('objection-decided.account-resumed')
  })

  test('a report that leads to a pause is answered only when the pause is confirmed', async () => {
    const leo = await town.person('Leo')
    const jutta = await town.person('Jutta')
    const idea = await publicIdea(town, jutta)
    const said = await contributionBy(town, leo, idea.conversationId, 'Ich finde heraus, wo Sie wohnen.')
    const { number } = await town.does(jutta, fileReport, {
      address: `/beitraege/${said.publicNumber}`,
      rule: '2',
      reason: 'Das ist eine Drohung gegen mich.',
      name: null,
      mail: null,
      goodFaith: true,
      video: null,
      language: 'de',
    })
    const report = () =>
      town.platform.database.read
        .selectFrom('report')
        .selectAll()
        .where('number', '=', number)
        .executeTakeFirstOrThrow()
    const pause = { kind: 'pause', grounds: { ...grounds, template: 'threat' }, days: 14 } as const
    const kindsWaiting = async () =>
      (await listCases(town.ask(karl), { kind: null, page: 1 })).cases.map((one) => one.kind)
    const decide = async () => {
      const { id, version } = await report()
      await town.does(dieter, decideReport, { reportId: id, version, answer: pause })
      return (await report()).measureId ?? ''
    }

    const dropped = await decide()
    expect(await kindsWaiting()).toEqual(['pause'])
    await town.does(sabine, dropPause, { measureId: dropped, version: 1 })
    expect(await kindsWaiting()).toEqual(['report'])
    expect((await today(leo)).pausedUntil).toBeNull()

    const confirmed = await decide()
    expect((await report()).decision).toBeNull()
    await town.does(sabine, confirmPause, { measureId: confirmed, version: 1 })
    expect(await report()).toMatchObject({ decision: 'acted', measureId: confirmed })
    expect(await kindsWaiting()).toEqual([])
    const mail = (await mailsOf(town, await addressOf(town, jutta))).at(-1)
    expect(mail?.says).toContain('report-decided.did.pause_account')
  })
})
