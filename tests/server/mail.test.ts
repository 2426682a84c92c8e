import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listKeptMails } from '#server/mail/kept.ts'
import { type MailMessage, openMail } from '#server/mail.ts'
import { startMailServer, type TestMailServer } from '#tests/smtp.ts'

const from = 'Stimmtisch Beispielstadt <stimmtisch@example.org>'
const letter = (own: Partial<MailMessage> = {}): MailMessage => ({
  to: 'kim@example.org',
  subject: 'Ihre Idee „Bühne für alle“ ist öffentlich',
  text: 'Guten Tag,\n\nIhre Idee ist öffentlich.\n',
  messageId: '<812@stimmtisch.example>',
  ...own,
})

describe('with a mail server', () => {
  let server: TestMailServer
  const open = (timeoutMs?: number) =>
    openMail({ smtpUrl: server.url, dataDir: '/nowhere', from, ...(timeoutMs ? { timeoutMs } : {}) })

  beforeAll(async () => {
    server = await startMailServer()
  })
  afterEach(() => server.behave('accept'))
  afterAll(() => server.close())

  test('a mail arrives whole, at one person, and asks for no automatic answer', async () => {
    const mail = open()
    await mail.send(
      letter({
        html: '<p>Ihre Idee ist öffentlich.</p>',
        headers: { 'List-Unsubscribe': '<https://example.org/ab>' },
      }),
    )
    const got = await server.next('kim@example.org')
    expect(got.recipients).toEqual(['kim@example.org'])
    expect(got.from?.text).toBe('"Stimmtisch Beispielstadt" <stimmtisch@example.org>')
    expect(got.subject).toBe('Ihre Idee „Bühne für alle“ ist öffentlich')
    expect(got.text?.trim()).toBe('Guten Tag,\n\nIhre Idee ist öffentlich.')
    expect(got.html).toContain('<p>Ihre Idee ist öffentlich.</p>')
    expect(got.messageId).toBe('<812@stimmtisch.example>')
    expect(got.raw).toMatch(/^List-Unsubscribe: <https:\/\/example\.org\/ab>\r$/m)
    expect(got.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    mail.close()
  })

  test('nothing typed becomes a second recipient or a header', async () => {
    const mail = open()
    const before = server.mails.length
    for (const to of ['kim@example.org\r\nBcc: eva@example.org', 'kim@example.org, eva@example.org', '']) {
      await expect(mail.send(letter({ to }))).rejects.toThrow('mail address')
    }
    await expect(mail.send(letter({ headers: { 'X-A': 'b\r\nBcc: eva@example.org' } }))).rejects.toThrow(
      'X-A',
    )
    await expect(mail.send(letter({ messageId: '<1@a>\r\nBcc: eva@example.org' }))).rejects.toThrow(
      'Message-ID',
    )
    expect(server.mails.length).toBe(before)

    await mail.send(letter({ subject: 'Neu\r\nBcc: eva@example.org' }))
    const got = await server.next('kim@example.org')
    expect([got.recipients, got.bcc, got.subject]).toEqual([
      ['kim@example.org'],
      undefined,
      'Neu Bcc: eva@example.org',
    ])
    mail.close()
  })

  test('a mail server that refuses, or never answers, is told of, and the next try arrives', async () => {
    const mail = open(300)
    server.behave('refuse')
    await expect(mail.send(letter())).rejects.toThrow('451')
    server.behave('hang')
    await expect(mail.send(letter())).rejects.toThrow(/timeout/i)
    server.behave('accept')
    await mail.send(letter())
    expect((await server.next('kim@example.org')).messageId).toBe('<812@stimmtisch.example>')
    mail.close()
  })

  test('a mail server that is not there is told of', async () => {
    const gone = await startMailServer()
    await gone.close()
    const mail = openMail({ smtpUrl: gone.url, dataDir: '/nowhere', from })
    await expect(mail.send(letter())).rejects.toThrow('ECONNREFUSED')
    mail.close()
  })
})

describe('without a mail server', () => {
  let dataDir: string
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'stimmtisch-mail-'))
  })
  afterEach(() => rm(dataDir, { recursive: true }))

  test('no mail was kept in a new town', async () => {
    expect(await listKeptMails(dataDir)).toEqual([])
  })

  test('mails are kept, the newest first, for a mail program and for our own page', async () => {
    const mail = openMail({ smtpUrl: null, dataDir, from })
    await mail.send(letter({ subject: 'Erste' }))
    await new Promise((resolve) => setTimeout(resolve, 5))
    await mail.send(letter({ subject: 'Zweite', to: 'Eva@Example.org' }))
    mail.close()

    const kept = await listKeptMails(dataDir)
    expect(kept.map(({ to, subject }) => [to, subject])).toEqual([
      ['eva@example.org', 'Zweite'],
      ['kim@example.org', 'Erste'],
    ])
    expect(kept[1]?.text).toContain('Ihre Idee ist öffentlich.')
    expect(await listKeptMails(dataDir, 1)).toHaveLength(1)

    const folder = join(dataDir, 'mail')
    const [oldest = ''] = (await readdir(folder)).filter((file) => file.endsWith('.eml')).sort()
    const opened = await simpleParser(await readFile(join(folder, oldest)))
    expect([opened.subject, opened.text?.trim()]).toEqual([
      'Erste',
      'Guten Tag,\n\nIhre Idee ist öffentlich.',
    ])
  })

  test('nobody else on the machine may read them, since they hold sign-in codes', async () => {
    const mail = openMail({ smtpUrl: null, dataDir, from })
    await mail.send(letter())
    const folder = join(dataDir, 'mail')
    expect((await stat(folder)).mode & 0o077).toBe(0)
    for (const file of await readdir(folder)) expect((await stat(join(folder, file))).mode & 0o077).toBe(0)
  })
})
