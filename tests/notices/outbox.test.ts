import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '#app/domain/actor.ts'
import { postIdea } from '#app/domain/ideas/idea.server.ts'
import { claimJobs } from '#app/domain/notices/jobs.server.ts'
import { codeMail } from '#app/domain/notices/mail.ts'
import { claimMails, markMailFailed, markMailSent, queueMail } from '#app/domain/notices/outbox.server.ts'
import type { Work } from '#app/domain/run.server.ts'
import { writeMail } from '#server/mail-texts.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'

const sendCode = (work: Work) =>
  queueMail(work, {
    kind: 'code',
    address: 'renate@beispiel.example',
    accountId: null,
    language: 'de',
    data: codeMail('123456', 'http://127.0.0.1/anmelden/link/x', 10),
  })

describe.each(databases)('mails and jobs on $name', (database) => {
  let town: TestTown
  beforeAll(async () => {
    town = await openTestTown(database)
  })
  afterAll(() => town.close())

  test('a mail is taken by one worker, comes again after a failure, and leaves nothing behind when it is out', async () => {
    await town.does(system, sendCode, null)
    const [mail] = await town.does(system, claimMails, { most: 5 })
    expect(mail?.address).toBe('renate@beispiel.example')
    expect(await town.does(system, claimMails, { most: 5 })).toEqual([])
    await town.does(system, markMailFailed, { id: mail?.id ?? '', attempts: 1, error: '451 later' })
    expect(await town.does(system, claimMails, { most: 5 })).toEqual([])
    town.now = '2027-03-10T09:05:00.000Z'
    const [again] = await town.does(system, claimMails, { most: 5 })
    expect(again).toMatchObject({ id: mail?.id, attempts: 2 })
    await town.does(system, markMailSent, { id: mail?.id ?? '' })
    const rows = await town.platform.database.read.selectFrom('mail').selectAll().execute()
    expect(JSON.stringify(rows)).not.toMatch(/renate|123456/)
  })

  test('mails to one receiver go out in their order, also when the older one has failed more often', async () => {
    town.now = '2027-03-10T10:00:00.000Z'
    const next = async () => (await town.does(system, claimMails, { most: 1 }))[0]?.id ?? ''
    await town.does(system, sendCode, null)
    const older = await next()
    await town.does(system, markMailFailed, { id: older, attempts: 6, error: '451 later' })
    town.now = '2027-03-10T10:00:01.000Z'
    await town.does(system, sendCode, null)
    expect(await next()).toBe(older)
    await town.does(system, markMailFailed, { id: older, attempts: 7, error: '451 later' })
    const newer = await next()
    expect(newer).not.toBe(older)
    await town.does(system, markMailFailed, { id: newer, attempts: 1, error: '451 later' })
    expect(await next()).toBe('')
    town.now = '2027-03-10T10:00:40.000Z'
    expect([await next(), await next()]).toEqual([older, newer])
    for (const id of [older, newer]) await town.does(system, markMailSent, { id })
  })

  test('a mail whose deed was refused is not in the outbox', async () => {
    const failing = async (work: Work) => {
      await sendCode(work)
      throw { refused: 'stimmtisch', reason: 'not_allowed', params: {} }
    }
    expect((await town.tries(system, failing, null)).ok).toBe(false)
    expect(await town.does(system, claimMails, { most: 5 })).toEqual([])
  })

  test('each event leaves exactly one job to follow it up', async () => {
    const renate = await town.person('Renate')
    await town.does(renate, postIdea, {
      title: 'Probenraum für Chöre',
      text: 'Ein Raum mit Klavier und Rampe.',
      district: 'welper',
      language: 'de',
      authorName: null,
      secret: null,
      source: 'web',
      picture: null,
    })
    const jobs = await town.does(system, claimJobs, { most: 50 })
    const events = town.news.map((news) => news.number)
    const followed = jobs
      .filter((job) => job.kind === 'follow-up')
      .map((job) => (job.data as { event: number }).event)
    expect(followed).toEqual(events)
    expect(await town.does(system, claimJobs, { most: 50 })).toEqual([])
  })

  test('a written mail names its reader, stays one line in its subject and cannot carry markup', async () => {
    const written = writeMail(town.platform, {
      id: 'm',
      accountId: 'a',
      address: 'x@beispiel.example',
      language: 'de',
      attempts: 1,
      name: '<b>Renate</b>',
      topic: 'answers',
      text: {
        subject: {
          say: 'mentioned.subject',
          with: { person: 'Leo', title: 'Eins\r\nBcc: boese@beispiel.example' },
        },
        lines: [{ say: 'mentioned.what', with: { person: 'Leo' } }, { quote: '<script>alert(1)</script>' }],
        to: '/beitraege/3',
        why: { say: 'footer.why-account' },
      },
    })
    expect(written.subject).not.toMatch(/[\r\n]/)
    expect(written.text).toContain('Guten Tag <b>Renate</b>,')
    expect(written.html).toContain('&lt;script&gt;')
    expect(written.html).not.toContain('<script')
    expect(written.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
  })
})
