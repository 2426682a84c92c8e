// Knows how seats are filled: benches with their numbers, functions, and terms that begin and end.
import type { BodyFunction } from '../actor.ts'
import { refuse } from '../refusal.ts'

export const bodyKinds = ['round-table', 'council', 'working-group'] as const
export type BodyKind = (typeof bodyKinds)[number]

export const bodyFunctions = [
  'chair',
  'deputy',
  'minute-taker',
  'member',
  'speaker',
  'substitute',
] as const satisfies readonly BodyFunction[]

/** The two bodies whose pages have a name of their own in the menu. */
export const roundTableSlug = 'runder-tisch'
export const councilSlug = 'sprecherrat'

/** Where a body's own page is. */
export function addressOfBody(slug: string): string {
  if (slug === roundTableSlug) return '/runder-tisch'
  return slug === councilSlug ? '/sprecherrat' : `/runder-tisch/gruppen/${slug}`
}

export interface Term {
  readonly fromAt: string
  /** null: until somebody ends it. */
  readonly untilAt: string | null
}

export interface TakenSeat extends Term {
  readonly accountId: string
  readonly function: BodyFunction
  readonly benchId: string | null
}

/** From the first moment of the term up to its last, the end itself left out. */
export function runs(term: Term, now: string): boolean {
  return term.fromAt <= now && (term.untilAt === null || term.untilAt > now)
}

export function overlap(one: Term, other: Term): boolean {
  return (
    (one.untilAt === null || other.fromAt < one.untilAt) &&
    (other.untilAt === null || one.fromAt < other.untilAt)
  )
}

/** Refuses a seat nobody can have: a term backwards, a person twice, a bench that is full. */
export function checkSeat(
  wanted: TakenSeat,
  taken: readonly TakenSeat[],
  bench: { readonly id: string; readonly seats: number } | null,
): void {
  if (wanted.untilAt !== null && wanted.untilAt <= wanted.fromAt) throw refuse('term_backwards')
  const atOnce = taken.filter((seat) => overlap(seat, wanted))
  if (atOnce.some((seat) => seat.accountId === wanted.accountId)) throw refuse('already_seated')
  // Those who only step in for somebody fill no seat.
  if (bench === null || wanted.function === 'substitute') return
  const onBench = atOnce.filter((seat) => seat.benchId === bench.id && seat.function !== 'substitute')
  if (onBench.length >= bench.seats) throw refuse('bench_full')
}
