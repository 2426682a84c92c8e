// Reads the facts a notice's mail tells. Null where a notice on the page is enough, or another deed wrote the mail.

import { findMatterOf } from '../conversations/subject.server.ts'
import { electionMail } from '../elections/notice-mail.server.ts'
import type { Event } from '../events.ts'
import type { ReminderStage } from '../ideas/answer.ts'
import { pollMail } from '../polls/notice-mail.server.ts'
import type { Work } from '../run.server.ts'
import { standardMail } from '../standards/notice-mail.server.ts'
import { isStandardEvent } from '../standards/notices.ts'
import { findIdeaFacts } from './facts.server.ts'
import type { MailText, MailTopic } from './mail.ts'
import { answerDueMail, answerExtendedMail, ideaAnsweredMail, mentionMail, replyMail } from './mails.ts'
import { aboutMeeting, aboutReview, aboutTask, ideaOnAgenda } from './meeting-mail.server.ts'
import type { Notice } from './notice.ts'

export interface NoticeMail {
  /** null: part of a right, and always sent. */
  readonly topic: MailTopic | null
  readonly data: MailText
}

export async function noticeMail(work: Work, event: Event, notice: Notice): Promise<NoticeMail | null> {
  switch (event.type) {
    case 'idea.answered':
      return ideaAnswered(work, event, notice)
    case 'idea.answer-extended':
      return answerExtended(work, event.ideaId)
    case 'idea.answer-reminded':
      return answerReminded(work, event)
    case 'contribution.posted':
      return contributionPosted(work, event, notice)
    case 'poll.opened':
    case 'poll.reminded':
    case 'poll.counted':
    case 'poll.lot-drawn':
    case 'poll.invalidated':
    case 'poll.review-due': {
      const data = await pollMail(work, event)
      return data === null ? null : { topic: 'answers', data }
    }
    case 'election.announced':
    case 'election.roll-closed':
    case 'election.prepared':
    case 'election.run-off':
    case 'election.settled':
    case 'election.invalidated': {
      const data = await electionMail(work, event)
      return data === null ? null : { topic: 'answers', data }
    }
    case 'election.objected': {
      const data = await electionMail(work, event)
      return data === null ? null : { topic: 'duty', data }
    }
    // What was decided about one's own objection, and that one has a seat, is part of a right.
    case 'election.objection-decided':
    case 'election.terms-begun':
    case 'election.seat-filled': {
      const data = await electionMail(work, event)
      return data === null ? null : { topic: null, data }
    }
    case 'agenda.idea-put':
    case 'agenda.idea-taken-off':
      return ideaOnAgenda(work, event, notice)
    case 'meeting.invited':
    case 'meeting.changed':
    case 'meeting.cancelled':
    case 'question.answered':
    case 'agenda.proposal-decided':
    case 'minutes.checked':
    case 'minutes.published':
      return aboutMeeting(work, event)
    case 'meeting-task.given':
    case 'meeting-task.reminded':
      return aboutTask(work, event)
    case 'resolution.review-due':
      return aboutReview(work, event)
    default:
      return isStandardEvent(event) ? standardMail(work, event, notice.kind) : null
  }
}

async function ideaAnswered(
  work: Work,
  event: { ideaId: string; answerId: string },
  notice: Notice,
): Promise<NoticeMail | null> {
  const idea = await findIdeaFacts(work.tx, event.ideaId)
  const answer = await work.tx
    .selectFrom('officialAnswer')
    .innerJoin('account', 'account.id', 'officialAnswer.byId')
    .select([
      'officialAnswer.kind',
      'officialAnswer.text',
      'officialAnswer.reviewOn',
      'officialAnswer.byFunction',
      'account.name',
    ])
    .where('officialAnswer.id', '=', event.answerId)
    .executeTakeFirst()
  if (!idea || !answer) return null
  const facts = {
    ...idea,
    kind: answer.kind as 'no',
    person: answer.name,
    office: answer.byFunction,
    text: answer.text,
    reviewOn: answer.reviewOn,
  }
  return { topic: 'answers', data: ideaAnsweredMail(facts, idea.authorId === notice.accountId) }
}

async function answerExtended(work: Work, ideaId: string): Promise<NoticeMail | null> {
  const idea = await findIdeaFacts(work.tx, ideaId)
  const step = await work.tx
    .selectFrom('lifelineStep')
    .select('note')
    .where('subject', '=', `idea:${ideaId}`)
    .where('kind', '=', 'extended')
    .orderBy('at', 'desc')
    .executeTakeFirst()
  if (!idea?.answerDueAt) return null
  return {
    topic: 'answers',
    data: answerExtendedMail({ ...idea, until: idea.answerDueAt, reason: step?.note ?? '' }),
  }
}

async function answerReminded(
  work: Work,
  event: { ideaId: string; stage: string },
): Promise<NoticeMail | null> {
  const idea = await findIdeaFacts(work.tx, event.ideaId)
  const dueAt = event.stage === 'review' ? idea?.reviewOn : idea?.answerDueAt
  if (!idea?.responsible || !dueAt) return null
  const role = await work.tx
    .selectFrom('responsibleRole')
    .select('name')
    .where('slug', '=', idea.responsible)
    .executeTakeFirst()
  const daysLeft = Math.max(1, Math.ceil((Date.parse(dueAt) - Date.parse(work.now)) / 86_400_000))
  const facts = { ...idea, dueAt, role: role?.name ?? idea.responsible, daysLeft }
  return { topic: 'duty', data: answerDueMail(facts, event.stage as ReminderStage) }
}

async function contributionPosted(
  work: Work,
  event: { contributionId: string },
  notice: Notice,
): Promise<NoticeMail | null> {
  if (notice.kind !== 'reply' && notice.kind !== 'mention') return null
  const posted = await work.tx
    .selectFrom('contribution')
    .leftJoin('account', 'account.id', 'contribution.authorId')
    .leftJoin('contribution as parent', 'parent.id', 'contribution.parentId')
    .select(['contribution.publicNumber', 'contribution.text', 'account.name', 'parent.text as yours'])
    .select('contribution.conversationId')
    .where('contribution.id', '=', event.contributionId)
    .executeTakeFirst()
  if (!posted) return null
  const { title, subject } = await findMatterOf(work.tx, posted.conversationId)
  // A mail leaves the house; what was said in an inner room stays there, and a notice on the page tells of it.
  if (subject.space !== 'town') return null
  const facts = {
    publicNumber: posted.publicNumber,
    title,
    person: posted.name ?? '',
    text: posted.text,
  }
  const data =
    notice.kind === 'reply' ? replyMail({ ...facts, yours: posted.yours ?? '' }) : mentionMail(facts)
  return { topic: 'answers', data }
}
