import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, guest } from '#app/domain/actor.ts'
import { moderationFigures } from '#app/domain/moderation/figures.server.ts'
import { listCases, readWorkload } from '#app/domain/moderation/queue.server.ts'
import { fileReport, type NewReport, objectToDecision } from '#app/domain/moderation/report.server.ts'
import { decideReport } from '#app/domain/moderation/report-decision.server.ts'
import { hideContribution } from '#app/domain/moderation/text-measures.server.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import {
  contributionBy,
  contributionRow,
  eventTypes,
  grounds,
  guestIdea,
  mailsOf,
  publicIdea,
} from './desk.ts'

const because = (reason: string) => ({ ok: false, refusal: { reason } })

const complaint: NewReport = {
  address: '/hilfe',
  rule: '2',
  reason: 'Hier wird jemand herabgesetzt.',
  name: 'Jutta',
  mail: 'jutta@beispiel.example',
  goodFaith: true,
  video: null,
  language: 'de',
}

describe.each(databases)('reports on $name', (database) => {
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

  const reportRow = (number: number) =>
    town.platform.database.read
      .selectFrom('report')
      .selectAll()
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
  const saidBy = async (author: Actor, text: string) => {
    const idea = await publicIdea(town, renate)
    return contributionBy(town, author, idea.conversationId, text)
  }

  test('anybody reports without an account and gets a receipt with a deadline', async () => {
    const said = await saidBy(leo, 'Solche Leute brauchen wir hier nicht.')
    const input = { ...complaint, address: `http://127.0.0.1/en/beitraege/${said.publicNumber}` }
    const receipt = await town.does(guest, fileReport, input)
    expect(receipt.dueAt).toBe('2027-03-11T09:00:00.000Z')
    expect(await reportRow(receipt.number)).toMatchObject({
      subject: `contribution:${said.id}`,
      address: `/beitraege/${said.publicNumber}`,
      reporterId: null,
      reporterName: 'Jutta',
    })
    const mail = (await mailsOf(town, 'jutta@beispiel.example')).at(-1)
    // Nobody knows whose address it is: the mail carries no word that was typed.
    expect(mail).toMatchObject({
      kind: 'report-received',
      name: null,
      values: { number: receipt.number, count: 24 },
    })
    expect(eventTypes(town).at(-1)).toBe('report.filed')
  })

  test('without name and mail only for a child in danger; never without good faith; only about this house', async () => {
    const nobody = { ...complaint, name: null, mail: null }
    expect(await town.tries(guest, fileReport, nobody)).toMatchObject(because('report_needs_contact'))
    expect((await town.tries(leo, fileReport, nobody)).ok).toBe(true)
    expect((await town.tries(guest, fileReport, { ...nobody, rule: 'child' })).ok).toBe(true)
    expect(await town.tries(guest, fileReport, { ...complaint, goodFaith: false })).toMatchObject(
      because('report_needs_good_faith'),
    )
    const elsewhere = { ...complaint, address: 'https://woanders.example/ideen/1' }
    expect(await town.tries(guest, fileReport, elsewhere)).toMatchObject(because('report_address_unknown'))
  })

  test('a report says what it is about as exactly as its reporter may know', async () => {
    const waiting = await guestIdea(town)
    const shown = await publicIdea(town, renate)
    const said = await contributionBy(town, leo, shown.conversationId, 'Das wird doch sowieso nichts.')
    const subjectOf = async (address: string) =>
      (await reportRow((await town.does(guest, fileReport, { ...complaint, address })).number)).subject
    expect(await subjectOf(`/ideen/${waiting.number}`)).toBe(`page:/ideen/${waiting.number}`)
    expect(await subjectOf(`/ideen/${shown.number}`)).toBe(`idea:${shown.id}`)
    expect(await subjectOf(`/ideen/${shown.number}#b${said.number}`)).toBe(`contribution:${said.id}`)
    const { handle } = await town.platform.database.read
      .selectFrom('account')
      .select('handle')
      .where('id', '=', leo.accountId ?? '')
      .executeTakeFirstOrThrow()
    expect(await subjectOf(`@${handle}`)).toBe(`account:${leo.accountId}`)
    expect(await subjectOf('/hilfe')).toBe('page:/hilfe')
  })

  test('a barrier is reported without a name, with a film in sign language, and is answered', async () => {
    const { number } = await town.does(guest, fileReport, {
      ...complaint,
      address: '/abstimmungen',
      rule: 'barrier',
      reason: 'Der Knopf ist mit der Tastatur nicht zu erreichen.',
      name: null,
      goodFaith: false,
      video: 'https://filme.example/dgs-17',
    })
    const report = await reportRow(number)
    expect(report).toMatchObject({ rule: 'barrier', video: 'https://filme.example/dgs-17' })
    const answer = { kind: 'keep', text: 'Danke. Der Knopf geht ab morgen mit der Tastatur.' } as const
    await town.does(dieter, decideReport, { reportId: report.id, version: report.version, answer })
    const mail = (await mailsOf(town, 'jutta@beispiel.example')).at(-1)
    expect(mail?.says).toContain('report-decided.answer')
    expect(mail?.quotes).toEqual([answer.text])
  })

  test('a moderator hides what was reported; author and reporter learn why and how to object', async () => {
    const said = await saidBy(leo, 'Halten Sie doch einfach den Mund.')
    const { number } = await town.does(guest, fileReport, {
      ...complaint,
      address: `/beitraege/${said.publicNumber}`,
    })
    const report = await reportRow(number)
    const input = {
      reportId: report.id,
      version: report.version,
      answer: { kind: 'hide', grounds, thingVersion: said.version },
    } as const
    expect(await town.tries(leo, decideReport, input)).toMatchObject(because('not_allowed'))
    expect(await town.tries(guest, decideReport, input)).toMatchObject(because('sign_in_first'))
    await town.does(dieter, decideReport, input)

    expect((await contributionRow(town, said.id)).hiddenAt).toBe(town.now)
    expect(await reportRow(number)).toMatchObject({ decision: 'acted', decidedById: dieter.accountId })
    expect(eventTypes(town).slice(-2)).toEqual(['contribution.hidden', 'report.decided'])
    const mail = (await mailsOf(town, 'jutta@beispiel.example')).at(-1)
    expect(mail?.says).toEqual([
      'report-decided.acted',
      'report-decided.did.hide_contribution',
      'report-decided.reason',
      'measure.by-people',
      'report-decided.object',
      'measure.court',
    ])
    expect(mail?.values).toMatchObject({ date: '2027-03-24T09:00:00.000Z' })
    expect(await town.tries(sabine, decideReport, input)).toMatchObject(because('somebody_was_faster'))
  })

  test('two reports on one text: the second reporter is told the same, and one measure stands', async () => {
    const said = await saidBy(leo, 'Gehen Sie doch woanders hin.')
    const about = { ...complaint, address: `/beitraege/${said.publicNumber}` }
    const first = await reportRow((await town.does(guest, fileReport, about)).number)
    const second = await reportRow((await town.does(renate, fileReport, about)).number)
    for (const report of [first, second]) {
      await town.does(dieter, decideReport, {
        reportId: report.id,
        version: report.version,
        answer: { kind: 'hide', grounds, thingVersion: said.version },
      })
    }
    const [one, two] = [await reportRow(first.number), await reportRow(second.number)]
    expect(one.measureId).not.toBeNull()
    expect(two).toMatchObject({ decision: 'acted', measureId: one.measureId })
  })

  test('nobody decides about their own text', async () => {
    const said = await saidBy(dieter, 'Als Moderator sage ich: Das ist Quatsch.')
    const { number } = await town.does(leo, fileReport, {
      ...complaint,
      address: `/beitraege/${said.publicNumber}`,
    })
    const report = await reportRow(number)
    const keep = { kind: 'keep', text: 'Daran ist nichts auszusetzen.' } as const
    const input = { reportId: report.id, version: report.version, answer: keep }
    expect(await town.tries(dieter, decideReport, input)).toMatchObject(because('own_case'))
    expect((await town.tries(sabine, decideReport, input)).ok).toBe(true)
  })

  test('whoever reported objects by the link of the mail, once, and somebody else decides', async () => {
    const said = await saidBy(leo, 'Das ist mir alles viel zu bunt.')
    const filed = await town.does(guest, fileReport, {
      ...complaint,
      address: `/beitraege/${said.publicNumber}`,
    })
    const report = await reportRow(filed.number)
    const keep = { kind: 'keep', text: 'Das ist eine Meinung über Farben.' } as const
    await town.does(dieter, decideReport, { reportId: report.id, version: report.version, answer: keep })
    const mail = (await mailsOf(town, 'jutta@beispiel.example')).at(-1)
    expect(mail?.says[0]).toBe('report-decided.not-acted')
    const key = new URL(String(mail?.values.link)).searchParams.get('k') ?? ''

    const text = 'Bunt ist hier ein Wort für Menschen.'
    expect(await town.tries(guest, objectToDecision, { key: `${key}x`, text })).toMatchObject(
      because('link_not_valid'),
    )
    const { number } = await town.does(guest, objectToDecision, { key, text })
    expect(await town.tries(guest, objectToDecision, { key, text })).toMatchObject(
      because('appeal_made_already'),
    )
    const again = await reportRow(number)
    expect(again).toMatchObject({ appealOfId: report.id, subject: `contribution:${said.id}`, reason: text })
    const input = { reportId: again.id, version: again.version, answer: keep }
    expect(await town.tries(dieter, decideReport, input)).toMatchObject(because('appeal_by_same_person'))
    expect((await town.tries(sabine, decideReport, input)).ok).toBe(true)
  })

  test('the queue shows the oldest first, with deadlines, to moderators only', async () => {
    town.now = '2027-03-09T09:00:00.000Z'
    const idea = await guestIdea(town)
    town.now = '2027-03-10T09:00:00.000Z'
    const { cases, counts, total } = await listCases(town.ask(dieter), { kind: null, page: 1 })
    expect(cases[0]).toMatchObject({
      kind: 'guest-idea',
      address: `/moderation/faelle/ideen/${idea.number}`,
      title: idea.title,
      dueAt: '2027-03-12T09:00:00.000Z',
      overdue: false,
    })
    expect(cases.map((one) => one.at)).toEqual(cases.map((one) => one.at).sort())
    expect(total).toBe(Object.values(counts).reduce((sum, count) => sum + count, 0))
    const ideas = await listCases(town.ask(dieter), { kind: 'guest-idea', page: 1 })
    expect(new Set(ideas.cases.map((one) => one.kind))).toEqual(new Set(['guest-idea']))
    town.now = '2027-03-20T09:00:00.000Z'
    expect((await listCases(town.ask(dieter), { kind: null, page: 1 })).cases[0]?.overdue).toBe(true)
    town.now = '2027-03-10T09:00:00.000Z'
    await expect(listCases(town.ask(leo), { kind: null, page: 1 })).rejects.toMatchObject({
      reason: 'not_allowed',
    })
    await expect(readWorkload(town.ask())).rejects.toMatchObject({ reason: 'sign_in_first' })
  })

  test('the workload says how much waits and who decided how often', async () => {
    const before = await readWorkload(town.ask(dieter))
    const said = await saidBy(leo, 'So ein Unfug, meine Güte noch mal.')
    await town.does(sabine, hideContribution, { contributionId: said.id, version: said.version, grounds })
    const after = await readWorkload(town.ask(dieter))
    const decidedBy = (load: typeof after, name: string) =>
      load.people.find((person) => person.name === name)?.decided ?? 0
    expect(decidedBy(after, 'Sabine') - decidedBy(before, 'Sabine')).toBe(1)
    expect(after.people.map((person) => person.name)).toEqual(['Dieter', 'Sabine'])
    expect(after.waiting).toBe(before.waiting)
  })

  test('the month’s figures are public, and small numbers stay vague', async () => {
    const quiet = await moderationFigures(town.ask(), '2026-01')
    expect(quiet.every((figure) => figure.count === null)).toBe(true)
    const march = new Map(
      (await moderationFigures(town.ask(), '2027-03')).map(({ key, count }) => [key, count]),
    )
    const { count } = await town.platform.database.read
      .selectFrom('report')
      .select((eb) => eb.fn.countAll().as('count'))
      .executeTakeFirstOrThrow()
    expect(Number(count)).toBeGreaterThan(5)
    expect(march.get('reports')).toBe(Number(count))
    expect(march.get('accounts_paused')).toBeNull()
  })
})
