// "I need …": told by whoever wants to come, read by those who prepare the meeting and by nobody else.
import { fromJson, toJson } from '#db/columns.ts'
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import type { Work } from '../run.server.ts'
import { type BodyMeeting, getMeeting, meetingSubject } from './meeting.server.ts'
import { checkAhead } from './meeting.ts'
import type { NeedKind } from './needs.ts'

/** One note a person and meeting; an empty one takes it back. */
export async function tellNeed(
  work: Work,
  input: { readonly meetingId: string; readonly kinds: readonly string[]; readonly text: string },
): Promise<void> {
  const meeting = await getMeeting(work.tx, input.meetingId)
  work.require('meeting.tell-need', meetingSubject(meeting))
  checkAhead(meeting)
  const key = { meetingId: meeting.id, accountId: work.actor.accountId ?? '' }
  const need = { kinds: toJson(input.kinds), text: input.text, at: work.now }
  if (input.kinds.length === 0 && input.text === '') {
    await work.tx
      .deleteFrom('meetingNeed')
      .where('meetingId', '=', key.meetingId)
      .where('accountId', '=', key.accountId)
      .execute()
  } else {
    await work.tx
      .insertInto('meetingNeed')
      .values({ ...key, ...need })
      .onConflict((conflict) => conflict.columns(['meetingId', 'accountId']).doUpdateSet(need))
      .execute()
  }
  await work.record({ type: 'meeting.need-told', meetingId: meeting.id })
}

export interface Need {
  readonly kinds: readonly NeedKind[]
  readonly text: string
}

export async function ownNeed(ask: Ask, meetingId: string): Promise<Need | null> {
  const row = await ask.db
    .selectFrom('meetingNeed')
    .select(['kinds', 'text'])
    .where('meetingId', '=', meetingId)
    .where('accountId', '=', ask.actor.accountId ?? '')
    .executeTakeFirst()
  return row ? { kinds: fromJson<NeedKind[]>(row.kinds), text: row.text } : null
}

/** With names, for those who arrange it; an empty list for everybody else. */
export async function listNeeds(
  ask: Ask,
  meeting: BodyMeeting,
): Promise<readonly (Need & { readonly name: string })[]> {
  if (!may(ask.actor, 'meeting.read-needs', meetingSubject(meeting))) return []
  const rows = await ask.db
    .selectFrom('meetingNeed')
    .innerJoin('account', 'account.id', 'meetingNeed.accountId')
    .select(['meetingNeed.kinds', 'meetingNeed.text', 'account.name'])
    .where('meetingId', '=', meeting.id)
    .where('account.erasedAt', 'is', null)
    .orderBy('account.sortName')
    .execute()
  return rows.map(({ kinds, ...row }) => ({ ...row, kinds: fromJson<NeedKind[]>(kinds) }))
}
