// Knows what the chair may take back: the newest deed at the console, for ten seconds.
import { refuse } from '../refusal.ts'
import type { LiveMeeting } from './live.ts'
import { undoMs } from './steps.ts'

/** The number of the step that is taken back, or the refusal that says why none is. */
export function checkUndo(live: LiveMeeting, seenTurn: number, now: string): number {
  const last = live.lastTurn
  if (last === null) throw refuse('nothing_to_undo')
  if (last.number !== seenTurn) throw refuse('somebody_was_faster')
  if (undoLeftMs(live, now) <= 0) throw refuse('undo_too_late')
  return last.number
}

/** How long the newest deed can still be taken back. Milliseconds, 0 when it cannot. */
export function undoLeftMs(live: LiveMeeting, now: string): number {
  const last = live.lastTurn
  if (last === null) return 0
  return Math.max(0, Date.parse(last.at) + undoMs - Date.parse(now))
}

/** A console that has not seen the newest deed of another one is told so instead of doing something unexpected. */
export function checkTurn(live: LiveMeeting, seenTurn: number, accountId: string | null): void {
  if (live.turn !== seenTurn) throw refuse('somebody_was_faster')
  if (live.leaderId !== null && live.leaderId !== accountId) throw refuse('not_leading')
}
