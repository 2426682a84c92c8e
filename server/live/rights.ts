// Which events may take somebody's right away, and whose watching is asked again for that.
import type { Event } from '#app/domain/events.ts'

export type Concerned =
  /** One session, or all of an account: they end at once. */
  | { readonly who: 'session'; readonly accountId: string; readonly sessionId: string | null }
  | { readonly who: 'account'; readonly accountId: string }
  /** Seats changed, and with them what anybody may read. */
  | { readonly who: 'signed-in' }
  | { readonly who: 'idea'; readonly ideaId: string }
  | { readonly who: 'conversation'; readonly conversationId: string }
  /** Items of a meeting changed: one may have been closed to the public. */
  | { readonly who: 'meeting'; readonly meetingId: string }
  /** A vote that was only announced may become one its own house alone knows of. */
  | { readonly who: 'poll'; readonly pollId: string }

export function rightsChangedBy(event: Event): Concerned | null {
  switch (event.type) {
    case 'session.ended':
      return { who: 'session', accountId: event.accountId, sessionId: event.sessionId }
    case 'account.appointed':
    case 'account.released':
    case 'account.erased':
    case 'account.paused':
    case 'creator.declared':
    case 'creator.confirmed':
    case 'creator.refused':
    case 'creator.ended':
      return { who: 'account', accountId: event.accountId }
    case 'body.changed':
      return { who: 'signed-in' }
    case 'idea.refused':
    case 'idea.hidden':
    case 'idea.withdrawn':
    case 'idea.merged':
    case 'idea.split':
    case 'idea.assigned':
      return { who: 'idea', ideaId: event.ideaId }
    case 'poll.changed':
      return { who: 'poll', pollId: event.pollId }
    case 'agenda.changed':
      return { who: 'meeting', meetingId: event.meetingId }
    case 'contribution.hidden':
    case 'contribution.deleted':
      return { who: 'conversation', conversationId: event.conversationId }
    default:
      return null
  }
}
