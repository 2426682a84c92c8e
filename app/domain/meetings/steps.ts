// What happens in a meeting, step by step. The list is all there is: the live state, the log and the minutes grow from it.

import type { MotionKind, MotionStep } from './motion.ts'
import type { FloorRequest, ListMode } from './speaker-list.ts'

export const presences = ['room', 'online', 'watching', 'gone'] as const
export type Presence = (typeof presences)[number]

export const pauseReasons = ['break', 'interpreting', 'technical', 'inside'] as const
export type PauseReason = (typeof pauseReasons)[number]

export const itemOutcomes = ['done', 'postponed', 'referred', 'dropped'] as const
export type ItemOutcome = (typeof itemOutcomes)[number]

export type Entered = 'self' | 'chair'

/** Ids and functions only, never a name: names are looked up when read, so an erased account breaks nothing. */
export interface StepData {
  opened: object
  ended: object
  paused: { readonly why: PauseReason }
  resumed: object
  'lead-taken': { readonly accountId: string }
  presence: { readonly accountId: string; readonly as: Presence; readonly entered: Entered }
  'stood-in': {
    readonly accountId: string
    readonly forId: string
    readonly as: 'room' | 'online'
    readonly entered: Entered
  }
  conflict: {
    readonly accountId: string
    readonly itemId: string
    readonly is: 'yes' | 'no'
    readonly entered?: Entered
  }
  'item-called': { readonly itemId: string }
  'item-closed': { readonly itemId: string; readonly outcome: ItemOutcome }
  'floor-asked': Pick<FloorRequest, 'accountId' | 'kind' | 'bench'> & {
    readonly requestId: string
    readonly entered: Entered
  }
  'floor-withdrawn': { readonly requestId: string }
  /** `note`: why somebody speaks out of turn; null in turn. */
  'speech-begun': { readonly requestId: string; readonly note: string | null }
  'speech-ended': object
  'clock-stopped': { readonly why: 'chair' | 'interpreting' }
  'clock-running': object
  'time-extended': { readonly ms: number }
  'list-mode': { readonly mode: ListMode }
  'list-closed': object
  'list-opened': object
  'motion-moved': {
    readonly motionId: string
    readonly kind: MotionKind
    readonly accountId: string
    readonly entered: Entered
  }
  'motion-objected': { readonly motionId: string; readonly accountId: string; readonly entered?: Entered }
  'motion-withdrawn': { readonly motionId: string }
  'motion-decided': { readonly motionId: string; readonly outcome: 'accepted' | 'rejected' }
  'motion-step': { readonly motionId: string } & MotionStep
  /** `needed`: how many had to ask, as the rules and those present were at that moment. */
  'secret-asked': { readonly accountId: string; readonly needed: number; readonly entered: Entered }
  'vote-opened': { readonly pollId: string; readonly itemId: string; readonly motionId: string | null }
  'vote-closed': { readonly pollId: string }
  /** The same note once more replaces what it said. */
  noted: { readonly itemId: string; readonly noteId: string; readonly text: string }
  frozen: object
  unfrozen: object
}

export type StepType = keyof StepData
export type StepOf<T extends StepType> = { readonly type: T } & Readonly<StepData[T]>
export type NewStep = { [T in StepType]: StepOf<T> }[StepType]

/** A step as it is kept. */
export type Step = NewStep & {
  readonly number: number
  readonly at: string
  readonly byId: string | null
}

/** What the chair does at the console; only these can be undone, and only the newest of them. */
const chairSteps: ReadonlySet<StepType> = new Set<StepType>([
  'opened',
  'ended',
  'paused',
  'resumed',
  'item-called',
  'item-closed',
  'speech-begun',
  'speech-ended',
  'clock-stopped',
  'clock-running',
  'time-extended',
  'list-mode',
  'list-closed',
  'list-opened',
  'motion-step',
  'vote-opened',
  'vote-closed',
  'frozen',
  'unfrozen',
])

/** Presence, conflicts, requests, motions and objections are the chair's deed only where the chair entered them for somebody. */
export function isByChair(step: NewStep): boolean {
  return chairSteps.has(step.type) || ('entered' in step && step.entered === 'chair')
}

export const undoMs = 10_000
