// What the minute-taker writes while it happens: lines with their time, in public where the item is public.
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { hearersOf } from './items.server.ts'
import { meetingSubject } from './meeting.server.ts'
import { enterSession, itemIn, takeStep } from './steps.server.ts'

/** A line once more under its own id replaces what it said; an empty one takes it back. */
export async function noteDown(
  work: Work,
  input: {
    readonly meetingId: string
    readonly itemId: string
    readonly noteId: string | null
    readonly text: string
  },
): Promise<void> {
  const session = await enterSession(work, input.meetingId)
  work.require('minutes.write', meetingSubject(session.meeting))
  const item = itemIn(session, input.itemId)
  if (session.live.phase === 'before') throw refuse('meeting_not_running')
  if (await isChecked(work, session.meeting.id)) throw refuse('minutes_signed')
  const noteId = input.noteId ?? work.newId()
  await takeStep(work, session, { type: 'noted', itemId: item.id, noteId, text: input.text })
  await work.record({
    type: 'minutes.noted',
    meetingId: session.meeting.id,
    itemId: item.id,
    hearers: hearersOf(item),
  })
}

async function isChecked(work: Work, meetingId: string): Promise<boolean> {
  const row = await work.tx
    .selectFrom('minutes')
    .select('state')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  return row !== undefined
}
