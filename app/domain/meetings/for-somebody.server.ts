// What the chair enters for people in the room who have no phone at hand: who is there, hands, motions, objections,
// conflicts of interest.
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { type AtConsole, atConsole } from './lead.server.ts'
import { current } from './live.ts'
import type { MotionKind } from './motion.ts'
import { rosterOf, type Session, takeStep } from './steps.server.ts'
import { checkMotion, sitIn } from './take-part.server.ts'

/** Enters a hand raised in the room. `accountId` null: a citizen, whose name is nobody's to keep. */
export async function enterHand(
  work: Work,
  input: AtConsole & { readonly accountId: string | null; readonly kind: 'speech' | 'reply' | 'order' },
): Promise<void> {
  const session = await atConsole(work, input)
  const requestId = work.newId()
  const seat = input.accountId === null ? null : await getSeat(work, session, input.accountId)
  await takeStep(work, session, {
    type: 'floor-asked',
    requestId,
    accountId: input.accountId ?? `guest:${requestId}`,
    kind: input.kind,
    bench: seat?.bench ?? null,
    entered: 'chair',
  })
}

/** Enters who is there without a phone, and who has left. */
export async function enterPresence(
  work: Work,
  input: AtConsole & { readonly accountId: string; readonly as: 'room' | 'online' | 'gone' },
): Promise<void> {
  const session = await atConsole(work, input)
  const { accountId, as } = input
  const seat = await getSeat(work, session, accountId)
  if (as !== 'gone' && seat.function === 'substitute' && session.live.standIns[accountId] === undefined)
    throw refuse('stand_in_first')
  await takeStep(work, session, { type: 'presence', accountId, as, entered: 'chair' })
}

/** Enters that a substitute in the room sits in for a member. */
export async function enterStandIn(
  work: Work,
  input: AtConsole & { readonly accountId: string; readonly forId: string },
): Promise<void> {
  const session = await atConsole(work, input)
  await sitIn(work, session, { ...input, as: 'room', entered: 'chair' })
}

/** A procedural motion that somebody moves from their seat. */
export async function enterMotion(
  work: Work,
  input: AtConsole & { readonly accountId: string; readonly kind: MotionKind },
): Promise<void> {
  const session = await atConsole(work, input)
  const { accountId, kind } = input
  await getSeat(work, session, accountId)
  await checkMotion(work, session, accountId, kind)
  await takeStep(work, session, {
    type: 'motion-moved',
    motionId: work.newId(),
    kind,
    accountId,
    entered: 'chair',
  })
}

/** Somebody calls out that they are against it. */
export async function enterObjection(
  work: Work,
  input: AtConsole & { readonly motionId: string; readonly accountId: string },
): Promise<void> {
  const session = await atConsole(work, input)
  const { motionId, accountId } = input
  await getSeat(work, session, accountId)
  await takeStep(work, session, { type: 'motion-objected', motionId, accountId, entered: 'chair' })
}

/** Somebody says that the item that is discussed concerns them: hand and vote go, until they say it does not. */
export async function enterConflict(
  work: Work,
  input: AtConsole & { readonly accountId: string; readonly is: 'yes' | 'no' },
): Promise<void> {
  const session = await atConsole(work, input)
  const { accountId, is } = input
  await getSeat(work, session, accountId)
  const { id: itemId } = current(session.live)
  await takeStep(work, session, { type: 'conflict', accountId, itemId, is, entered: 'chair' })
}

async function getSeat(work: Work, { meeting }: Session, accountId: string) {
  const seat = (await rosterOf(work.tx, meeting.bodyId, work.now)).find((one) => one.accountId === accountId)
  if (!seat) throw refuse('not_found')
  return seat
}
