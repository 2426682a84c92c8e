// Knows how the life of an idea is drawn: what happened, where it stands, and what is still to come.
import type { LifelineStep } from '../lifelines.ts'
import { type Idea, isAnswered } from './idea.ts'

export type LifeWord =
  | 'received'
  | 'waiting'
  | 'talk'
  | 'agenda'
  | 'will_be_done'
  | 'partly'
  | 'later'
  | 'no'
  | 'done'
  | 'withdrawn'
  | 'merged'
  | 'refused'
  | 'hidden'
  | 'answer'
  | 'review'

export interface LifeMark {
  readonly word: LifeWord
  readonly state: 'past' | 'now' | 'future'
  /** A moment or a day; null where nobody knows yet. */
  readonly at: string | null
  readonly when: 'on' | 'since' | 'until' | 'open'
}

/** The main stations only; extensions, merges and the like stand in the list of all steps below. */
export function drawLife(
  idea: Pick<
    Idea,
    'state' | 'receivedAt' | 'publishedAt' | 'movedAt' | 'answerDueAt' | 'reviewOn' | 'agendaItemId'
  >,
  steps: readonly LifelineStep[],
): readonly LifeMark[] {
  const { state } = idea
  const past = (word: LifeWord, at: string): LifeMark => ({ word, state: 'past', at, when: 'on' })
  const now = (word: LifeWord, at: string): LifeMark => ({ word, state: 'now', at, when: 'since' })
  const open = (word: LifeWord): LifeMark => ({ word, state: 'future', at: null, when: 'open' })
  const until = (word: LifeWord, at: string | null): LifeMark =>
    at === null ? open(word) : { word, state: 'future', at, when: 'until' }
  const begun = [past('received', idea.receivedAt)]

  if (state === 'waiting') return [...begun, now('waiting', idea.receivedAt), open('talk'), open('answer')]
  if (idea.publishedAt === null) return [...begun, now(state, idea.movedAt)]
  if (state === 'talk' && idea.agendaItemId !== null) {
    const put = steps.filter(({ kind }) => kind === 'on_agenda').at(-1)
    return [
      ...begun,
      past('talk', idea.publishedAt),
      now('agenda', put?.at ?? idea.movedAt),
      until('answer', idea.answerDueAt),
      open('done'),
    ]
  }
  if (state === 'talk') {
    return [...begun, now('talk', idea.publishedAt), until('answer', idea.answerDueAt), open('done')]
  }
  begun.push(past('talk', idea.publishedAt))
  const answers = steps.flatMap(({ kind, at }) =>
    kind === 'will_be_done' || kind === 'partly' || kind === 'later' || kind === 'no' ? [{ kind, at }] : [],
  )
  const earlier = isAnswered(state) && state !== 'done' ? answers.slice(0, -1) : answers
  const marks = [...begun, ...earlier.map(({ kind, at }) => past(kind, at)), now(state, idea.movedAt)]
  if (state === 'will_be_done' || state === 'partly') return [...marks, open('done')]
  return state === 'later' ? [...marks, until('review', idea.reviewOn)] : marks
}
