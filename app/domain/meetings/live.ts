// Knows how a meeting stands at any moment: the steps so far, folded one after the other by its rules.
import { isRefusal, refuse } from '../refusal.ts'
import { isOpenMotion, moveMotion, type ProceduralMotion, stepMotion } from './motion.ts'
import type { FloorRequest, ListMode, Spoken } from './speaker-list.ts'
import {
  extendClock,
  resumeClock,
  type SpeechClock,
  spokenMs,
  startClock,
  stopClock,
} from './speaking-time.ts'
import {
  type ItemOutcome,
  isByChair,
  type NewStep,
  type PauseReason,
  type Presence,
  type Step,
} from './steps.ts'

export interface Speech {
  readonly requestId: string
  readonly accountId: string
  readonly bench: string | null
  readonly kind: FloorRequest['kind']
  readonly itemId: string
  /** Why out of turn; null in turn. */
  readonly note: string | null
  readonly clock: SpeechClock
}

export interface HeldSpeech extends Spoken {
  readonly itemId: string
  readonly kind: FloorRequest['kind']
  readonly beganAt: string
  readonly endedAt: string
}

export interface ItemLife {
  readonly calledAt: string
  readonly closedAt: string | null
  readonly outcome: ItemOutcome | null
  readonly mode: ListMode
  readonly list: 'open' | 'closed'
  readonly requests: readonly FloorRequest[]
  /** How many requests there were: the next one's number. */
  readonly asked: number
  readonly limitMs: number | null
  /** What a procedural motion decided about the vote on this item. */
  readonly voteWish: 'secret' | 'named' | null
}

export interface RunningVote {
  readonly pollId: string
  readonly itemId: string
  readonly motionId: string | null
  readonly openedAt: string
  readonly closedAt: string | null
}

export interface LiveMeeting {
  readonly phase: 'before' | 'running' | 'paused' | 'ended'
  readonly pause: { readonly why: PauseReason; readonly since: string } | null
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly leaderId: string | null
  readonly presence: Readonly<Record<string, Presence>>
  readonly conflicts: readonly { readonly accountId: string; readonly itemId: string }[]
  readonly items: Readonly<Record<string, ItemLife>>
  readonly currentId: string | null
  readonly speech: Speech | null
  readonly speeches: readonly HeldSpeech[]
  readonly motions: readonly (ProceduralMotion & { readonly itemId: string })[]
  readonly votes: readonly RunningVote[]
  readonly projector: 'live' | 'frozen'
  /** The newest deed of the chair: its number is what a console must have seen. */
  readonly turn: number
  readonly lastTurn: Step | null
}

export interface LiveRules {
  readonly speakingMs: number
  readonly extensionMs: number
  readonly extensions: number
  readonly listMode: ListMode
}

export const beforeMeeting: LiveMeeting = {
  phase: 'before',
  pause: null,
  startedAt: null,
  endedAt: null,
  leaderId: null,
  presence: {},
  conflicts: [],
  items: {},
  currentId: null,
  speech: null,
  speeches: [],
  motions: [],
  votes: [],
  projector: 'live',
  turn: 0,
  lastTurn: null,
}

/** The state after these steps. A step that no longer fits, since one before it was undone, is passed over. */
export function foldSteps(steps: readonly Step[], rules: LiveRules): LiveMeeting {
  return steps.reduce((live, step) => {
    try {
      return applyStep(live, step, rules)
    } catch (error) {
      if (isRefusal(error)) return live
      throw error
    }
  }, beforeMeeting)
}

/** The state after one more step, or the refusal that says why it cannot be taken. */
export function applyStep(live: LiveMeeting, step: Step, rules: LiveRules): LiveMeeting {
  const after = take(live, step, step.at, rules)
  return isByChair(step) ? { ...after, turn: step.number, lastTurn: step } : after
}

export function runningVote(live: LiveMeeting): RunningVote | null {
  return live.votes.find((vote) => vote.closedAt === null) ?? null
}

export function openMotions(live: LiveMeeting) {
  return live.motions.filter(isOpenMotion)
}

