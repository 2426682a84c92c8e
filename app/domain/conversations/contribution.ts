// What one contribution may be and become: its move, how deep it may answer, and how it is edited and taken back.
import type { Actor } from '../actor.ts'
import { refuse } from '../refusal.ts'

/** How a contribution begins. Only a reply can be an answer. */
export const openingMoves = ['question', 'for', 'against', 'proposal', 'experience'] as const
export const replyMoves = ['answer', ...openingMoves] as const
export type Move = (typeof replyMoves)[number]

/** Where a contribution stands in the view by reasons. */
export const sections = ['open-question', 'answered-question', 'stance', 'proposal', 'experience'] as const
export type Section = (typeof sections)[number] | 'reply'

/** A contribution, a reply, and a reply to that reply; then it is time for a contribution of one's own. */
export const deepest = 2

export const reactionKinds = ['understandable', 'connects'] as const
export type ReactionKind = (typeof reactionKinds)[number]

export interface Contribution {
  readonly id: string
  readonly publicNumber: number
  readonly conversationId: string
  readonly number: number
  readonly parentId: string | null
  readonly rootNumber: number
  readonly depth: number
  readonly authorId: string | null
  /** The office it was written for; null where a person speaks for themselves. */
  readonly authorFunction: string | null
  readonly move: Move
  readonly section: Section
  readonly text: string
  readonly html: string
  readonly sanitiser: string
  readonly language: string
  readonly replyCount: number
  readonly postedAt: string
  readonly editedAt: string | null
  readonly deletedAt: string | null
  readonly hiddenAt: string | null
  readonly movedFromId: string | null
  readonly version: number
}

/** Where a new contribution hangs: on its own, or below the one it answers. */
export function placeBelow(
  parent: Pick<Contribution, 'id' | 'depth' | 'rootNumber' | 'deletedAt' | 'hiddenAt'> | null,
  number: number,
): Pick<Contribution, 'parentId' | 'depth' | 'rootNumber'> {
  if (parent === null) return { parentId: null, depth: 0, rootNumber: number }
  if (parent.depth >= deepest) throw refuse('reply_too_deep')
  if (parent.deletedAt !== null) throw refuse('contribution_gone')
  if (parent.hiddenAt !== null) throw refuse('contribution_hidden')
  return { parentId: parent.id, depth: parent.depth + 1, rootNumber: parent.rootNumber }
}

/** An answer needs something it answers; standing alone it is what most answers are, a proposal. */
export function moveAt(move: Move, depth: number): Move {
  return move === 'answer' && depth === 0 ? 'proposal' : move
}

export function sectionOf(move: Move, depth: number, answered: boolean): Section {
  if (depth > 0) return 'reply'
  switch (move) {
    case 'question':
      return answered ? 'answered-question' : 'open-question'
    case 'for':
    case 'against':
      return 'stance'
    case 'experience':
      return 'experience'
    case 'proposal':
    case 'answer':
      return 'proposal'
  }
}

/** Whether a reply answers the question above it: by its move, or because an office speaks. */
export function answers(reply: Pick<Contribution, 'move' | 'authorFunction'>): boolean {
  return reply.move === 'answer' || reply.authorFunction !== null
}

/** The first minutes belong to the author; afterwards every earlier text stays readable. */
export function isFreeEdit(
  contribution: Pick<Contribution, 'postedAt'>,
  now: string,
  minutes: number,
): boolean {
  return Date.parse(now) - Date.parse(contribution.postedAt) <= minutes * 60_000
}

export function edit(
  contribution: Contribution,
  written: Pick<Contribution, 'text' | 'html' | 'sanitiser'>,
  now: string,
  minutes: number,
): Contribution {
  if (contribution.deletedAt !== null) throw refuse('contribution_gone')
  if (contribution.hiddenAt !== null) throw refuse('contribution_hidden')
  const free = isFreeEdit(contribution, now, minutes)
  return { ...contribution, ...written, editedAt: free ? contribution.editedAt : now }
}

/** The words go for good; the place and the replies stay. */
export function takeBack(contribution: Contribution, now: string): Contribution {
  if (contribution.deletedAt !== null) throw refuse('contribution_gone')
  return { ...contribution, text: '', html: '', editedAt: null, deletedAt: now }
}

export function hide(contribution: Contribution, now: string): Contribution {
  if (contribution.deletedAt !== null) throw refuse('contribution_gone')
  if (contribution.hiddenAt !== null) throw refuse('already_decided')
  return { ...contribution, hiddenAt: now }
}

export function restore(contribution: Contribution): Contribution {
  if (contribution.deletedAt !== null) throw refuse('contribution_gone')
  if (contribution.hiddenAt === null) throw refuse('already_decided')
  return { ...contribution, hiddenAt: null }
}

export function mayReactTo(contribution: Contribution, actor: Actor): void {
  if (contribution.deletedAt !== null) throw refuse('contribution_gone')
  if (contribution.hiddenAt !== null) throw refuse('contribution_hidden')
  if (contribution.authorId === actor.accountId) throw refuse('reaction_on_own')
}

/** Numbers do not lead the talk: shown from three on, after one's own choice or when the talk is over. */
export function shownCount(count: number, own: boolean, closed: boolean): number | null {
  return count >= 3 && (own || closed) ? count : null
}
