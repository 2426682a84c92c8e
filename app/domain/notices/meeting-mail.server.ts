// The mails around meetings: an idea on an agenda, an invitation, an answered question, minutes, a task.
import type { Event } from '../events.ts'
import type { Work } from '../run.server.ts'
import { findIdeaFacts } from './facts.server.ts'
import type { MailQuote, MailSentence } from './mail.ts'
import type { Notice } from './notice.ts'
import type { NoticeMail } from './notice-mail.server.ts'

export async function ideaOnAgenda(
  work: Work,
  event: Extract<Event, { type: 'agenda.idea-put' | 'agenda.idea-taken-off' }>,
  notice: Notice,
): Promise<NoticeMail | null> {
  const idea = await findIdeaFacts(work.tx, event.ideaId)
  const meeting = await meetingFacts(work, event.meetingId)
  if (!idea || !meeting) return null
  const { number, title } = idea
  const put = event.type === 'agenda.idea-put'
  return {
    topic: 'answers',
    data: {
      subject: { say: put ? 'agenda.put-subject' : 'agenda.off-subject', with: { number } },
      lines: [
        { say: put ? 'agenda.put' : 'agenda.off', with: { number, title } },
        { say: 'agenda.meeting', with: { meeting: meeting.title, date: meeting.startsAt } },
        { say: put ? 'agenda.come' : 'agenda.back' },
      ],
      to: put ? meeting.address : `/ideen/${number}`,
      why: { say: idea.authorId === notice.accountId ? 'footer.why-yours' : 'footer.why-support' },
    },
  }
}

type MeetingEvent = Extract<
  Event,
  {
    type:
      | 'meeting.invited'
      | 'meeting.changed'
      | 'meeting.cancelled'
      | 'question.answered'
      | 'agenda.proposal-decided'
      | 'minutes.checked'
      | 'minutes.published'
  }
>

export async function aboutMeeting(work: Work, event: MeetingEvent): Promise<NoticeMail | null> {
  const meeting = await meetingFacts(work, event.meetingId)
  if (!meeting) return null
  const told = await linesOf(work, event, meeting)
  if (told === null) return null
  // That a meeting was called, moved or cancelled is part of the right to sit in it.
  const topic = event.type.startsWith('meeting.')
    ? null
    : event.type === 'question.answered' || event.type === 'agenda.proposal-decided'
      ? 'answers'
      : 'duty'
  const to = event.type.startsWith('minutes.') ? `${meeting.address}/niederschrift` : meeting.address
  return { topic, data: { ...told, to, why: { say: 'footer.why-account' } } }
}

/** Hour and place as they are, each followed by what the invitation said where that is something else. */
async function whenItWas(
  work: Work,
  meetingId: string,
  { startsAt, place }: MeetingFacts,
): Promise<readonly MailSentence[]> {
  const kept = await work.tx
    .selectFrom('invitationChange')
    .select(['what', 'invited'])
    .where('meetingId', '=', meetingId)
    .where('what', 'in', ['startsAt', 'place'])
    .execute()
  const was = (what: string, today: string) =>
    kept.find((one) => one.what === what && one.invited !== today)?.invited
  const [hour, house] = [was('startsAt', startsAt), was('place', place)]
  return [
    { say: 'meeting.when', with: { date: startsAt } },
    ...(hour === undefined ? [] : [{ say: 'meeting.was-when', with: { date: hour } } as const]),
    { say: 'meeting.where', with: { place } },
    ...(house === undefined ? [] : [{ say: 'meeting.was-where', with: { place: house } } as const]),
  ]
}

