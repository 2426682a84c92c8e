// What members do from their own places: come, leave, ask for the floor, move a motion, object, declare a conflict.
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { changesStandard } from '../standards/agenda.server.ts'
import { hasConflict, isThere } from './live.ts'
import { meetingSubject } from './meeting.server.ts'
import type { MotionKind } from './motion.ts'
import { enterSession, itemIn, rosterOf, type Session, takeStep } from './steps.server.ts'
import type { Presence } from './steps.ts'

interface OfMeeting {
  readonly meetingId: string
}

/** Who looks on says so too: then nobody waits for them. */
export async function sayPresence(work: Work, input: OfMeeting & { readonly as: Presence }): Promise<void> {
  const session = await atTable(work, input.meetingId)
  const accountId = work.actor.accountId ?? ''
  if (session.live.presence[accountId] === input.as) return
  await takeStep(work, session, { type: 'presence', accountId, as: input.as, entered: 'self' })
}

export async function sayConflict(
  work: Work,
  input: OfMeeting & { readonly itemId: string; readonly is: 'yes' | 'no' },
): Promise<void> {
  const session = await atTable(work, input.meetingId)
  itemIn(session, input.itemId)
  const accountId = work.actor.accountId ?? ''
  if (session.live.items[input.itemId]?.closedAt) throw refuse('item_was_dealt_with')
  await takeStep(work, session, { type: 'conflict', accountId, itemId: input.itemId, is: input.is })
}

export async function askForFloor(
  work: Work,
  input: OfMeeting & { readonly kind: 'speech' | 'reply' | 'order' },
): Promise<void> {
  const session = await atTable(work, input.meetingId)
  const accountId = there(work, session)
  const seat = (await rosterOf(work.tx, session.meeting.bodyId, work.now)).find(
    (one) => one.accountId === accountId,
  )
  await takeStep(work, session, {
    type: 'floor-asked',
    requestId: work.newId(),
    accountId,
    kind: input.kind,
    bench: seat?.bench ?? null,
    entered: 'self',
  })
}

export async function withdrawFromFloor(
  work: Work,
  input: OfMeeting & { readonly requestId: string },
): Promise<void> {
  const session = await atTable(work, input.meetingId)
  const { live } = session
  const life = live.currentId === null ? undefined : live.items[live.currentId]
  const own = life?.requests.find(
    ({ id, accountId }) => id === input.requestId && accountId === work.actor.accountId,
  )
  if (!own) throw refuse('floor_not_asked')
  await takeStep(work, session, { type: 'floor-withdrawn', requestId: own.id })
}

export async function moveProcedure(
  work: Work,
  input: OfMeeting & { readonly kind: MotionKind },
): Promise<void> {
  const session = await atTable(work, input.meetingId)
  const accountId = there(work, session)
  if (hasConflict(session.live, accountId, session.live.currentId)) throw refuse('conflict_of_interest')
  if (input.kind === 'secret-vote' && session.rules.standardBenches === 'each') {
    const itemId = session.live.currentId
    if (itemId !== null && (await changesStandard(work.tx, itemId))) throw refuse('bench_vote_not_secret')
  }
  await takeStep(work, session, {
    type: 'motion-moved',
    motionId: work.newId(),
    kind: input.kind,
    accountId,
    entered: 'self',
  })
}

/** Objecting is a member's right and no deed of the chair: it moves no console's turn. */
export async function objectToMotion(
  work: Work,
  input: OfMeeting & { readonly motionId: string },
): Promise<void> {
  const session = await atTable(work, input.meetingId)
  const accountId = there(work, session)
  await takeStep(work, session, {
    type: 'motion-objected',
    motionId: input.motionId,
    accountId,
  })
}

export async function withdrawMotion(
  work: Work,
  input: OfMeeting & { readonly motionId: string },
): Promise<void> {
  const session = await atTable(work, input.meetingId)
  const motion = session.live.motions.find(({ id }) => id === input.motionId)
  if (!motion || motion.moverId !== work.actor.accountId) throw refuse('not_found')
  await takeStep(work, session, { type: 'motion-withdrawn', motionId: motion.id })
}

async function atTable(work: Work, meetingId: string): Promise<Session> {
  const session = await enterSession(work, meetingId)
  work.require('meeting.take-part', meetingSubject(session.meeting))
  if (session.meeting.state === 'cancelled') throw refuse('meeting_cancelled')
  return session
}

/** Whoever speaks or moves something is there: in the room or online. */
function there(work: Work, { live }: Session): string {
  const accountId = work.actor.accountId ?? ''
  if (!isThere(live, accountId)) throw refuse('presence_first')
  return accountId
}
