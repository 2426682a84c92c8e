// Knows who has the floor in a live meeting: hands, speeches, their clock, the list that is open or closed.
import { refuse } from '../refusal.ts'
import {
  current,
  hasConflict,
  type LiveMeeting,
  type LiveRules,
  running,
  speaking,
  withLife,
} from './live.ts'
import { stepped } from './motion-effect.ts'
import type { FloorRequest } from './speaker-list.ts'
import { extendClock, resumeClock, spokenMs, startClock, stopClock } from './speaking-time.ts'
import type { NewStep } from './steps.ts'

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

export function takeFloor(live: LiveMeeting, step: FloorStep, now: string, rules: LiveRules): LiveMeeting {
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

/** The speech goes into the count; a motion that waited for its end is taken up. */
export function endSpeech(live: LiveMeeting, now: string): LiveMeeting {
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

export function withoutRequests(live: LiveMeeting, accountId: string | null): LiveMeeting {
  const life = live.currentId === null ? undefined : live.items[live.currentId]
  if (accountId === null || live.currentId === null || !life) return live
  return withLife(live, live.currentId, {
    requests: life.requests.filter((request) => request.accountId !== accountId),
  })
}
