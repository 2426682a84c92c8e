// What members do from their own places: come, leave, ask for the floor, move a motion, object, declare a conflict.
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { changesStandard } from '../standards/agenda-view.server.ts'
import { hasConflict, isThere } from './live.ts'
import { meetingSubject } from './meeting.server.ts'
import type { MotionKind } from './motion.ts'
import { quorumNow } from './quorum.ts'
import { mayStandInFor, tableNow } from './roster.ts'
import { secretNeeds } from './secret-vote.ts'
import { enterSession, itemIn, rosterOf, type Session, takeStep } from './steps.server.ts'
import type { Entered, Presence } from './steps.ts'

interface OfMeeting {
  readonly meetingId: string
}

/** Who looks on says so too: then nobody waits for them. */
export async function sayPresence(work: Work, input: OfMeeting & { readonly as: Presence }): Promise<void> {
  const session = await atTable(work, input.meetingId)
  const accountId = work.actor.accountId ?? ''
  if (session.live.presence[accountId] === input.as) return
  const seat = await seatOf(work, session, accountId)
  const sits = input.as === 'room' || input.as === 'online'
  if (sits && seat.function === 'substitute' && session.live.standIns[accountId] === undefined)
    throw refuse('stand_in_first')
  await takeStep(work, session, { type: 'presence', accountId, as: input.as, entered: 'self' })
}

/** A substitute takes the seat of a member who is not there, with the vote; the member who comes has it back. */
export async function stepIn(
  work: Work,
  input: OfMeeting & { readonly forId: string; readonly as: 'room' | 'online' },
): Promise<void> {
  const session = await atTable(work, input.meetingId)
  await sitIn(work, session, { accountId: work.actor.accountId ?? '', ...input, entered: 'self' })
}

/** The rest of the deed for whoever has asked the policy: the substitute, or the chair who enters it. */
export async function sitIn(
  work: Work,
  session: Session,
  input: {
    readonly accountId: string
    readonly forId: string
    readonly as: 'room' | 'online'
    readonly entered: Entered
  },
): Promise<void> {
  const { accountId, forId, as, entered } = input
  const member = await seatOf(work, session, forId)
  if (!mayStandInFor(await seatOf(work, session, accountId), member)) throw refuse('stand_in_other_bench')
  await takeStep(work, session, { type: 'stood-in', accountId, forId, as, entered })
}

/** Asks for a secret vote on the item that is discussed; how many must ask say the rules. */
export async function askForSecretVote(work: Work, input: OfMeeting): Promise<void> {
  const session = await atTable(work, input.meetingId)
  const accountId = there(work, session)
  const { live, rules, meeting } = session
  const seats = tableNow(await rosterOf(work.tx, meeting.bodyId, work.now), live)
  if (!seats.some((seat) => seat.accountId === accountId && seat.votes)) throw refuse('not_allowed')
  const { present } = quorumNow(live, seats, rules, live.currentId)
  const needed = secretNeeds(rules.secretOnRequest, present)
  if (needed === null) throw refuse('secret_needs_motion')
  await checkCanBeSecret(work, session)
  await takeStep(work, session, { type: 'secret-asked', accountId, needed, entered: 'self' })
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
  const seat = await seatOf(work, session, accountId)
  await takeStep(work, session, {
    type: 'floor-asked',
    requestId: work.newId(),
    accountId,
    kind: input.kind,
    bench: seat.bench,
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
  await checkMotion(work, session, accountId, input.kind)
  await takeStep(work, session, {
    type: 'motion-moved',
    motionId: work.newId(),
    kind: input.kind,
    accountId,
    entered: 'self',
  })
}

/** Nobody moves anything where they have a conflict of interest, and nothing secret where benches are counted. */
export async function checkMotion(
  work: Work,
  session: Session,
  accountId: string,
  kind: MotionKind,
): Promise<void> {
  if (hasConflict(session.live, accountId, session.live.currentId)) throw refuse('conflict_of_interest')
  if (kind === 'secret-vote') await checkCanBeSecret(work, session)
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

/** Where every bench must say yes the benches are counted, and that cannot be done in secret. */
async function checkCanBeSecret(work: Work, { live, rules }: Session): Promise<void> {
  if (rules.standardBenches !== 'each' || live.currentId === null) return
  if (await changesStandard(work.tx, live.currentId)) throw refuse('bench_vote_not_secret')
}

async function seatOf(work: Work, { meeting, live }: Session, accountId: string) {
  const seats = tableNow(await rosterOf(work.tx, meeting.bodyId, work.now), live)
  const seat = seats.find((one) => one.accountId === accountId)
  if (!seat) throw refuse('not_found')
  return seat
}

/** Whoever speaks or moves something is there: in the room or online. */
function there(work: Work, { live }: Session): string {
  const accountId = work.actor.accountId ?? ''
  if (!isThere(live, accountId)) throw refuse('presence_first')
  return accountId
}
