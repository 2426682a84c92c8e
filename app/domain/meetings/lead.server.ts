// What the chair does at the console: each deed one step, refused where another console was faster, taken back for ten seconds.
import { addLifelineStep } from '../lifelines.server.ts'
import { takeHandsBack } from '../polls/hands.server.ts'
import { reopenNow } from '../polls/life.server.ts'
import { getPoll, savePoll } from '../polls/poll.server.ts'
import { invalidate } from '../polls/poll.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { foldSteps } from './fold.ts'
import { addressOf } from './items.server.ts'
import { meetingSubject } from './meeting.server.ts'
import { hasVote, stillAsking } from './roster.ts'
import { orderSpeakers } from './speaker-list.ts'
import {
  enterSession,
  hearersOfStep,
  itemIn,
  keepState,
  rosterOf,
  type Session,
  takeStep,
} from './steps.server.ts'
import type { NewStep } from './steps.ts'
import { checkTurn, checkUndo } from './undo.ts'

export interface AtConsole {
  readonly meetingId: string
  /** The newest deed of the chair this console has seen. */
  readonly turn: number
}

/** Deeds that are one step and ask nothing more. */
export type LeadStep = Extract<
  NewStep,
  {
    type:
      | 'opened'
      | 'ended'
      | 'paused'
      | 'resumed'
      | 'item-called'
      | 'item-closed'
      | 'speech-ended'
      | 'clock-stopped'
      | 'clock-running'
      | 'list-mode'
      | 'list-closed'
      | 'list-opened'
      | 'motion-step'
      | 'frozen'
      | 'unfrozen'
  }
>

export async function lead(work: Work, input: AtConsole & { readonly step: LeadStep }): Promise<void> {
  const session = await atConsole(work, input)
  const { step } = input
  if ('itemId' in step) itemIn(session, step.itemId)
  if (step.type === 'opened') await checkDay(work, session)
  const after = await takeStep(work, await withLeader(work, session, step), step)
  if (step.type === 'ended') await tellLifelines(work, after)
}

/** The next in turn, or somebody out of turn with a note that everybody reads. */
export async function callSpeaker(
  work: Work,
  input: AtConsole & { readonly requestId: string | null; readonly note: string },
): Promise<void> {
  const session = await atConsole(work, input)
  const { live } = session
  const life = live.currentId === null ? undefined : live.items[live.currentId]
  const spoken = live.speeches.filter(({ itemId }) => itemId === live.currentId)
  const roster = await rosterOf(work.tx, session.meeting.bodyId, work.now)
  const places = life ? orderSpeakers(stillAsking(life.requests, roster), spoken, life.mode) : []
  const next = places[0]?.request.id
  const requestId = input.requestId ?? next
  if (requestId === undefined) throw refuse('floor_not_asked')
  const inTurn = requestId === next
  await takeStep(work, session, {
    type: 'speech-begun',
    requestId,
    note: inTurn ? null : input.note,
  })
}

export async function extendSpeech(work: Work, input: AtConsole): Promise<void> {
  const session = await atConsole(work, input)
  await takeStep(work, session, { type: 'time-extended', ms: session.liveRules.extensionMs })
}

/** The deputy goes on where the chair was cut off; the chair comes back in the same way. */
export async function takeLead(work: Work, input: { readonly meetingId: string }): Promise<void> {
  const session = await enterSession(work, input.meetingId)
  work.require('meeting.lead', meetingSubject(session.meeting))
  if (session.live.phase === 'ended') throw refuse('meeting_over')
  if (session.live.leaderId === work.actor.accountId) return
  await takeStep(work, session, { type: 'lead-taken', accountId: work.actor.accountId ?? '' })
}

