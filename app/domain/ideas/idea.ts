// Knows the life of an idea: from received over the conversation to an answer, and when each step is allowed.
import { dayOf, endOfDay } from '../day.ts'
import { refuse } from '../refusal.ts'

export const ideaStates = [
  'waiting', // a guest's idea before a moderator read it
  'talk', // public, in conversation, the promise of an answer runs
  'will_be_done',
  'partly',
  'later',
  'no',
  'done',
  'withdrawn',
  'merged',
  'refused',
  'hidden',
] as const
export type IdeaState = (typeof ideaStates)[number]

export const answerKinds = ['will_be_done', 'partly', 'later', 'no'] as const
export type AnswerKind = (typeof answerKinds)[number]

export interface Idea {
  readonly id: string
  readonly number: number
  readonly conversationId: string
  readonly title: string
  readonly text: string
  readonly html: string
  readonly sanitiser: string
  readonly language: string
  readonly state: IdeaState
  readonly district: string
  readonly authorId: string | null
  readonly authorName: string | null
  readonly source: 'web' | 'paper' | 'phone'
  readonly secretHash: string | null
  readonly pictureId: string | null
  readonly supportCount: number
  readonly receivedAt: string
  readonly publishedAt: string | null
  readonly movedAt: string
  readonly responsible: string | null
  readonly answerDueAt: string | null
  readonly reviewOn: string | null
  readonly mergedIntoId: string | null
  readonly closedReason: string | null
  /** What it was before it was hidden. */
  readonly stateBefore: IdeaState | null
  /** The item under which it stands on an agenda; its state and its promise go on meanwhile. */
  readonly agendaItemId: string | null
  readonly version: number
}

/** States in which anybody may read an idea. A merged one leads on to the idea it went into. */
export const publicStates = [
  'talk',
  'will_be_done',
  'partly',
  'later',
  'no',
  'done',
  'withdrawn',
  'merged',
] as const satisfies readonly IdeaState[]

export function isPublic(state: IdeaState): boolean {
  return (publicStates as readonly IdeaState[]).includes(state)
}

/** Open for support, edits by its author, and conversation. */
export function isOpen(state: IdeaState): boolean {
  return state === 'talk' || state === 'will_be_done' || state === 'partly' || state === 'later'
}

/** A no and a finished deed may be talked about too, until a moderator closes the conversation. */
export function isTalkedAbout(state: IdeaState): boolean {
  return isOpen(state) || state === 'no' || state === 'done'
}

export function isAnswered(state: IdeaState): boolean {
  return state === 'done' || (answerKinds as readonly IdeaState[]).includes(state)
}

/** Goes public: the promise starts here, with who answers and until when. */
export function publish(
  idea: Idea,
  promise: { responsible: string; answerDueAt: string },
  now: string,
): Idea {
  if (idea.state !== 'waiting') throw refuse('idea_already_published')
  return { ...idea, ...promise, state: 'talk', publishedAt: now, movedAt: now }
}

/** Not published. The reason stands in the measure, for whoever has the number and the secret word. */
export function refusePublication(idea: Idea, now: string): Idea {
  if (idea.state !== 'waiting') throw refuse('idea_already_published')
  return { ...idea, state: 'refused', movedAt: now }
}

export function hide(idea: Idea): Idea {
  if (!isPublic(idea.state)) throw refuse('idea_not_open')
  return { ...idea, state: 'hidden', stateBefore: idea.state }
}

/** Back to where it was. One that was never published goes back to be read once more. */
export function restore(idea: Idea): Idea {
  if (idea.state === 'refused') return { ...idea, state: 'waiting' }
  if (idea.state !== 'hidden') throw refuse('already_decided')
  return { ...idea, state: idea.stateBefore ?? 'talk', stateBefore: null }
}

/** Supported, once a person, by everybody but its author. */
export function checkSupportable(idea: Idea, accountId: string | null): void {
  if (!isOpen(idea.state)) throw refuse('idea_not_open')
  if (idea.authorId !== null && idea.authorId === accountId) throw refuse('own_idea_supported')
}

/** New words by its author. What was public stays readable as an earlier version. */
export function edit(
  idea: Idea,
  words: Pick<Idea, 'title' | 'text' | 'html' | 'sanitiser' | 'district' | 'language'>,
): Idea {
  if (idea.state === 'withdrawn') throw refuse('idea_withdrawn')
  if (idea.state !== 'waiting' && !isOpen(idea.state)) throw refuse('idea_not_open')
  return { ...idea, ...words }
}

export function assign(idea: Idea, responsible: string): Idea {
  if (idea.state !== 'talk' && idea.state !== 'later') throw refuse('idea_not_open')
  return { ...idea, responsible }
}

export function withdraw(idea: Idea, reason: string, now: string): Idea {
  if (idea.state === 'withdrawn') throw refuse('idea_withdrawn')
  if (idea.state !== 'waiting' && idea.state !== 'talk') throw refuse('idea_not_open')
  return { ...idea, state: 'withdrawn', closedReason: reason, answerDueAt: null, movedAt: now }
}

/** Onto an agenda, once at a time: only what is talked about, or was put off until later. */
export function putOnAgenda(idea: Idea, itemId: string, now: string): Idea {
  if (idea.state !== 'talk' && idea.state !== 'later') throw refuse('idea_not_open')
  if (idea.agendaItemId !== null) throw refuse('idea_on_agenda')
  return { ...idea, agendaItemId: itemId, movedAt: now }
}

export function takeOffAgenda(idea: Idea, now: string): Idea {
  return { ...idea, agendaItemId: null, movedAt: now }
}

/** Days the answer is late, from the end of the promised day on; 0 while it is in time or was given. */
export function daysOverdue(idea: Pick<Idea, 'state' | 'answerDueAt'>, now: string): number {
  if (idea.state !== 'talk' || idea.answerDueAt === null || now <= idea.answerDueAt) return 0
  return Math.ceil((Date.parse(now) - Date.parse(idea.answerDueAt)) / 86_400_000)
}

/** The promised moment: the end of the day so many weeks after publication, by the clocks of `timeZone`. */
export function answerDue(publishedAt: string, weeks: number, timeZone: string): string {
  const weeksLater = new Date(Date.parse(publishedAt) + weeks * 7 * 86_400_000).toISOString()
  return endOfDay(dayOf(weeksLater, timeZone), timeZone)
}
