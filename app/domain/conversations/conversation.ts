// A conversation as a whole: whether it takes contributions, and how it is cut into pages.
import { refuse } from '../refusal.ts'

/** What a conversation can be about; 'talk': nothing but its own title. */
export const subjectKinds = ['idea', 'talk', 'poll', 'clause', 'amendment', 'agendaItem'] as const
export type SubjectKind = (typeof subjectKinds)[number]

export interface Conversation {
  readonly id: string
  readonly subjectKind: SubjectKind
  readonly subjectId: string
  readonly state: 'open' | 'closed'
  readonly contributionCount: number
  readonly movedAt: string
  readonly version: number
}

/** By reasons: questions first, then what speaks for and against. By time: everything in its order. */
export const views = ['reasons', 'time'] as const
export type View = (typeof views)[number]

export const contributionsPerPage = 25

/** Replies shown below one contribution in the view by reasons; the view by time has them all. */
export const repliesShown = 30

export function pagesOf(contributions: number): number {
  return Math.max(1, Math.ceil(contributions / contributionsPerPage))
}

/** By time a page is a range of numbers, so a contribution never changes its page. */
export function pageByTime(number: number): number {
  return Math.max(1, Math.ceil(number / contributionsPerPage))
}

export function numbersOnPage(page: number): { readonly first: number; readonly last: number } {
  return { first: (page - 1) * contributionsPerPage + 1, last: page * contributionsPerPage }
}

/** Where the contribution with this number stands in the view by time of the page at `address`. */
export function addressByTime(address: string, number: number): string {
  return `${address}?ansicht=zeit&seite=${pageByTime(number)}#b${number}`
}

export function close(conversation: Conversation): Conversation {
  if (conversation.state === 'closed') throw refuse('conversation_closed')
  return { ...conversation, state: 'closed' }
}

export function reopen(conversation: Conversation): Conversation {
  if (conversation.state === 'open') throw refuse('already_decided')
  return { ...conversation, state: 'open' }
}