/** Takes the newest deed at the console back. What members did meanwhile stays. */
export async function undoLead(
  work: Work,
  /** `reason`: what stands beside a vote that was taken back. */
  input: AtConsole & { readonly reason: string },
): Promise<void> {
  const session = await enterSession(work, input.meetingId)
  work.require('meeting.lead', meetingSubject(session.meeting))
  const number = checkUndo(session.live, input.turn, work.now)
  const step = session.steps.find((one) => one.number === number)
  if (!step) throw refuse('nothing_to_undo')
  if (step.type === 'vote-opened') await takeVoteBack(work, step.pollId, input.reason)
  if (step.type === 'vote-closed') await openAgain(work, step.pollId)
  await work.tx
    .updateTable('meetingStep')
    .set({ undoneAt: work.now })
    .where('meetingId', '=', session.meeting.id)
    .where('number', '=', number)
    .execute()
  const steps = session.steps.filter((one) => one.number !== number)
  const after = { ...session, steps, live: foldSteps(steps, session.liveRules) }
  await keepState(work, after)
  if (step.type === 'ended') await forgetLifelines(work, session)
  await work.record({
    type: 'meeting.step-undone',
    meetingId: session.meeting.id,
    step: step.type,
    hearers: hearersOfStep(after, step),
  })
}

async function openAgain(work: Work, pollId: string): Promise<void> {
  const poll = await getPoll(work.tx, pollId)
  if (poll.source === 'hands') await takeHandsBack(work, poll)
  else await reopenNow(work, poll)
}

/** Nothing is deleted: the vote stands there as taken back, with the reason. */
async function takeVoteBack(work: Work, pollId: string, reason: string): Promise<void> {
  await savePoll(work, invalidate(await getPoll(work.tx, pollId), reason))
  await work.record({ type: 'poll.invalidated', pollId })
}

/** Asks who leads and whether this console is of today; every deed at the console begins here. */
export async function atConsole(work: Work, input: AtConsole): Promise<Session> {
  const session = await enterSession(work, input.meetingId)
  work.require('meeting.lead', meetingSubject(session.meeting))
  if (session.meeting.state === 'cancelled') throw refuse('meeting_cancelled')
  checkTurn(session.live, input.turn, work.actor.accountId)
  return session
}

/** Whoever opens the meeting leads it. */
async function withLeader(work: Work, session: Session, step: NewStep): Promise<Session> {
  if (step.type !== 'opened' || session.live.leaderId !== null) return session
  const accountId = work.actor.accountId ?? ''
  const led = await takeStep(work, session, { type: 'lead-taken', accountId })
  const roster = await rosterOf(work.tx, session.meeting.bodyId, work.now)
  const seat = roster.find((one) => one.accountId === accountId)
  if (!seat || !hasVote(seat) || led.live.presence[accountId] !== undefined) return led
  return takeStep(work, led, { type: 'presence', accountId, as: 'room', entered: 'self' })
}

/** Nobody opens tomorrow's meeting by a slip of the hand; an hour before is early enough. */
async function checkDay(work: Work, { meeting }: Session): Promise<void> {
  if (Date.parse(meeting.startsAt) - Date.parse(work.now) > 60 * 60_000) throw refuse('meeting_not_yet')
}

/** At the end each item that was dealt with is a hop in its own line and in that of its idea. */
async function tellLifelines(work: Work, { meeting, items, live }: Session): Promise<void> {
  for (const item of items) {
    const life = live.items[item.id]
    if (!life || item.audience === 'inside' || life.outcome === 'postponed') continue
    const more = {
      note: `${meeting.title}, Punkt ${item.number}`,
      link: addressOf(meeting),
      byFunction: meeting.bodyName,
    }
    await addLifelineStep(work, `agendaItem:${item.id}`, 'spoken', more)
    if (item.ideaId !== null) await addLifelineStep(work, `idea:${item.ideaId}`, 'spoken', more)
  }
}

async function forgetLifelines(work: Work, { meeting, items }: Session): Promise<void> {
  const subjects = items.flatMap((item) => [
    `agendaItem:${item.id}`,
    ...(item.ideaId === null ? [] : [`idea:${item.ideaId}`]),
  ])
  await work.tx
    .deleteFrom('lifelineStep')
    .where('kind', '=', 'spoken')
    .where('link', '=', addressOf(meeting))
    .where('subject', 'in', subjects)
    .execute()
}