export function isThere(live: LiveMeeting, accountId: string): boolean {
  const as = live.presence[accountId]
  return as === 'room' || as === 'online'
}

export function hasConflict(live: LiveMeeting, accountId: string, itemId: string | null): boolean {
  return live.conflicts.some((one) => one.accountId === accountId && one.itemId === itemId)
}

function take(live: LiveMeeting, step: NewStep, now: string, rules: LiveRules): LiveMeeting {
  switch (step.type) {
    case 'opened':
      if (live.phase !== 'before') throw refuse('meeting_has_begun')
      return { ...live, phase: 'running', startedAt: now }
    case 'ended':
      running(live, 'paused')
      noVote(live)
      return { ...closeItem(live, now, 'done'), phase: 'ended', pause: null, endedAt: now }
    case 'paused':
      running(live)
      return {
        ...live,
        phase: 'paused',
        pause: { why: step.why, since: now },
        speech: live.speech && { ...live.speech, clock: stopClock(live.speech.clock, now) },
      }
    case 'resumed':
      if (live.phase !== 'paused') throw refuse('meeting_not_paused')
      return {
        ...live,
        phase: 'running',
        pause: null,
        speech: live.speech && { ...live.speech, clock: resumeClock(live.speech.clock, now) },
      }
    case 'lead-taken':
      return { ...live, leaderId: step.accountId }
    case 'presence':
      if (live.phase === 'ended') throw refuse('meeting_over')
      return {
        ...withoutRequests(live, step.as === 'gone' || step.as === 'watching' ? step.accountId : null),
        presence: { ...live.presence, [step.accountId]: step.as },
      }
    case 'conflict': {
      const others = live.conflicts.filter(
        (one) => one.accountId !== step.accountId || one.itemId !== step.itemId,
      )
      if (step.is === 'no') return { ...live, conflicts: others }
      const { accountId, itemId } = step
      const left = itemId === live.currentId ? withoutRequests(live, accountId) : live
      return { ...left, conflicts: [...others, { accountId, itemId }] }
    }
    case 'item-called':
      return callItem(live, step.itemId, now, rules)
    case 'item-closed':
      if (live.currentId !== step.itemId) throw refuse('item_not_current')
      noVote(live)
      return closeItem(live, now, step.outcome)
    case 'noted':
    case 'frozen':
    case 'unfrozen':
      return step.type === 'noted' ? live : { ...live, projector: step.type === 'frozen' ? 'frozen' : 'live' }
    case 'vote-opened': {
      running(live)
      noVote(live)
      const { pollId, itemId, motionId } = step
      const opened = {
        ...live,
        votes: [...live.votes, { pollId, itemId, motionId, openedAt: now, closedAt: null }],
      }
      return motionId === null ? opened : stepped(opened, motionId, { do: 'vote', pollId })
    }
    case 'vote-closed':
      if (runningVote(live)?.pollId !== step.pollId) throw refuse('vote_not_running')
      return {
        ...live,
        votes: live.votes.map((vote) => (vote.pollId === step.pollId ? { ...vote, closedAt: now } : vote)),
      }
    case 'motion-moved': {
      running(live)
      const { motionId: id, kind, accountId: moverId } = step
      const motion = moveMotion(
        { id, kind, moverId, movedAt: now },
        { speechRuns: live.speech !== null, voteRuns: runningVote(live) !== null, open: openMotions(live) },
      )
      return { ...live, motions: [...live.motions, { ...motion, itemId: current(live).id }] }
    }
    case 'motion-step':
      return stepped(live, step.motionId, step)
    case 'motion-objected':
      return stepped(live, step.motionId, { do: 'object', accountId: step.accountId })
    case 'motion-withdrawn':
      return stepped(live, step.motionId, { do: 'withdraw' })
    case 'motion-decided':
      return stepped(live, step.motionId, { do: 'decide', accepted: step.outcome === 'accepted' })
    default:
      return takeFloor(live, step, now, rules)
  }
}

type FloorStep = Extract<
  NewStep,
  {
    type:
      | 'floor-asked'
      | 'floor-withdrawn'
      | 'speech-begun'
      | 'speech-ended'
      | 'clock-stopped'
      | 'clock-running'
      | 'time-extended'
      | 'list-mode'
      | 'list-closed'
      | 'list-opened'
  }
