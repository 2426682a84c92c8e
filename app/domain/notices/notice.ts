// Decides whom an event concerns, and why: pure, so that nobody is told what another function forgot to ask.
import type { Event } from '../events.ts'
import { isStandardEvent, standardNotices, standardReasons } from '../standards/notices.ts'

export const noticeKinds = [
  'idea-answered',
  'answer-extended',
  'idea-done',
  'idea-on-agenda',
  'idea-off-agenda',
  'meeting-invited',
  'meeting-changed',
  'meeting-cancelled',
  'question-answered',
  'agenda-proposed',
  'proposal-decided',
  'minutes-to-check',
  'minutes-published',
  'task-given',
  'task-due',
  'resolution-review',
  'idea-merged',
  'idea-split',
  'idea-withdrawn',
  'reply',
  'mention',
  'contribution',
  'measure',
  'restored',
  'appeal-decided',
  'duty-answer',
  'duty-queue',
  'poll-opened',
  'poll-reminder',
  'poll-result',
  'poll-invalid',
  'poll-review',
  'election-announced',
  'election-roll',
  'election-list',
  'election-run-off',
  'election-result',
  'election-duty',
  'election-decided',
  'election-off',
  'election-seat',
  'seat-left',
  ...standardNotices,
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** The people around the thing an event is about, as they are when the event is followed up. */
export interface Concerned {
  readonly author: string | null
  readonly supporters: readonly string[]
  readonly followers: readonly string[]
  readonly parentAuthor: string | null
  readonly mentioned: readonly string[]
  readonly affected: string | null
  readonly moderators: readonly string[]
  readonly responsible: readonly string[]
  readonly voters: readonly string[]
  /** Everybody who sits in the body of a meeting. */
  readonly seated: readonly string[]
}

export const nobody: Concerned = {
  author: null,
  supporters: [],
  followers: [],
  parentAuthor: null,
  mentioned: [],
  affected: null,
  moderators: [],
  responsible: [],
  voters: [],
  seated: [],
}

export interface Notice {
  readonly accountId: string
  readonly kind: NoticeKind
}

/** At most one notice a person and event, the nearest reason first; nobody hears of their own deed. */
export function noticesFor(event: Event, concerned: Concerned, actorId: string | null): readonly Notice[] {
  const told = new Set<string>(actorId === null ? [] : [actorId])
  const notices: Notice[] = []
  for (const [kind, people] of reasons(event, concerned)) {
    for (const accountId of people) {
      if (accountId === null || told.has(accountId)) continue
      told.add(accountId)
      notices.push({ accountId, kind })
    }
  }
  return notices
}

type Reason = readonly [NoticeKind, readonly (string | null)[]]

function reasons(event: Event, to: Concerned): readonly Reason[] {
  const around = [to.author, ...to.supporters, ...to.followers]
  switch (event.type) {
    case 'idea.answered':
      return [['idea-answered', around]]
    case 'idea.answer-extended':
      return [['answer-extended', around]]
    case 'idea.done':
      return [['idea-done', around]]
    case 'agenda.idea-put':
      return [['idea-on-agenda', around]]
    case 'agenda.idea-taken-off':
      return [['idea-off-agenda', around]]
    case 'meeting.invited':
      return [['meeting-invited', to.seated]]
    case 'meeting.changed':
      return [['meeting-changed', to.seated]]
    case 'meeting.cancelled':
      return [['meeting-cancelled', [...to.seated, ...to.followers]]]
    case 'question.answered':
      return [['question-answered', [to.author]]]
    case 'agenda.proposed':
      return [['agenda-proposed', to.seated]]
    case 'agenda.proposal-decided':
      return [['proposal-decided', [to.author]]]
    case 'minutes.checked':
      return [['minutes-to-check', to.seated]]
    case 'minutes.published':
      return [['minutes-published', to.seated]]
    case 'meeting-task.given':
      return [['task-given', [to.affected]]]
    case 'meeting-task.reminded':
      return [['task-due', [to.affected]]]
    case 'resolution.review-due':
      return [['resolution-review', to.seated]]
    case 'idea.merged':
      return [['idea-merged', around]]
    case 'idea.split':
      return [['idea-split', around]]
    case 'idea.withdrawn':
      return [['idea-withdrawn', around]]
    case 'idea.received':
      return [['duty-queue', to.moderators]]
    case 'idea.answer-reminded':
      return [['duty-answer', to.responsible]]
    case 'idea.refused':
    case 'idea.hidden':
    case 'contribution.hidden':
    case 'account.paused':
      return [['measure', [to.affected]]]
    case 'idea.restored':
    case 'contribution.restored':
      return [['restored', [to.affected]]]
    case 'contribution.posted':
      return [
        ['reply', [to.parentAuthor]],
        ['mention', to.mentioned],
        ['contribution', [to.author, ...to.followers]],
      ]
    case 'report.filed':
    case 'measure.appealed':
      return [['duty-queue', to.moderators]]
    case 'poll.opened':
      return [['poll-opened', to.voters]]
    case 'poll.reminded':
      return [['poll-reminder', to.voters]]
    case 'poll.counted':
    case 'poll.lot-drawn':
      return [['poll-result', to.voters]]
    case 'poll.invalidated':
      return [['poll-invalid', to.voters]]
    case 'poll.review-due':
      return [['poll-review', [to.author]]]
    case 'election.announced':
      return [['election-announced', to.voters]]
    case 'election.roll-closed':
      return [['election-roll', to.voters]]
    case 'election.prepared':
      return [['election-list', to.voters]]
    case 'election.run-off':
      return [['election-run-off', to.voters]]
    case 'election.settled':
      return [['election-result', to.voters]]
    case 'election.objected':
      return [['election-duty', to.moderators]]
    case 'election.seat-left':
      return [['seat-left', to.moderators]]
    case 'election.objection-decided':
      return [['election-decided', [to.author, to.affected]]]
    case 'election.invalidated':
      return [['election-off', to.voters]]
    case 'election.terms-begun':
    case 'election.seat-filled':
      return [['election-seat', to.seated]]
    case 'appeal.decided':
      return [['appeal-decided', [to.affected]]]
    default:
      return isStandardEvent(event) ? standardReasons(event, to) : []
  }
}
