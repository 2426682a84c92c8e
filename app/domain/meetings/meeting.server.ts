// Meetings in the database: planned, changed, called, cancelled.
import type { Kysely } from 'kysely'
import type { MeetingTable, Tables } from '#db/tables.ts'
import { bodySubject, getBodyRow } from '../bodies/body.server.ts'
import type { BodyKind } from '../bodies/body.ts'
import { isNumber } from '../numbers.ts'
import { may, type Subject } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { nextNumber, type Work } from '../run.server.ts'
import { checkInvitation } from './clear-days.ts'
import { keepInvited } from './invitation-changes.server.ts'
import { touchedFacts } from './invitation-changes.ts'
import { cancel, checkAhead, invite, type Meeting, type MeetingState } from './meeting.ts'
import { rulesOf } from './rules.server.ts'

/** A meeting together with the body that holds it. */
export interface BodyMeeting extends Meeting {
  readonly body: string
  readonly bodyName: string
  readonly bodyKind: BodyKind
}

export function meetingSubject(
  meeting: Pick<BodyMeeting, 'id' | 'body'>,
): Extract<Subject, { kind: 'meeting' }> {
  return { kind: 'meeting', id: meeting.id, public: true, body: meeting.body }
}

export async function getMeeting(db: Kysely<Tables>, id: string): Promise<BodyMeeting> {
  const row = await withBody(db).where('meeting.id', '=', id).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return asMeeting(row)
}

/** Every meeting may be known of; what is not public are single items of it. */
export async function getMeetingByNumber(ask: Pick<Ask, 'db'>, number: number): Promise<BodyMeeting> {
  const row = isNumber(number)
    ? await withBody(ask.db).where('meeting.number', '=', number).executeTakeFirst()
    : undefined
  if (!row) throw refuse('not_found')
  return asMeeting(row)
}

export async function listMeetings(ask: Pick<Ask, 'db'>, bodyId: string): Promise<readonly BodyMeeting[]> {
  const rows = await withBody(ask.db)
    .where('meeting.bodyId', '=', bodyId)
    .orderBy('meeting.startsAt')
    .execute()
  return rows.map(asMeeting)
}

/** Meetings of any body on whose agenda something can still be put. */
export async function listMeetingsAhead(ask: Pick<Ask, 'db' | 'now'>): Promise<readonly BodyMeeting[]> {
  const rows = await withBody(ask.db)
    .where('meeting.state', 'in', ['planned', 'invited'])
    .orderBy('meeting.startsAt')
    .execute()
  return rows.map(asMeeting)
}

/** Those whose agenda the one who asks prepares. */
export async function listMeetingsToPrepare(
  ask: Pick<Ask, 'db' | 'now' | 'actor'>,
): Promise<readonly BodyMeeting[]> {
  return (await listMeetingsAhead(ask)).filter((meeting) =>
    may(ask.actor, 'meeting.plan', meetingSubject(meeting)),
  )
}

function withBody(db: Kysely<Tables>) {
  return db
    .selectFrom('meeting')
    .innerJoin('body', 'body.id', 'meeting.bodyId')
    .selectAll('meeting')
    .select(['body.slug as body', 'body.name as bodyName', 'body.kind as bodyKind'])
}

function asMeeting(row: MeetingTable & { body: string; bodyName: string; bodyKind: string }): BodyMeeting {
  return { ...row, state: row.state as MeetingState, bodyKind: row.bodyKind as BodyKind }
}

export async function saveMeeting(work: Work, meeting: BodyMeeting): Promise<void> {
  const { id, version, body: _, bodyName: __, bodyKind: ___, ...rest } = meeting
  const saved = await work.tx
    .updateTable('meeting')
    .set({ ...rest, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw refuse('somebody_was_faster')
}

export interface MeetingPlan {
  readonly title: string
  readonly place: string
  readonly access: string
  readonly online: string | null
  readonly startsAt: string
  readonly endsAt: string
}

export async function planMeeting(
  work: Work,
  input: MeetingPlan & { readonly body: string },
): Promise<{ id: string; number: number }> {
  const { body: slug, ...plan } = input
  const body = await getBodyRow(work.tx, slug)
  work.require('meeting.plan', bodySubject(slug))
  checkTimes(plan, work.now)
  const meeting = {
    id: work.newId(),
    number: await nextNumber(work.tx, 'meeting'),
    bodyId: body.id,
    ordinal: await nextNumber(work.tx, `meeting:${body.id}`),
    ...plan,
    state: 'planned',
    invitedAt: null,
    urgency: null,
    cancelledReason: null,
    version: 1,
  }
  await work.tx.insertInto('meeting').values(meeting).execute()
  await work.record({ type: 'meeting.planned', meetingId: meeting.id })
  return { id: meeting.id, number: meeting.number }
}

export async function changeMeeting(
  work: Work,
  input: MeetingPlan & { readonly meetingId: string },
): Promise<void> {
  const { meetingId, ...plan } = input
  const meeting = await getMeeting(work.tx, meetingId)
  work.require('meeting.plan', meetingSubject(meeting))
  checkAhead(meeting)
  checkTimes(plan, work.now)
  await saveMeeting(work, { ...meeting, ...plan })
  await keepInvited(work, meeting, touchedFacts(meeting, plan))
  await work.record({ type: 'meeting.changed', meetingId })
}

/** Sends the invitation to everybody who sits in the body; the mails follow the event. */
export async function inviteToMeeting(
  work: Work,
  input: { readonly meetingId: string; readonly urgency: string },
): Promise<void> {
  const meeting = await getMeeting(work.tx, input.meetingId)
  work.require('meeting.plan', meetingSubject(meeting))
  const { rules } = await rulesOf(work.tx, meeting.bodyId)
  const period = { days: rules.invitationDays, count: rules.invitationCount }
  const check = checkInvitation(work.now, meeting.startsAt, period, work.platform.town.timeZone)
  const hoursLeft = (Date.parse(meeting.startsAt) - Date.parse(work.now)) / 3_600_000
  const urgent = { tooLate: check.state === 'too-late', hoursLeft, urgentHours: rules.urgentHours }
  await saveMeeting(work, { ...meeting, ...invite(meeting, urgent, input.urgency, work.now) })
  await work.record({ type: 'meeting.invited', meetingId: meeting.id })
}

export async function cancelMeeting(
  work: Work,
  input: { readonly meetingId: string; readonly reason: string },
): Promise<void> {
  const meeting = await getMeeting(work.tx, input.meetingId)
  work.require('meeting.plan', meetingSubject(meeting))
  await saveMeeting(work, { ...meeting, ...cancel(meeting, input.reason) })
  await work.record({ type: 'meeting.cancelled', meetingId: meeting.id })
}

/** "I have read it": once a person, for those who are invited. */
export async function confirmInvitation(work: Work, input: { readonly meetingId: string }): Promise<void> {
  const meeting = await getMeeting(work.tx, input.meetingId)
  work.require('meeting.read-inside', meetingSubject(meeting))
  const added = await work.tx
    .insertInto('invitationRead')
    .values({ meetingId: meeting.id, accountId: work.actor.accountId ?? '', at: work.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('accountId')
    .executeTakeFirst()
  if (added) await work.record({ type: 'meeting.read', meetingId: meeting.id })
}

function checkTimes(plan: Pick<MeetingPlan, 'startsAt' | 'endsAt'>, now: string): void {
  if (plan.endsAt <= plan.startsAt) throw refuse('meeting_ends_before_it_begins')
  if (plan.startsAt <= now) throw refuse('meeting_lies_behind')
}
