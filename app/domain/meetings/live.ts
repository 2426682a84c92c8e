// What a meeting is at any moment, and the questions its rules ask of it. How it got there is told in fold.ts.
import { refuse } from '../refusal.ts'
import { isOpenMotion, type ProceduralMotion } from './motion.ts'
import type { FloorRequest, ListMode, Spoken } from './speaker-list.ts'
import type { SpeechClock } from './speaking-time.ts'
import type { ItemOutcome, PauseReason, Presence, Step } from './steps.ts'

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
  /** How the vote on this item is held, by a procedural motion or since enough members asked for it. */
  readonly voteWish: 'secret' | 'named' | null
  /** Members who ask for a secret vote on this item. */
  readonly secretAsked: readonly string[]
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
  /** Who sits in for whom: the substitute's account, the member's. */
  readonly standIns: Readonly<Record<string, string>>
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
  standIns: {},
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

export function runningVote(live: LiveMeeting): RunningVote | null {
  return live.votes.find((vote) => vote.closedAt === null) ?? null
}

export function openMotions(live: LiveMeeting) {
  return live.motions.filter(isOpenMotion)
}

export function isThere(live: Pick<LiveMeeting, 'presence'>, accountId: string): boolean {
  const as = live.presence[accountId]
  return as === 'room' || as === 'online'
}

export function hasConflict(
  live: Pick<LiveMeeting, 'conflicts'>,
  accountId: string,
  itemId: string | null,
): boolean {
  return live.conflicts.some((one) => one.accountId === accountId && one.itemId === itemId)
}

export function current(live: LiveMeeting): { readonly id: string; readonly life: ItemLife } {
  const id = live.currentId
  const life = id === null ? undefined : live.items[id]
  if (id === null || !life) throw refuse('no_item_current')
  return { id, life }
}

export function running(live: LiveMeeting, also?: 'paused'): void {
  if (live.phase === 'running' || live.phase === also) return
  throw refuse(
    live.phase === 'paused'
      ? 'meeting_paused'
      : live.phase === 'ended'
        ? 'meeting_over'
        : 'meeting_not_running',
  )
}

export function noVote(live: LiveMeeting): void {
  if (runningVote(live)) throw refuse('vote_runs')
}

export function speaking(live: LiveMeeting): Speech {
  if (live.speech === null) throw refuse('no_speech')
  return live.speech
}

export function withLife(live: LiveMeeting, itemId: string, change: Partial<ItemLife>): LiveMeeting {
  const life = live.items[itemId]
  if (!life) return live
  return { ...live, items: { ...live.items, [itemId]: { ...life, ...change } } }
}
