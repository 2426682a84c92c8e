// Reads the facts that the mails of votes tell.
import type { MailText } from '../notices/mail.ts'
import type { Work } from '../run.server.ts'
import type { PollEvents } from './events.ts'
import { pollInvalidMail, pollOpenedMail, pollReminderMail, pollResultMail, pollReviewMail } from './mails.ts'
import { getPoll, listOptions } from './poll.server.ts'
import { readResult } from './view.server.ts'

/** Null where a notice on the page is enough. */
export async function pollMail(
  work: Work,
  event: { readonly type: keyof PollEvents; readonly pollId: string },
): Promise<MailText | null> {
  const poll = await getPoll(work.tx, event.pollId)
  switch (event.type) {
    case 'poll.opened':
      return pollOpenedMail(poll)
    case 'poll.reminded':
      return pollReminderMail(poll)
    case 'poll.counted':
    case 'poll.lot-drawn': {
      const result = await readResult({ db: work.tx }, poll.id, 'final')
      if (result === null) return null
      const options = await listOptions(work.tx, poll.id)
      return pollResultMail(
        poll,
        result.outcome,
        (key) => options.find((option) => option.key === key)?.title ?? key,
      )
    }
    case 'poll.invalidated':
      return pollInvalidMail(poll)
    case 'poll.review-due':
      return pollReviewMail(poll)
    default:
      return null
  }
}
