// Sends one mail to one person: by SMTP, or, where no mail server is set, into the folder of kept mails.
import { createTransport } from 'nodemailer'
import { parseMailAddress } from '#app/domain/people/mail-address.ts'
import { keepMail } from './mail/kept.ts'

export interface MailMessage {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly headers?: Readonly<Record<string, string>>
  /** The same for every try, so that a mail sent twice is seen as one. */
  readonly messageId: string
}

export interface Mail {
  /** Rejects when the mail could not be handed over; it may then be sent again. */
  send(message: MailMessage): Promise<void>
  close(): void
}

export interface MailSettings {
  readonly smtpUrl: string | null
  readonly dataDir: string
  /** An address, or a name with an address: `Stimmtisch <stimmtisch@example.org>`. */
  readonly from: string
  readonly timeoutMs?: number
}

export function openMail({ smtpUrl, dataDir, from, timeoutMs = 20_000 }: MailSettings): Mail {
  // Each mail has its own connection: the library's pool sends again by itself when a server hangs up after taking one.
  const smtp = createTransport({
    ...(smtpUrl === null ? { streamTransport: true, buffer: true } : { url: smtpUrl }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(message) {
      const checked = check(message)
      const sent = await smtp.sendMail({
        ...checked,
        from,
        to: { name: '', address: checked.to },
        // Automatic answers (“out of office”) stay away.
        headers: { 'Auto-Submitted': 'auto-generated', ...checked.headers },
      })
      if (smtpUrl === null) await keepMail(dataDir, checked, (sent as { message: Buffer }).message)
    },
    close: () => smtp.close(),
  }
}

/** Nothing somebody typed may become a second recipient or a header of its own. */
function check({ to, subject, text, html, headers = {}, messageId }: MailMessage): MailMessage {
  const recipient = parseMailAddress(to)
  if (recipient === null) throw new Error('This is not one plain mail address.')
  if (!/^<[^\s<>@]+@[^\s<>@]+>$/.test(messageId))
    throw new Error(`'${messageId}' is not a Message-ID such as <12@example.org>.`)
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name) || /\p{Cc}/u.test(value))
      throw new Error(`The mail header '${name}' is not one line.`)
  }
  return {
    to: recipient,
    subject: subject.replace(/[\p{Cc}\s]+/gu, ' ').trim(),
    text,
    headers,
    messageId,
    ...(html === undefined ? {} : { html }),
  }
}