>

function takeFloor(live: LiveMeeting, step: FloorStep, now: string, rules: LiveRules): LiveMeeting {
  switch (step.type) {
    case 'floor-asked':
      return askFloor(live, step, now)
    case 'floor-withdrawn': {
      const { id, life } = current(live)
      if (!life.requests.some((request) => request.id === step.requestId)) throw refuse('floor_not_asked')
      return withLife(live, id, { requests: life.requests.filter(({ id: one }) => one !== step.requestId) })
    }
    case 'speech-begun': {
      running(live)
      const { id, life } = current(live)
      const request = life.requests.find((one) => one.id === step.requestId)
      if (!request) throw refuse('floor_not_asked')
      const free = endSpeech(live, now)
      const { accountId, bench, kind } = request
      const clock = startClock(now, life.limitMs ?? rules.speakingMs)
      return {
        ...withLife(free, id, { requests: life.requests.filter((one) => one !== request) }),
        speech: { requestId: request.id, accountId, bench, kind, itemId: id, note: step.note, clock },
      }
    }
    case 'speech-ended':
      speaking(live)
      return endSpeech(live, now)
    case 'clock-stopped':
      return { ...live, speech: { ...speaking(live), clock: stopClock(speaking(live).clock, now) } }
    case 'clock-running':
      return { ...live, speech: { ...speaking(live), clock: resumeClock(speaking(live).clock, now) } }
    case 'time-extended': {
      const speech = speaking(live)
      if (speech.clock.extensions >= rules.extensions) throw refuse('extension_used_up')
      return { ...live, speech: { ...speech, clock: extendClock(speech.clock, step.ms) } }
    }
    case 'list-mode':
      return withLife(live, current(live).id, { mode: step.mode })
    case 'list-closed':
      return withLife(live, current(live).id, { list: 'closed' })
    case 'list-opened':
      return withLife(live, current(live).id, { list: 'open' })
  }
}

function askFloor(
  live: LiveMeeting,
  step: Extract<NewStep, { type: 'floor-asked' }>,
  now: string,
): LiveMeeting {
  if (live.phase === 'before' || live.phase === 'ended') throw refuse('meeting_not_running')
  const { id, life } = current(live)
  const { requestId, accountId, kind, bench } = step
  if (hasConflict(live, accountId, id)) throw refuse('conflict_of_interest')
  // A point of order stands beside a request to speak; neither twice.
  const same = (one: FloorRequest) =>
    one.accountId === accountId && (one.kind === 'order') === (kind === 'order')
  if (life.requests.some(same)) throw refuse('floor_asked_already')
  if (life.list === 'closed' && kind !== 'order') throw refuse('floor_list_closed')
  if (kind === 'reply' && (live.speech === null || live.speech.accountId === accountId))
    throw refuse('no_speech')
  const request = { id: requestId, accountId, kind, bench, askedAt: now, number: life.asked + 1 }
  return withLife(live, id, { requests: [...life.requests, request], asked: life.asked + 1 })
}

function callItem(live: LiveMeeting, itemId: string, now: string, rules: LiveRules): LiveMeeting {
  running(live)
  noVote(live)
  if (live.currentId === itemId) throw refuse('item_is_running')
  const before = live.items[itemId]
  const free = closeItem(live, now, 'done')
  // Called once more: an item that was left open or postponed goes on where it was.
  const life: ItemLife = before
    ? { ...before, closedAt: null, outcome: null, list: 'open' }
    : {
        calledAt: now,
        closedAt: null,
        outcome: null,
        mode: rules.listMode,
        list: 'open',
        requests: [],
        asked: 0,
        limitMs: null,
        voteWish: null,
      }
  return { ...free, currentId: itemId, items: { ...free.items, [itemId]: life } }
}

function closeItem(live: LiveMeeting, now: string, outcome: ItemOutcome): LiveMeeting {
  const free = endSpeech(live, now)
  if (free.currentId === null) return free
  const open = free.motions.map((motion) =>
    motion.itemId === free.currentId && isOpenMotion(motion)
      ? { ...motion, state: 'withdrawn' as const }
      : motion,
  )
  return {
    ...withLife(free, free.currentId, { closedAt: now, outcome, requests: [] }),
    motions: open,
    currentId: null,
  }
}

