// Knows when two ideas become one, for how long that can be undone, and how their contributions are numbered.
import { refuse } from '../refusal.ts'
import { type Idea, isOpen } from './idea.ts'

const day = 86_400_000

/** One goes into the other; what it was promised waits, in case the two are split again. */
export function merge(idea: Idea, into: Idea, now: string): Idea {
  if (idea.id === into.id) throw refuse('idea_merged_into_itself')
  if (idea.state !== 'talk' || !isOpen(into.state)) throw refuse('idea_not_open')
  return { ...idea, state: 'merged', mergedIntoId: into.id, movedAt: now }
}

/** Back in conversation, within so many days after the merge. */
export function split(idea: Idea, splitDays: number, now: string): Idea {
  if (idea.state !== 'merged') throw refuse('idea_not_open')
  if (!isSplittable(idea, splitDays, now)) throw refuse('idea_split_too_late', { days: splitDays })
  return { ...idea, state: 'talk', mergedIntoId: null, movedAt: now }
}

export function isSplittable(idea: Pick<Idea, 'state' | 'movedAt'>, splitDays: number, now: string): boolean {
  return idea.state === 'merged' && Date.parse(now) <= Date.parse(idea.movedAt) + splitDays * day
}

export interface Numbered {
  readonly id: string
  readonly number: number
  readonly rootNumber: number
}

/**
 * New numbers for contributions that move or close ranks: in their old order, one after the other behind `after`,
 * each branch still pointing at the one that opened it. A root outside the list keeps its number.
 *
 * Numbers are unique and without gaps in a conversation, since readers find out by them what they have missed.
 * So those that come in are appended as if posted now (everybody sees them as new), and those that leave again
 * are numbered from 1, while the ones that stay close the gap. The public address (/beitraege/345) never changes.
 */
export function renumber(contributions: readonly Numbered[], after: number): readonly Numbered[] {
  const sorted = [...contributions].sort((a, b) => a.number - b.number)
  const numbers = new Map(sorted.map((contribution, place) => [contribution.number, after + place + 1]))
  return sorted.map(({ id, number, rootNumber }) => ({
    id,
    number: numbers.get(number) ?? number,
    rootNumber: numbers.get(rootNumber) ?? rootNumber,
  }))
}
