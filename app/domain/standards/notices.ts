// Decides whom an event of a standard concerns, and why: the nearest reason first.
import type { Event } from '../events.ts'
import type { Concerned } from '../notices/notice.ts'
import type { StandardEvents } from './events.ts'

export const standardNotices = [
  'amendment-recommended',
  'amendment-collides',
  'amendment-answered',
  'amendment-on-agenda',
  'amendment-decided',
  'amendment-to-settle',
  'amendment-news',
  'clause-changed',
  'standard-news',
  'consultation-open',
  'consultation-closing',
  'consultation-closed',
  'section-task',
  'section-task-due',
  'declaration-review',
  'standard-review',
] as const
export type StandardNotice = (typeof standardNotices)[number]

export type StandardEvent = Extract<Event, { type: keyof StandardEvents }>

export function isStandardEvent(event: Event): event is StandardEvent {
  return 'standardId' in event
}

type Reason = readonly [StandardNotice, readonly (string | null)[]]

/** `supporters` are the cosigners, `responsible` those of the drafting group or at the table who have to act. */
export function standardReasons(event: StandardEvent, to: Concerned): readonly Reason[] {
  const behind = [to.author, ...to.supporters]
  switch (event.type) {
    case 'amendment.proposed':
      return [
        ['amendment-collides', to.responsible],
        ['standard-news', to.followers],
      ]
    case 'amendment.recommended':
      return [
        ['amendment-recommended', [to.author]],
        ['amendment-news', [...to.supporters, ...to.followers]],
      ]
    case 'amendment.answered':
      return [['amendment-answered', to.responsible]]
    case 'amendment.put-on-agenda':
      return [
        ['amendment-on-agenda', behind],
        ['amendment-news', to.followers],
      ]
    case 'amendment.decided':
      return [
        ['amendment-decided', behind],
        ['amendment-to-settle', to.responsible],
        ['amendment-news', to.followers],
      ]
    case 'amendment.settled':
    case 'amendment.withdrawn':
    case 'amendment.reopened':
    case 'amendment.taken-off-agenda':
      return [['amendment-news', [...behind, ...to.followers]]]
    case 'clause.changed':
    case 'clause.struck':
      return [['clause-changed', to.followers]]
    case 'standard.published':
    case 'standard.adopted':
    case 'standard.withdrawn':
      return [['standard-news', [...to.responsible, ...to.followers]]]
    case 'standard.consultation-turned':
      return [[`consultation-${event.to}`, [...to.responsible, ...to.followers]]]
    case 'standard.review-due':
      return [['standard-review', to.responsible]]
    case 'task.given':
      return [['section-task', [to.affected]]]
    case 'task.reminded':
      return [['section-task-due', [to.affected]]]
    case 'declaration.review-due':
      return [['declaration-review', [to.affected]]]
    default:
      return []
  }
}
