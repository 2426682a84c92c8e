// Reads the facts that the mails about standards tell.
import type { MailQuote, MailSentence, MailText, MailTopic } from '../notices/mail.ts'
import type { Work } from '../run.server.ts'
import { getAmendment } from './amendment-rows.server.ts'
import { noticePlace } from './notice-place.server.ts'
import { type StandardEvent, type StandardNotice, standardNotices } from './notices.ts'
import { getStandard } from './standard.server.ts'

/** What concerns one's own words or duties comes at once; what one follows as one wishes. */
const topics: Readonly<Record<StandardNotice, MailTopic>> = {
  'amendment-recommended': 'answers',
  'amendment-on-agenda': 'answers',
  'amendment-decided': 'answers',
  'amendment-collides': 'duty',
  'amendment-answered': 'duty',
  'amendment-to-settle': 'duty',
  'section-task': 'duty',
  'section-task-due': 'duty',
  'declaration-review': 'duty',
  'standard-review': 'duty',
  'amendment-news': 'follow',
  'clause-changed': 'follow',
  'standard-news': 'follow',
  'consultation-open': 'follow',
  'consultation-closing': 'follow',
  'consultation-closed': 'follow',
}

/** Comes with the weekly mail to those who wish that. */
export const followedNotices = standardNotices.filter((kind) => topics[kind] === 'follow')

const why: Readonly<Record<MailTopic, MailSentence>> = {
  answers: { say: 'footer.why-yours' },
  duty: { say: 'footer.why-account' },
  follow: { say: 'footer.why-follow' },
}

export async function standardMail(
  work: Work,
  event: StandardEvent,
  kind: string,
): Promise<{ readonly topic: MailTopic; readonly data: MailText } | null> {
  const known = standardNotices.find((notice) => notice === kind)
  const place = known ? await noticePlace(work.tx, event) : null
  if (!known || place === null) return null
  const standard = await getStandard(work.tx, event.standardId)
  const facts = { title: standard.title, name: place.name, ...(await daysOf(work, event)) }
  const topic = topics[known]
  return {
    topic,
    data: {
      subject: { say: `standard.${known}.subject`, with: facts },
      lines: [
        { say: `standard.${known}.what`, with: facts },
        ...(await quotesOf(work, event)),
        { say: `standard.${known}.next`, with: facts },
      ],
      to: place.to,
      why: why[topic],
    },
  }
}

/** The sentence of those who decided or advised, in their own words. */
async function quotesOf(work: Work, event: StandardEvent): Promise<readonly MailQuote[]> {
  if (event.type === 'amendment.recommended' || event.type === 'amendment.decided') {
    const amendment = await getAmendment(work.tx, event.amendmentId)
    const said = event.type === 'amendment.decided' ? amendment.decision : amendment.recommendationReason
    return said ? [{ quote: said }] : []
  }
  if (event.type !== 'task.given' && event.type !== 'task.reminded') return []
  const task = await work.tx
    .selectFrom('sectionTask')
    .select('what')
    .where('id', '=', event.taskId)
    .executeTakeFirst()
  return task ? [{ quote: task.what }] : []
}

async function daysOf(work: Work, event: StandardEvent): Promise<{ readonly date: string }> {
  if (event.type === 'task.given' || event.type === 'task.reminded') {
    const task = await work.tx
      .selectFrom('sectionTask')
      .select('dueOn')
      .where('id', '=', event.taskId)
      .executeTakeFirst()
    return { date: task?.dueOn ?? work.now }
  }
  const standard = await getStandard(work.tx, event.standardId)
  return { date: standard.consultUntil ?? work.now }
}