async function linesOf(
  work: Work,
  event: MeetingEvent,
  meeting: MeetingFacts,
): Promise<{ subject: MailSentence; lines: readonly (MailSentence | MailQuote)[] } | null> {
  const { title, startsAt, place } = meeting
  const when: readonly MailSentence[] = [
    { say: 'meeting.when', with: { date: startsAt } },
    { say: 'meeting.where', with: { place } },
  ]
  switch (event.type) {
    case 'meeting.invited':
      return {
        subject: { say: 'meeting.invited-subject', with: { title } },
        lines: [
          { say: 'meeting.invited', with: { title } },
          ...when,
          ...(meeting.urgency === null
            ? []
            : [{ say: 'meeting.urgent' } as const, { quote: meeting.urgency }]),
          { say: 'meeting.read' },
        ],
      }
    case 'meeting.changed':
      return {
        subject: { say: 'meeting.changed-subject', with: { title } },
        lines: [
          { say: 'meeting.changed', with: { title } },
          ...(await whenItWas(work, event.meetingId, meeting)),
        ],
      }
    case 'meeting.cancelled':
      return {
        subject: { say: 'meeting.cancelled-subject', with: { title } },
        lines: [{ say: 'meeting.cancelled', with: { title } }, { quote: meeting.cancelledReason ?? '' }],
      }
    case 'question.answered': {
      const question = await work.tx
        .selectFrom('citizenQuestion')
        .select(['text', 'answer'])
        .where('id', '=', event.questionId)
        .executeTakeFirst()
      if (!question?.answer) return null
      return {
        subject: { say: 'meeting.answered-subject' },
        lines: [
          { say: 'meeting.answered', with: { title } },
          { quote: question.answer },
          { say: 'meeting.asked' },
          { quote: question.text },
        ],
      }
    }
    case 'agenda.proposal-decided': {
      const proposal = await work.tx
        .selectFrom('agendaProposal')
        .select(['title', 'decision', 'reply'])
        .where('id', '=', event.proposalId)
        .executeTakeFirst()
      if (!proposal) return null
      const word = proposal.decision === 'accepted' ? 'accepted' : 'declined'
      return {
        subject: { say: `proposal.${word}-subject` },
        lines: [
          { say: `proposal.${word}`, with: { title: proposal.title, meeting: title } },
          ...(proposal.reply === '' ? [] : [{ quote: proposal.reply }]),
        ],
      }
    }
    case 'minutes.checked': {
      const minutes = await work.tx
        .selectFrom('minutes')
        .select('correctUntil')
        .where('meetingId', '=', event.meetingId)
        .executeTakeFirst()
      return {
        subject: { say: 'meeting.check-subject', with: { title } },
        lines: [
          { say: 'meeting.check', with: { title } },
          { say: 'meeting.until', with: { date: minutes?.correctUntil ?? startsAt } },
        ],
      }
    }
    case 'minutes.published':
      return {
        subject: { say: 'meeting.published-subject', with: { title } },
        lines: [{ say: 'meeting.published', with: { title } }],
      }
  }
}

export async function aboutTask(
  work: Work,
  event: { readonly type: 'meeting-task.given' | 'meeting-task.reminded'; readonly taskId: string },
): Promise<NoticeMail | null> {
  const task = await work.tx
    .selectFrom('task')
    .innerJoin('meeting', 'meeting.id', 'task.meetingId')
    .select(['task.text', 'task.dueOn', 'meeting.title'])
    .where('task.id', '=', event.taskId)
    .executeTakeFirst()
  if (!task) return null
  const word = event.type === 'meeting-task.given' ? 'given' : 'due'
  return {
    topic: 'duty',
    data: {
      subject: { say: `task.${word}-subject` },
      lines: [
        { say: `task.${word}`, with: { title: task.title } },
        { quote: task.text },
        { say: 'task.by', with: { date: task.dueOn } },
      ],
      to: '/runder-tisch/beschluesse',
      why: { say: 'footer.why-account' },
    },
  }
}

/** What was resolved is looked at again today. */
export async function aboutReview(
  work: Work,
  event: { readonly resolutionId: string },
): Promise<NoticeMail | null> {
  const row = await work.tx
    .selectFrom('resolution')
    .innerJoin('meeting', 'meeting.id', 'resolution.meetingId')
    .select(['resolution.text', 'resolution.at', 'meeting.title'])
    .where('resolution.id', '=', event.resolutionId)
    .executeTakeFirst()
  if (!row) return null
  return {
    topic: 'duty',
    data: {
      subject: { say: 'resolution.review-subject' },
      lines: [
        { say: 'resolution.review', with: { title: row.title, date: row.at } },
        { quote: row.text },
        { say: 'resolution.how' },
      ],
      to: '/runder-tisch/beschluesse',
      why: { say: 'footer.why-account' },
    },
  }
}

type MeetingFacts = NonNullable<Awaited<ReturnType<typeof meetingFacts>>>

async function meetingFacts(work: Work, id: string) {
  const row = await work.tx
    .selectFrom('meeting')
    .select(['number', 'title', 'place', 'startsAt', 'urgency', 'cancelledReason'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, address: `/runder-tisch/sitzungen/${row.number}` }
}
