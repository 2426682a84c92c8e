// Who has read the invitation: for oneself, and for those who prepare the meeting.
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { type BodyMeeting, meetingSubject } from './meeting.server.ts'
import { rosterOf } from './steps.server.ts'

export async function hasReadInvitation(ask: Ask, meetingId: string): Promise<boolean> {
  if (ask.actor.accountId === null) return false
  const row = await ask.db
    .selectFrom('invitationRead')
    .select('accountId')
    .where('meetingId', '=', meetingId)
    .where('accountId', '=', ask.actor.accountId)
    .executeTakeFirst()
  return row !== undefined
}

/** How many confirmed and who did not yet, so that somebody can ring them up; null for everybody else. */
export async function invitationReaders(
  ask: Ask,
  meeting: BodyMeeting,
): Promise<{ read: number; invited: number; missing: readonly string[] } | null> {
  if (meeting.invitedAt === null || !may(ask.actor, 'meeting.plan', meetingSubject(meeting))) return null
  const rows = await ask.db
    .selectFrom('invitationRead')
    .select('accountId')
    .where('meetingId', '=', meeting.id)
    .execute()
  const readers = new Set(rows.map(({ accountId }) => accountId))
  const invited = (await rosterOf(ask.db, meeting.bodyId, ask.now)).filter(({ name }) => name !== null)
  const missing = invited.filter(({ accountId }) => !readers.has(accountId))
  return {
    read: invited.length - missing.length,
    invited: invited.length,
    missing: missing.flatMap(({ name }) => name ?? []),
  }
}
