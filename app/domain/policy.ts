// Who may: one table of plain data. Pages, forms, feeds, search, mails and live channels all ask it.
import type { Actor } from './actor.ts'
import { type Standing, type Subject, standingsOf } from './standing.ts'

export type { Standing, Subject } from './standing.ts'

export const policy = {
  'town.read': ['anyone'],
  'town.set-up': ['system'],
  'town.operate': ['operator'],
  'town.change': ['operator', 'system'],

  'idea.read': ['reader', 'author', 'moderator'],
  'idea.post': ['anyone'],
  'idea.publish': ['moderator'],
  'idea.edit': ['author'],
  'idea.withdraw': ['author', 'moderator'],
  'idea.support': ['account'],
  'idea.follow': ['account'],
  'idea.tag': ['moderator'],
  'idea.merge': ['moderator'],
  'idea.assign': ['moderator'],
  'idea.answer': ['responsible'],
  'idea.finish': ['responsible', 'moderator'],
  'idea.enter-for-somebody': ['moderator', 'staff'],
  'idea.remind': ['system'],

  'conversation.read': ['reader', 'moderator'],
  'conversation.contribute': ['account'],
  'conversation.answer-officially': ['staff'],
  'conversation.close': ['moderator'],
  'contribution.read': ['reader', 'author', 'moderator'],
  'contribution.edit': ['author'],
  'contribution.delete': ['author'],
  'contribution.react': ['account'],
  'contribution.hide': ['moderator'],
  'contribution.read-hidden': ['author', 'moderator'],

  'report.file': ['anyone'],
  'moderation.read': ['moderator'],
  'moderation.decide': ['moderator'],
  'measure.appeal': ['self'],
  /** A guest's idea has no account: the secret word speaks for its author. */
  'measure.appeal-by-word': ['anyone'],
  'appeal.decide': ['moderator'],

  'account.sign-in': ['anyone', 'system'],
  'account.open': ['system'],
  'session.start': ['system'],
  'account.read': ['self', 'operator'],
  'account.change': ['self'],
  'account.export': ['self'],
  'account.erase': ['self'],
  'account.appoint': ['operator', 'system'],
  'account.change-mail': ['self', 'operator'],
  'account.end-sessions': ['operator'],
  'account.pause': ['moderator', 'operator'],
  'notice.read': ['self'],

  'body.read': ['anyone'],
  'body.manage': ['operator', 'system'],
  /** Ask somebody onto a seat, by mail. */
  'seat.invite': ['operator', 'chair', 'deputy'],
  /** A working group is founded by the body it works for. */
  'group.found': ['operator', 'chair', 'deputy'],
  'creator.declare': ['account'],
  'creator.confirm': ['speaker'],
  'election.read': ['anyone'],
  'election.set-up': ['speaker'],
  'election.stand': ['creator', 'speaker'],
  'election.object-roll': ['account'],
  'election.object': ['creator', 'speaker'],
  'election.decide-objection': ['speaker', 'moderator'],
  'election.run': ['system'],
  'creator.object': ['creator', 'self'],
  'creator.decide-objection': ['speaker'],
  'council.read-internal': ['creator', 'speaker', 'moderator'],
  'council.open-talk': ['creator', 'speaker'],
  'council.write-statement': ['speaker'],
  'council.appoint-moderator': ['speaker'],
  'council.change': ['speaker', 'system'],
  'council.take-along': ['speaker'],
  'council.note-access': ['system', 'operator'],

  'poll.read': ['reader'],
  'poll.read-table': ['member', 'chair'],
  'poll.read-council': ['creator', 'speaker'],
  'poll.set-up': ['moderator', 'staff', 'chair', 'system'],
  'poll.set-up-table': ['chair', 'system'],
  'poll.set-up-council': ['speaker', 'system'],
  'poll.run': ['system'],
  'ballot.cast': ['elector'],
  /** A token signed blind, or a printed code, speaks for its voter: nobody is asked who they are. */
  'ballot.cast-by-token': ['anyone'],

  'standard.read': ['reader', 'drafter', 'chair'],
  'standard.found': ['chair', 'system'],
  'standard.draft': ['drafter'],
  /** Keeps what several wrote together; the house does it for them when they have gone. */
  'standard.keep-draft': ['drafter', 'system'],
  /** Dates, stages, publication: the drafting group or the chair of the Round Table. */
  'standard.steer': ['drafter', 'chair'],
  'standard.adopt': ['chair', 'system'],
  'standard.declare': ['account'],
  'standard.follow': ['account'],
  'standard.remind': ['system'],
  'amendment.propose': ['account'],
  'amendment.change': ['author'],
  'amendment.cosign': ['account'],
  'amendment.recommend': ['drafter'],
  /** Out of a bundle, for a vote of its own: any seat at the Round Table. */
  'amendment.pull': ['member'],
  'amendment.decide': ['chair', 'system'],
  'amendment.settle': ['drafter', 'chair'],
  'declaration.withdraw': ['author'],
  'programme.steer': ['chair', 'system'],
  'meeting.read': ['reader'],
  'meeting.read-inside': ['inside'],
  'meeting.plan': ['chair', 'deputy', 'minute-taker'],
  'meeting.lead': ['chair', 'deputy'],
  'meeting.take-part': ['member', 'substitute'],
  'meeting.signal': ['account'],
  'meeting.run': ['system'],
  'meeting.tell-need': ['account'],
  'meeting.read-needs': ['chair', 'deputy', 'minute-taker'],
  'agendaItem.read': ['reader', 'inside'],
  /** Who of them the rules of procedure say. */
  'agenda.propose': ['account'],
  'question.ask': ['account'],
  'question.answer': ['chair', 'deputy', 'minute-taker'],
  'minutes.write': ['minute-taker', 'chair', 'deputy'],
  'minutes.correct': ['inside'],
  'minutes.sign': ['chair', 'deputy', 'minute-taker'],
  'rules.change': ['chair', 'deputy', 'minute-taker'],
  'task.finish': ['self', 'chair', 'deputy', 'minute-taker'],
  'task.remind': ['system'],
} as const satisfies Record<string, readonly Standing[]>

