// What a vote's mails say. None of them says how anybody voted.
import type { MailSentence, MailText } from '../notices/mail.ts'
import type { Outcome } from './outcome.ts'
import type { Poll } from './poll.ts'

type Of = Pick<Poll, 'number' | 'question' | 'closesAt' | 'invalidReason'>

const why = { say: 'footer.why-account' } as const
const page = (poll: Of) => `/abstimmungen/${poll.number}`

export function ballotArrivedMail(poll: Of, control: string | null): MailText {
  return {
    subject: { say: 'ballot-arrived.subject', with: { number: poll.number } },
    lines: [
      { say: 'ballot-arrived.what', with: { question: poll.question } },
      ...(control === null ? [] : [{ say: 'ballot-arrived.control', with: { control } } as const]),
      { say: 'ballot-arrived.content' },
      { say: 'ballot-arrived.not-you' },
    ],
    to: page(poll),
    why,
  }
}

/** A token was drawn; the ballot that goes with it is nobody's to confirm. */
export function tokenIssuedMail(poll: Of): MailText {
  return {
    subject: { say: 'token-issued.subject', with: { number: poll.number } },
    lines: [
      { say: 'token-issued.what', with: { question: poll.question } },
      { say: 'token-issued.only-one' },
      { say: 'token-issued.not-you' },
    ],
    to: page(poll),
    why,
  }
}

export function pollOpenedMail(poll: Of): MailText {
  return {
    subject: { say: 'poll-opened.subject', with: { question: poll.question } },
    lines: [{ say: 'poll-opened.what', with: { question: poll.question } }, ...until(poll)],
    to: page(poll),
    why,
  }
}

export function pollReminderMail(poll: Of): MailText {
  return {
    subject: { say: 'poll-reminder.subject', with: { question: poll.question } },
    lines: [
      { say: 'poll-reminder.what', with: { question: poll.question } },
      ...until(poll),
      { say: 'poll-reminder.free' },
    ],
    to: page(poll),
    why,
  }
}

function until(poll: Of): readonly MailSentence[] {
  return poll.closesAt === null ? [] : [{ say: 'poll-opened.until', with: { date: poll.closesAt } }]
}

/** The titles of winners are the voters' own words and stand as they are in every language. */
export function pollResultMail(poll: Of, outcome: Outcome, titleOf: (key: string) => string): MailText {
  return {
    subject: { say: 'poll-result.subject', with: { question: poll.question } },
    lines: [
      { say: 'poll-result.what', with: { question: poll.question } },
      ...outcomeLines(outcome, titleOf),
      { say: 'poll-result.more' },
    ],
    to: `${page(poll)}/ergebnis`,
    why,
  }
}

function outcomeLines(outcome: Outcome, titleOf: (key: string) => string): readonly MailSentence[] {
  if (outcome.kind === 'too-few') return [{ say: 'poll-result.too-few' }]
  if (outcome.outcome === 'no-votes' || outcome.outcome === 'no-quorum') {
    return [{ say: `poll-result.${outcome.outcome}` }]
  }
  switch (outcome.kind) {
    case 'motion': {
      const { yes, no, abstain } = outcome
      return [{ say: 'poll-result.figures', with: { yes, no, abstain } }]
    }
    case 'consent':
      return [{ say: outcome.outcome === 'adopted' ? 'poll-result.adopted' : 'poll-result.objected' }]
    case 'options': {
      const titles = (keys: readonly string[]) => keys.map(titleOf).join(', ')
      const lines: MailSentence[] = []
      if (outcome.winners.length > 0 && outcome.outcome !== 'status-quo') {
        lines.push({ say: 'poll-result.ahead', with: { titles: titles(outcome.winners) } })
      }
      if (outcome.tied.length > 0)
        lines.push({ say: 'poll-result.tied', with: { titles: titles(outcome.tied) } })
      if (outcome.outcome === 'status-quo') lines.push({ say: 'poll-result.status-quo' })
      return lines
    }
  }
}

export function pollInvalidMail(poll: Of): MailText {
  return {
    subject: { say: 'poll-invalid.subject', with: { question: poll.question } },
    lines: [
      { say: 'poll-invalid.what', with: { question: poll.question } },
      { quote: poll.invalidReason ?? '' },
    ],
    to: page(poll),
    why,
  }
}

export function pollReviewMail(poll: Of): MailText {
  return {
    subject: { say: 'poll-review.subject', with: { question: poll.question } },
    lines: [{ say: 'poll-review.what', with: { question: poll.question } }],
    to: page(poll),
    why,
  }
}
