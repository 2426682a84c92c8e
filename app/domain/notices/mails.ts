// The mails that notices send: what each says, put together from plain facts.
import type { ReminderStage } from '../ideas/answer.ts'
import type { MailSentence, MailText } from './mail.ts'

export interface IdeaFacts {
  readonly number: number
  readonly title: string
}

export interface AnswerFacts extends IdeaFacts {
  readonly kind: 'will_be_done' | 'partly' | 'later' | 'no'
  readonly person: string
  readonly office: string
  readonly text: string
  readonly reviewOn: string | null
}

const outcome = { will_be_done: 'yes', partly: 'partly', later: 'later', no: 'no' } as const

export function ideaAnsweredMail(idea: AnswerFacts, own: boolean): MailText {
  const { number, title, office, person } = idea
  return {
    subject: { say: own ? 'idea-answered.subject' : 'idea-answered.subject-other', with: { number, office } },
    lines: [
      { say: own ? 'idea-answered.what' : 'idea-answered.what-other', with: { number, title } },
      { say: `idea-answered.outcome.${outcome[idea.kind]}`, with: { date: idea.reviewOn ?? '' } },
      { say: 'idea-answered.who', with: { person, office } },
      { quote: idea.text },
      { say: 'idea-answered.next' },
    ],
    to: `/ideen/${number}`,
    why: { say: own ? 'footer.why-yours' : 'footer.why-follow' },
  }
}

export function answerExtendedMail(
  idea: IdeaFacts & { readonly until: string; readonly reason: string },
): MailText {
  const { number, title, until } = idea
  return {
    subject: { say: 'answer-extended.subject', with: { number } },
    lines: [
      { say: 'answer-extended.what', with: { number, title } },
      { say: 'answer-extended.until', with: { date: until } },
      { say: 'answer-extended.reason' },
      { quote: idea.reason },
    ],
    to: `/ideen/${number}`,
    why: { say: 'footer.why-follow' },
  }
}

export interface ReplyFacts {
  readonly publicNumber: number
  readonly title: string
  readonly person: string
  readonly text: string
}

export function replyMail(reply: ReplyFacts & { readonly yours: string }): MailText {
  const { title, person } = reply
  return {
    subject: { say: 'contribution-answered.subject', with: { title } },
    lines: [
      { say: 'contribution-answered.what', with: { person } },
      { quote: reply.text },
      { say: 'contribution-answered.yours' },
      { quote: reply.yours },
    ],
    to: `/beitraege/${reply.publicNumber}`,
    why: { say: 'footer.why-yours' },
  }
}

export function mentionMail({ title, person, text, publicNumber }: ReplyFacts): MailText {
  return {
    subject: { say: 'mentioned.subject', with: { person, title } },
    lines: [{ say: 'mentioned.what', with: { person } }, { quote: text }],
    to: `/beitraege/${publicNumber}`,
    why: { say: 'footer.why-account' },
  }
}

export interface DueFacts extends IdeaFacts {
  /** The promised moment; for a review, the day it was put off to. */
  readonly dueAt: string
  readonly role: string
  readonly daysLeft: number
}

export function answerDueMail(idea: DueFacts, stage: ReminderStage): MailText {
  const { number, title, dueAt, role } = idea
  const { subject, lines } = reminderWords(idea, stage)
  return {
    subject: { say: subject, with: { number, date: dueAt } },
    lines: [...lines, { say: 'answer-due.responsible', with: { role } }],
    to: `/ideen/${number}`,
    why: { say: 'footer.why-role', with: { role } },
  }

  function reminderWords(facts: DueFacts, at: ReminderStage) {
    switch (at) {
      case 'half':
        return {
          subject: 'answer-due.subject-half',
          lines: [{ say: 'answer-due.half', with: { number, title } }, { say: 'answer-due.extend' }],
        } as const
      case 'four-fifths':
        return {
          subject: 'answer-due.subject-soon',
          lines: [
            { say: 'answer-due.soon', with: { number, title, count: facts.daysLeft } },
            { say: 'answer-due.extend' },
          ],
        } as const
      case 'end':
        return {
          subject: 'answer-due.subject-overdue',
          lines: [
            { say: 'answer-due.overdue', with: { number, title, date: dueAt } },
            { say: 'answer-due.public' },
            { say: 'answer-due.extend' },
          ],
        } as const
      case 'review':
        return {
          subject: 'answer-due.subject-review',
          lines: [{ say: 'answer-due.review', with: { number, title } }],
        } as const
    }
  }
}

/** At most five things; the rest waits on the page. */
export function newsMail(news: readonly MailSentence[], link: string): MailText {
  const shown = news.slice(0, 5)
  const more = news.length - shown.length
  return {
    subject: { say: 'news.subject', with: { count: news.length } },
    lines: [
      { say: 'news.what' },
      ...shown,
      ...(more > 0 ? [{ say: 'news.more', with: { count: more, link } } as const] : []),
    ],
    to: '/fuer-sie',
    why: { say: 'footer.why-follow' },
  }
}
