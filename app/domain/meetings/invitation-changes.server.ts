// Keeps what the invitation said when it changes afterwards, and reads what is different now.
import type { Ask } from '../query.server.ts'
import type { Work } from '../run.server.ts'
import {
  type ChangedThing,
  type FactChange,
  factChanges,
  type ItemChange,
  itemChanges,
  type KeptChange,
} from './invitation-changes.ts'
import type { SeenItem } from './items.server.ts'
import type { BodyMeeting } from './meeting.server.ts'

/** Before the invitation nothing is kept. The first value stays: that is what people have been sent. */
export async function keepInvited(
  work: Work,
  meeting: Pick<BodyMeeting, 'id' | 'invitedAt'>,
  changes: readonly { readonly what: ChangedThing; readonly invited: string; readonly itemId?: string }[],
): Promise<void> {
  if (meeting.invitedAt === null || changes.length === 0) return
  await work.tx
    .insertInto('invitationChange')
    .values(
      changes.map(({ what, invited, itemId = '' }) => ({
        meetingId: meeting.id,
        what,
        itemId,
        invited,
        at: work.now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['meetingId', 'what', 'itemId']).doUpdateSet({ at: work.now }))
    .execute()
}

/** `agenda` as this reader may see it: of what is closed no title, old or new. */
export async function changesSinceInvitation(
  ask: Pick<Ask, 'db'>,
  meeting: BodyMeeting,
  agenda: readonly SeenItem[],
): Promise<{ facts: readonly FactChange[]; items: Readonly<Record<string, ItemChange>> }> {
  const rows = await ask.db
    .selectFrom('invitationChange')
    .select(['what', 'itemId', 'invited', 'at'])
    .where('meetingId', '=', meeting.id)
    .execute()
  const kept = rows.map((row) => ({ ...row, what: row.what as ChangedThing })) satisfies readonly KeptChange[]
  const seen = agenda.map((item) => ({
    id: item.id,
    number: item.number,
    title: item.closed ? null : item.title,
  }))
  return { facts: factChanges(kept, meeting), items: itemChanges(kept, seen) }
}
