// Minutes in the database: the checked text, two signatures, the approval by the next meeting.
import { fromJson, toJson } from '#db/columns.ts'
import type { MinutesTable } from '#db/tables.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { type BodyMeeting, getMeeting, meetingSubject } from './meeting.server.ts'
import { type Minutes, type MinutesState, type MinutesText, sign } from './minutes.ts'
import { functionIn } from './roster.ts'
import { rulesOf } from './rules.server.ts'
import { itemIn, readSession } from './steps.server.ts'

export async function findMinutes(
  ask: Pick<Ask, 'db'>,
  meeting: Pick<BodyMeeting, 'id'>,
): Promise<Minutes | null> {
  const row = await ask.db
    .selectFrom('minutes')
    .selectAll()
    .where('meetingId', '=', meeting.id)
    .executeTakeFirst()
  return row ? asMinutes(row) : null
}

/** The draft becomes the text that is corrected and signed; its words come from the page, its people stay ids. */
export async function checkMinutes(
  work: Work,
  input: { readonly meetingId: string; readonly text: MinutesText },
): Promise<void> {
  const meeting = await getMeeting(work.tx, input.meetingId)
  work.require('minutes.write', meetingSubject(meeting))
  if (meeting.state !== 'ended') throw refuse('minutes_not_there_yet')
  const { rules } = await rulesOf(work.tx, meeting.bodyId)
  const written = await work.tx
    .insertInto('minutes')
    .values({
      meetingId: meeting.id,
      state: 'checked',
      sentences: toJson(input.text),
      checkedAt: work.now,
      checkedById: work.actor.accountId,
      correctUntil: new Date(Date.parse(work.now) + rules.correctionDays * 86_400_000).toISOString(),
      version: 1,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('meetingId')
    .executeTakeFirst()
  if (!written) throw refuse('already_decided')
  await work.record({ type: 'minutes.checked', meetingId: meeting.id })
}

export async function signMinutes(work: Work, input: { readonly meetingId: string }): Promise<void> {
  const meeting = await getMeeting(work.tx, input.meetingId)
  work.require('minutes.sign', meetingSubject(meeting))
  const minutes = await getMinutes(work, meeting)
  const as = functionIn(work.actor, meeting.body) === 'minute-taker' ? 'minute-taker' : 'chair'
  const open = await work.tx
    .selectFrom('correction')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('meetingId', '=', meeting.id)
    .where('decision', 'is', null)
    .executeTakeFirstOrThrow()
  const by = {
    accountId: work.actor.accountId ?? '',
    now: work.now,
    hash: await hashOf(meeting, minutes.text),
    openCorrections: Number(open.count),
  }
  await saveMinutes(work, sign(minutes, as, by))
  await work.record({ type: 'minutes.signed', meetingId: meeting.id, as })
}

/** SHA-256 over the meeting's number and its text, ids for people: an erased account changes nothing in it. */
export async function hashOf(meeting: Pick<BodyMeeting, 'number'>, text: MinutesText): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([meeting.number, text]))
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The next meeting approves them under one of its items. */
export async function approveMinutes(
  work: Work,
  input: { readonly meetingId: string; readonly byMeetingId: string },
): Promise<void> {
  const meeting = await getMeeting(work.tx, input.meetingId)
  const next = await getMeeting(work.tx, input.byMeetingId)
  work.require('meeting.lead', meetingSubject(next))
  if (next.bodyId !== meeting.bodyId || next.id === meeting.id) throw refuse('not_found')
  const session = await readSession(work.tx, next)
  if (session.live.currentId === null) throw refuse('no_item_current')
  const item = itemIn(session, session.live.currentId)
  const minutes = await getMinutes(work, meeting)
  if (minutes.approvedItemId !== null) throw refuse('already_decided')
  if (minutes.state === 'checked') throw refuse('minutes_not_there_yet')
  await saveMinutes(work, { ...minutes, approvedItemId: item.id })
  await work.record({ type: 'minutes.approved', meetingId: meeting.id, itemId: item.id })
}

export async function getMinutes(work: Work, meeting: Pick<BodyMeeting, 'id'>): Promise<Minutes> {
  const minutes = await findMinutes({ db: work.tx }, meeting)
  if (minutes === null) throw refuse('minutes_not_there_yet')
  return minutes
}

export async function saveMinutes(work: Work, minutes: Minutes): Promise<void> {
  const { meetingId, version, text, publicText, ...rest } = minutes
  const saved = await work.tx
    .updateTable('minutes')
    .set({
      ...rest,
      sentences: toJson(text),
      publicSentences: publicText === null ? null : toJson(publicText),
      version: version + 1,
    })
    .where('meetingId', '=', meetingId)
    .where('version', '=', version)
    .returning('meetingId')
    .executeTakeFirst()
  if (!saved) throw refuse('somebody_was_faster')
}

function asMinutes(row: MinutesTable): Minutes {
  const { sentences, publicSentences, checkedById: _, ...rest } = row
  return {
    ...rest,
    state: row.state as MinutesState,
    text: fromJson<MinutesText>(sentences),
    publicText: publicSentences === null ? null : fromJson<MinutesText>(publicSentences),
  }
}
