// Who has read the invitation: for oneself, and as a number for those who prepare the meeting.
import type { Ask } from '../query.server.ts'

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
