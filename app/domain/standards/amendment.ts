// Knows the life of an amendment: proposed, recommended on, voted, and what becomes of the words.
import { refuse } from '../refusal.ts'
import { collide } from './text/merge.ts'

export const amendmentStates = [
  'proposed', // open for cosigners and conversation, waits for the editors
  'recommended', // the editors said what they recommend, the author may answer
  'on_agenda', // lies before the Round Table
  'to_settle', // adopted by vote, but its words collide with the text of today: a human writes them
  'adopted',
  'adopted_changed',
  'rejected',
  'withdrawn',
] as const
export type AmendmentState = (typeof amendmentStates)[number]

export const partKinds = ['change', 'insert', 'strike', 'move'] as const
export type PartKind = (typeof partKinds)[number]

export const recommendations = ['adopt', 'adopt_changed', 'reject'] as const
export type Recommendation = (typeof recommendations)[number]

/** What the author says to the editors' changed words. */
export const authorAnswers = ['agreed', 'kept'] as const
export type AuthorAnswer = (typeof authorAnswers)[number]

export interface Amendment {
  readonly id: string
  readonly standardId: string
  /** Ä1, Ä2 … within its standard. */
  readonly number: number
  readonly state: AmendmentState
  readonly authorId: string | null
  readonly reason: string
  readonly reasonHtml: string
  readonly conversationId: string
  readonly proposedAt: string
  readonly recommendation: Recommendation | null
  readonly recommendationReason: string | null
  readonly recommendedAt: string | null
  readonly authorAnswer: AuthorAnswer | null
  readonly decidedAt: string | null
  /** The result in a sentence, as the chair read it out. */
  readonly decision: string | null
  readonly version: number
}

export interface AmendmentPart {
  readonly id: string
  readonly amendmentId: string
  readonly kind: PartKind
  /** The clause it changes, strikes or moves; for an insertion the one that comes into being by it, once adopted. */
  readonly clauseId: string | null
  readonly sectionId: string
  /** Insert and move: behind which clause of the section; null for its beginning. */
  readonly afterClauseId: string | null
  /** The version of the clause its author had in hand. */
  readonly baseVersion: number | null
  readonly baseText: string
  readonly text: string
  /** The editors' words instead, where they recommend a changed version. */
  readonly recommendedText: string | null
}

export const openAmendmentStates: readonly AmendmentState[] = [
  'proposed',
  'recommended',
  'on_agenda',
  'to_settle',
]

export function isOpenAmendment(state: AmendmentState): boolean {
  return openAmendmentStates.includes(state)
}

export function recommend(
  amendment: Amendment,
  words: { readonly recommendation: Recommendation; readonly reason: string },
  now: string,
): Amendment {
  if (amendment.state !== 'proposed' && amendment.state !== 'recommended') throw refuse('amendment_not_open')
  return {
    ...amendment,
    state: 'recommended',
    recommendation: words.recommendation,
    recommendationReason: words.reason,
    recommendedAt: now,
    authorAnswer: null,
  }
}

/** Only changed words ask their author; a plain yes or no has nothing to agree to. */
export function answerRecommendation(amendment: Amendment, answer: AuthorAnswer): Amendment {
  if (amendment.state !== 'recommended' || amendment.recommendation !== 'adopt_changed') {
    throw refuse('amendment_nothing_to_answer')
  }
  return { ...amendment, authorAnswer: answer }
}

export function putOnAgenda(amendment: Amendment): Amendment {
  if (amendment.state !== 'proposed' && amendment.state !== 'recommended') throw refuse('amendment_not_open')
  return { ...amendment, state: 'on_agenda' }
}

/** Not voted on after all: back to where it was before. */
export function takeOffAgenda(amendment: Amendment): Amendment {
  if (amendment.state !== 'on_agenda') throw refuse('amendment_not_on_agenda')
  return { ...amendment, state: amendment.recommendation === null ? 'proposed' : 'recommended' }
}

export function withdraw(amendment: Amendment): Amendment {
  if (amendment.state !== 'proposed' && amendment.state !== 'recommended') throw refuse('amendment_not_open')
  return { ...amendment, state: 'withdrawn' }
}

/** Withdrawn or rejected it may come back: the conversation and what was said of it stay. */
export function reopen(amendment: Amendment): Amendment {
  if (amendment.state !== 'withdrawn' && amendment.state !== 'rejected') throw refuse('amendment_not_closed')
  return {
    ...amendment,
    state: 'proposed',
    recommendation: null,
    recommendationReason: null,
    recommendedAt: null,
    authorAnswer: null,
    decidedAt: null,
    decision: null,
  }
}

export const outcomes = ['adopted', 'adopted_changed', 'rejected'] as const
export type Outcome = (typeof outcomes)[number]

/** The editors' words are voted on where they have some, unless the author kept to the own ones. */
export function outcomeByVote(
  amendment: Pick<Amendment, 'recommendation' | 'authorAnswer'>,
  carried: boolean,
): Outcome {
  if (!carried) return 'rejected'
  const changed = amendment.recommendation === 'adopt_changed' && amendment.authorAnswer !== 'kept'
  return changed ? 'adopted_changed' : 'adopted'
}

export function decide(amendment: Amendment, outcome: Outcome, decision: string, now: string): Amendment {
  if (!isOpenAmendment(amendment.state) || amendment.state === 'to_settle') throw refuse('amendment_not_open')
  return { ...amendment, state: outcome, decision, decidedAt: now }
}

/** The words that are voted on: the editors' where their author agreed or the table takes them, else the author's own. */
export function votedText(
  amendment: Pick<Amendment, 'recommendation' | 'authorAnswer'>,
  part: Pick<AmendmentPart, 'text' | 'recommendedText'>,
  outcome: Outcome,
): string {
  return outcome === 'adopted_changed' && amendment.recommendation === 'adopt_changed'
    ? (part.recommendedText ?? part.text)
    : part.text
}

type Touching = Pick<AmendmentPart, 'kind' | 'clauseId' | 'sectionId' | 'afterClauseId'>

/** The place a part works on: parts that work on different ones never collide. */
export function placeOf(part: Touching): string {
  return part.kind === 'insert' ? `after ${part.sectionId} ${part.afterClauseId}` : `at ${part.clauseId}`
}

/** Whether two parts cannot both be adopted without asking somebody. */
export function partsCollide(
  one: Touching & Pick<AmendmentPart, 'text'>,
  other: Touching & Pick<AmendmentPart, 'text'>,
  today: string,
): boolean {
  if (one.kind === 'insert' || other.kind === 'insert') {
    return (
      one.kind === other.kind &&
      one.sectionId === other.sectionId &&
      one.afterClauseId === other.afterClauseId &&
      one.text !== other.text
    )
  }
  if (one.clauseId !== other.clauseId) return false
  if (one.kind === 'strike' && other.kind === 'strike') return false
  if (one.kind === 'strike' || other.kind === 'strike') return true
  if (one.kind === 'move' && other.kind === 'move') return one.afterClauseId !== other.afterClauseId
  if (one.kind === 'move' || other.kind === 'move') return false
  return collide(today, one.text, other.text)
}