/** The speech goes into the count; a motion that waited for its end is taken up. */
function endSpeech(live: LiveMeeting, now: string): LiveMeeting {
  const { speech } = live
  if (speech === null) return live
  const { accountId, bench, itemId, kind, clock } = speech
  const held = {
    accountId,
    bench,
    itemId,
    kind,
    beganAt: clock.startedAt,
    endedAt: now,
    ms: spokenMs(clock, now),
  }
  const waiting = live.motions.find((motion) => motion.state === 'waiting')
  const free = {
    ...live,
    speech: null,
    speeches: [...live.speeches, held],
    // A reply belongs to the speech that is over.
    ...(live.items[itemId] && {
      items: {
        ...live.items,
        [itemId]: {
          ...live.items[itemId],
          requests: live.items[itemId].requests.map((request) =>
            request.kind === 'reply' ? { ...request, kind: 'speech' as const } : request,
          ),
        },
      },
    }),
  }
  return waiting ? stepped(free, waiting.id, { do: 'take-up' }) : free
}

function stepped(live: LiveMeeting, motionId: string, step: Parameters<typeof stepMotion>[1]): LiveMeeting {
  const motion = live.motions.find((one) => one.id === motionId)
  if (!motion) throw refuse('not_found')
  const next = { ...stepMotion(motion, step), itemId: motion.itemId }
  const after = { ...live, motions: live.motions.map((one) => (one === motion ? next : one)) }
  if (next.state !== 'accepted') return after
  return withEffect(after, next)
}

/** What an accepted motion changes by itself; the rest the chair carries out. */
function withEffect(live: LiveMeeting, motion: ProceduralMotion & { readonly itemId: string }): LiveMeeting {
  switch (motion.kind) {
    case 'close-list':
      return withLife(live, motion.itemId, { list: 'closed' })
    case 'close-debate':
      return withLife(live, motion.itemId, { list: 'closed', requests: [] })
    case 'limit-time':
      return withLife(live, motion.itemId, { limitMs: 60_000 })
    case 'secret-vote':
      return withLife(live, motion.itemId, { voteWish: 'secret' })
    case 'named-vote':
      // A secret vote that was decided stays secret.
      return live.items[motion.itemId]?.voteWish === 'secret'
        ? live
        : withLife(live, motion.itemId, { voteWish: 'named' })
    case 'postpone':
    case 'interrupt':
    case 'refer':
    case 'drop':
    case 'check-quorum':
    case 'exclude-public':
      return live
  }
}

function withLife(live: LiveMeeting, itemId: string, change: Partial<ItemLife>): LiveMeeting {
  const life = live.items[itemId]
  if (!life) return live
  return { ...live, items: { ...live.items, [itemId]: { ...life, ...change } } }
}

function withoutRequests(live: LiveMeeting, accountId: string | null): LiveMeeting {
  const life = live.currentId === null ? undefined : live.items[live.currentId]
  if (accountId === null || live.currentId === null || !life) return live
  return withLife(live, live.currentId, {
    requests: life.requests.filter((request) => request.accountId !== accountId),
  })
}

function current(live: LiveMeeting): { readonly id: string; readonly life: ItemLife } {
  const id = live.currentId
  const life = id === null ? undefined : live.items[id]
  if (id === null || !life) throw refuse('no_item_current')
  return { id, life }
}

function running(live: LiveMeeting, also?: 'paused'): void {
  if (live.phase === 'running' || live.phase === also) return
  throw refuse(
    live.phase === 'paused'
      ? 'meeting_paused'
      : live.phase === 'ended'
        ? 'meeting_over'
        : 'meeting_not_running',
  )
}

function noVote(live: LiveMeeting): void {
  if (runningVote(live)) throw refuse('vote_runs')
}

function speaking(live: LiveMeeting): Speech {
  if (live.speech === null) throw refuse('no_speech')
  return live.speech
}
