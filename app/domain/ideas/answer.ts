// Knows the promise of an answer: when people are reminded of it, how it is kept, moved, and followed by the deed.
import { refuse } from '../refusal.ts'
import type { AnswerKind, Idea } from './idea.ts'

/** Half, four fifths and the end of the promised time; and the day on which a 'later' is looked at again. */
export const reminderStages = ['half', 'four-fifths', 'end', 'review'] as const
export type ReminderStage = (typeof reminderStages)[number]

const share = { half: 0.5, 'four-fifths': 0.8, end: 1 } as const

/** When each reminder of a promise made at `from` and due at `dueAt` is sent. Moments, ISO 8601. */
export function remindersOf(from: string, dueAt: string): readonly { stage: ReminderStage; at: string }[] {
  const start = Date.parse(from)
  const length = Date.parse(dueAt) - start
  return (['half', 'four-fifths', 'end'] as const).map((stage) => ({
    stage,
    at: new Date(start + length * share[stage]).toISOString(),
  }))
}

/** A reminder that arrives after the answer has nothing left to say. */
export function checkReminder(idea: Idea, stage: ReminderStage): void {
  if (stage === 'review' ? idea.state !== 'later' : idea.state !== 'talk') throw refuse('idea_has_answer')
}

export interface AnswerWords {
  readonly kind: AnswerKind
  /** The day on which 'later' is looked at again, as 2027-06-01. */
  readonly reviewOn: string | null
}

/** An open idea is answered once; one put off until later gets its real answer afterwards. */
export function answer(idea: Idea, words: AnswerWords, now: string): Idea {
  if (idea.state !== 'talk' && idea.state !== 'later') {
    throw refuse(isSettled(idea) ? 'idea_has_answer' : 'idea_not_open')
  }
  if (words.kind === 'later' && (words.reviewOn === null || words.reviewOn <= now.slice(0, 10))) {
    throw refuse('answer_needs_review_date')
  }
  return {
    ...idea,
    state: words.kind,
    reviewOn: words.kind === 'later' ? words.reviewOn : null,
    answerDueAt: null,
    movedAt: now,
  }
}

/** A later day, with a public reason that stands in the life line. */
export function extend(idea: Idea, dueAt: string, now: string): Idea {
  if (idea.state !== 'talk') throw refuse(isSettled(idea) ? 'idea_has_answer' : 'idea_not_open')
  if (dueAt <= now || (idea.answerDueAt !== null && dueAt <= idea.answerDueAt)) {
    throw refuse('extension_needs_later_date')
  }
  return { ...idea, answerDueAt: dueAt }
}

/** Done: only what was promised in an answer can be. */
export function finish(idea: Idea, now: string): Idea {
  if (idea.state !== 'will_be_done' && idea.state !== 'partly') throw refuse('idea_not_open')
  return { ...idea, state: 'done', movedAt: now }
}

function isSettled(idea: Idea): boolean {
  return ['will_be_done', 'partly', 'no', 'done'].includes(idea.state)
}
