// Knows what each mail says: which sentences, in which order, and why somebody gets it. The words are in app/i18n/*/mails.json.

import type mails from '#app/i18n/de/mails.json'
import type { Leaves } from '#app/i18n/words.tsx'

/** A sentence of the mail catalogue; values ending in `Date` or called `date` are moments and become words when sent. */
export interface MailSentence {
  readonly say: MailKey
  readonly with?: Readonly<Record<string, string | number>>
}
export type MailKey = Leaves<typeof mails>

/** Somebody's own words, shown as a quotation. */
export interface MailQuote {
  readonly quote: string
}

export interface MailText {
  readonly subject: MailSentence
  readonly lines: readonly (MailSentence | MailQuote)[]
  /** The page it is about. */
  readonly to: string | null
  readonly why: MailSentence
}

/** What a person can choose; everything else always arrives, since it secures their rights. */
export const mailTopics = ['answers', 'follow', 'duty'] as const
export type MailTopic = (typeof mailTopics)[number]

export const mailWishes = ['at-once', 'weekly', 'none'] as const
export type MailWish = (typeof mailWishes)[number]

/** Answers at once, news once a week: few mails that matter. */
export const wishByDefault: Readonly<Record<MailTopic, MailWish>> = {
  answers: 'at-once',
  follow: 'weekly',
  duty: 'at-once',
}

export function codeMail(code: string, link: string, minutes: number): MailText {
  return {
    subject: { say: 'code.subject', with: { code } },
    lines: [
      { say: 'code.code', with: { code } },
      { say: 'code.valid', with: { count: minutes } },
      { say: 'code.link', with: { link } },
      { say: 'code.share' },
      { say: 'code.not-you' },
    ],
    to: null,
    why: { say: 'footer.why-asked' },
  }
}

/** The next Thursday at nine o'clock after `now`, in the town's time zone, as a moment in UTC. */
export function nextDigest(now: string, timeZone: string): string {
  // A whole week of posts asks for the same Thursday, and finding it takes a look at every hour on the way.
  if (last.timeZone !== timeZone || now < last.from || now >= last.digest)
    last = { timeZone, from: now, digest: thursdayAfter(now, timeZone) }
  return last.digest
}

let last = { timeZone: '', from: '', digest: '' }

function thursdayAfter(now: string, timeZone: string): string {
  const hour = 3_600_000
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  })
  const start = Math.ceil((Date.parse(now) + 1) / hour) * hour
  for (let moment = start; moment < start + 8 * 24 * hour; moment += hour) {
    const shown = Object.fromEntries(parts.formatToParts(moment).map((part) => [part.type, part.value]))
    if (shown.weekday === 'Thu' && shown.hour === '09') return new Date(moment).toISOString()
  }
  throw new Error(`No Thursday within eight days after ${now}.`)
}
