// Knows the life of a meeting: planned, invited, running, paused, ended, or cancelled; and what each state still allows.
import { refuse } from '../refusal.ts'

export const meetingStates = ['planned', 'invited', 'running', 'paused', 'ended', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]

export interface Meeting {
  readonly id: string
  /** One row of numbers for the whole town, as in /runder-tisch/sitzungen/9. */
  readonly number: number
  readonly bodyId: string
  /** Its number within the body: "2. Sitzung". */
  readonly ordinal: number
  readonly title: string
  readonly place: string
  /** What guests should know of the way: steps, loop, bus stop. */
  readonly access: string
  /** Where one takes part from home; null where it meets in the room alone. */
  readonly online: string | null
  readonly startsAt: string
  readonly endsAt: string
  readonly state: MeetingState
  readonly invitedAt: string | null
  /** Why it was called at short notice. */
  readonly urgency: string | null
  readonly cancelledReason: string | null
  readonly version: number
}

/** Everything may still change, openly before the invitation and marked after it. */
export function isAhead(meeting: Pick<Meeting, 'state'>): boolean {
  return meeting.state === 'planned' || meeting.state === 'invited'
}

export function isOn(meeting: Pick<Meeting, 'state'>): boolean {
  return meeting.state === 'running' || meeting.state === 'paused'
}

export function checkAhead(meeting: Pick<Meeting, 'state'>): void {
  if (!isAhead(meeting))
    throw refuse(meeting.state === 'cancelled' ? 'meeting_cancelled' : 'meeting_has_begun')
}

/** Sent once. A period that is too short asks for a reason, which stands in the invitation. */
export function invite(
  meeting: Meeting,
  check: { readonly tooLate: boolean; readonly hoursLeft: number; readonly urgentHours: number },
  urgency: string,
  now: string,
): Meeting {
  if (meeting.state !== 'planned') throw refuse('meeting_invited_already')
  if (meeting.startsAt <= now) throw refuse('meeting_lies_behind')
  if (check.tooLate && urgency === '') throw refuse('invitation_needs_reason')
  if (check.hoursLeft < check.urgentHours)
    throw refuse('invitation_far_too_late', { hours: check.urgentHours })
  return { ...meeting, state: 'invited', invitedAt: now, urgency: check.tooLate ? urgency : null }
}

export function cancel(meeting: Meeting, reason: string): Meeting {
  checkAhead(meeting)
  return { ...meeting, state: 'cancelled', cancelledReason: reason }
}

/** A question of a citizen is asked until that hour of the meeting's day, on the town's clock. */
export function checkQuestionTime(meeting: Pick<Meeting, 'state'>, now: string, until: string): void {
  if (meeting.state === 'cancelled') throw refuse('meeting_cancelled')
  if (meeting.state === 'ended' || now >= until) throw refuse('question_too_late')
}
