// Knows who is at the table: members who come and go, and substitutes who sit in for those who are not there.
import { refuse } from '../refusal.ts'
import { withoutRequests } from './floor.ts'
import { isThere, type LiveMeeting } from './live.ts'
import type { Presence, StepOf } from './steps.ts'

/** A member who comes takes the seat back; a substitute who goes leaves it empty. */
export function comeOrGo(live: LiveMeeting, accountId: string, as: Presence): LiveMeeting {
  const there = as === 'room' || as === 'online'
  const substitute = there ? substituteOf(live, accountId) : null
  const left = [there ? null : accountId, substitute].reduce<LiveMeeting>(withoutRequests, live)
  const standIns = Object.fromEntries(
    Object.entries(live.standIns).filter(([id]) => id !== substitute && (there || id !== accountId)),
  )
  return {
    ...left,
    standIns,
    presence: {
      ...live.presence,
      [accountId]: as,
      ...(substitute !== null && { [substitute]: 'watching' as const }),
    },
  }
}

/** One seat, one person: not beside the member, and not two for one. */
export function standIn(live: LiveMeeting, { accountId, forId, as }: StepOf<'stood-in'>): LiveMeeting {
  if (live.phase === 'ended') throw refuse('meeting_over')
  if (isThere(live, forId)) throw refuse('member_is_there')
  const other = substituteOf(live, forId)
  if (other !== null && other !== accountId) throw refuse('member_has_substitute')
  return {
    ...live,
    standIns: { ...live.standIns, [accountId]: forId },
    presence: { ...live.presence, [accountId]: as },
  }
}

export function substituteOf(live: Pick<LiveMeeting, 'standIns'>, memberId: string): string | null {
  return Object.entries(live.standIns).find(([, forId]) => forId === memberId)?.[0] ?? null
}
