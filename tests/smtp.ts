// A real SMTP server on this machine that keeps what it is given.
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail extends ParsedMail {
  /** Who the envelope named, whatever the headers say. */
  readonly recipients: readonly string[]
  readonly raw: string
}

export interface TestMailServer {
  /** What SMTP_URL would say. */
  readonly url: string
  readonly mails: readonly ReceivedMail[]
  /** The next mail to this address that nobody has waited for yet. */
  next(recipient: string, withinMs?: number): Promise<ReceivedMail>
  /** 'refuse' answers 451 to every mail, 'hang' takes a mail and never answers. */
  behave(way: Behaviour): void
  close(): Promise<void>
}

type Behaviour = 'accept' | 'refuse' | 'hang'

export async function startMailServer(): Promise<TestMailServer> {
  const mails: ReceivedMail[] = []
  const unread = new Set<ReceivedMail>()
  let behaviour: Behaviour = 'accept'

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        if (behaviour === 'hang') return
        if (behaviour === 'refuse') return done(Object.assign(new Error('try later'), { responseCode: 451 }))
        const raw = Buffer.concat(chunks)
        const recipients = session.envelope.rcptTo.map((recipient) => recipient.address)
        const mail = { ...(await simpleParser(raw)), recipients, raw: raw.toString('utf8') }
        mails.push(mail)
        unread.add(mail)
        done()
      })
    },
  })
  // A client that hangs up in the middle is nothing the tests have to hear of.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as AddressInfo

  async function next(recipient: string, withinMs = 5000): Promise<ReceivedMail> {
    const deadline = Date.now() + withinMs
    while (Date.now() < deadline) {
      for (const mail of unread) {
        if (mail.recipients.includes(recipient)) {
          unread.delete(mail)
          return mail
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const others = mails.map((mail) => mail.recipients.join(', ')).join('; ')
    throw new Error(
      `No mail to ${recipient} within ${withinMs} ms. Mails so far went to: ${others || 'nobody'}`,
    )
  }

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    next,
    behave(way) {
      behaviour = way
    },
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}