/** Denial wins, whatever else a person is: the Council's inner rooms are closed to the administration. */
export const denied: Partial<Record<Action, readonly Standing[]>> = {
  'poll.read-council': ['administration'],
  'poll.set-up-council': ['administration'],
  'election.set-up': ['administration'],
  'election.stand': ['administration'],
  'election.object-roll': ['administration'],
  'election.object': ['administration'],
  'election.decide-objection': ['administration'],
  'creator.confirm': ['administration'],
  'creator.object': ['administration'],
  'creator.decide-objection': ['administration'],
  'council.read-internal': ['administration'],
  'council.open-talk': ['administration'],
  'council.write-statement': ['administration'],
  'council.appoint-moderator': ['administration'],
  'council.change': ['administration'],
  'council.take-along': ['administration'],
}

export type Action = keyof typeof policy

export const town: Subject = { kind: 'town' }

/** What reading this very thing is called. */
export function readingOf(subject: Extract<Subject, { public: boolean }>): Action {
  if (subject.kind === 'poll' && !subject.public) return readingInside[subject.space]
  return `${subject.kind}.read`
}

/** A vote that is not public is its own house's: the Council's is closed to the administration. */
const readingInside = {
  town: 'poll.read',
  'round-table': 'poll.read-table',
  council: 'poll.read-council',
} as const satisfies Record<string, Action>

export function may(actor: Actor, action: Action, subject: Subject): boolean {
  const standings = standingsOf(actor, subject)
  if (denied[action]?.some((standing) => standings.has(standing))) return false
  return (policy[action] as readonly Standing[]).some((standing) => standings.has(standing))
}
