// Who sits at the table: everybody with a vote, those who step in for one who is missing, those who write or look on.
import type { Actor, BodyFunction } from '../actor.ts'
import type { LiveMeeting } from './live.ts'
import { substituteOf } from './presence.ts'

export interface RosterSeat {
  readonly accountId: string
  readonly function: BodyFunction
  readonly bench: string | null
}

/** A minute-taker votes only with a place on a bench; speakers of a Council vote in their own body. */
export function hasVote(seat: Pick<RosterSeat, 'function' | 'bench'>): boolean {
  if (seat.function === 'substitute') return false
  return seat.function !== 'minute-taker' || seat.bench !== null
}

/** The table at this moment: a substitute who stepped in has the member's seat, bench and vote. */
export function tableNow<T extends RosterSeat>(
  roster: readonly T[],
  live: Pick<LiveMeeting, 'standIns'>,
): readonly (T & { readonly votes: boolean; readonly forId: string | null })[] {
  return roster.map((seat) => {
    const forId = live.standIns[seat.accountId] ?? null
    const member = roster.find(({ accountId }) => accountId === forId)
    if (seat.function === 'substitute' && member) {
      return { ...seat, bench: member.bench, votes: hasVote(member), forId }
    }
    return { ...seat, votes: hasVote(seat) && substituteOf(live, seat.accountId) === null, forId: null }
  })
}

/** A substitute of a bench steps in for its members; one without a bench for those who have none. */
export function mayStandInFor(substitute: RosterSeat, member: RosterSeat): boolean {
  return substitute.function === 'substitute' && hasVote(member) && substitute.bench === member.bench
}

/** The function in which somebody acts in that body; null for those who have none there. */
export function functionIn(actor: Actor, body: string): BodyFunction | null {
  return actor.memberships.find((membership) => membership.body === body)?.function ?? null
}

/** Hands of those who still sit here; a citizen at the microphone has no seat and no account. */
export function stillAsking<T extends { readonly accountId: string }>(
  requests: readonly T[],
  roster: readonly Pick<RosterSeat, 'accountId'>[],
): readonly T[] {
  const seated = new Set(roster.map(({ accountId }) => accountId))
  return requests.filter(({ accountId }) => accountId.startsWith('guest:') || seated.has(accountId))
}
