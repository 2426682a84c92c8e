// Who sits at the table: everybody with a vote, and those who write or only look on.
import type { Actor, BodyFunction } from '../actor.ts'

export interface RosterSeat {
  readonly accountId: string
  readonly function: BodyFunction
  readonly bench: string | null
}

/** A minute-taker votes only with a place on a bench; speakers of a Council vote in their own body. */
export function hasVote(seat: Pick<RosterSeat, 'function' | 'bench'>): boolean {
  return seat.function !== 'minute-taker' || seat.bench !== null
}

/** The function in which somebody acts in that body; null for those who have none there. */
export function functionIn(actor: Actor, body: string): BodyFunction | null {
  return actor.memberships.find((membership) => membership.body === body)?.function ?? null
}
