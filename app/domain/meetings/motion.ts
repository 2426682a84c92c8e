// Knows the way of a procedural motion: taken up after the speech that runs, accepted without an objection, else one
// speech against it and a vote.
import { refuse } from '../refusal.ts'

export const motionKinds = [
  'close-list',
  'close-debate',
  'limit-time',
  'postpone',
  'interrupt',
  'refer',
  'drop',
  'secret-vote',
  'named-vote',
  'check-quorum',
  'exclude-public',
] as const
export type MotionKind = (typeof motionKinds)[number]

export const motionStates = [
  'waiting', // a speech still runs
  'moved', // read out: does anybody object?
  'objected', // the one who objects, or another, may speak against it once
  'ready', // spoken against, or nobody wishes to: the vote comes
  'voting',
  'accepted',
  'rejected',
  'withdrawn',
] as const
export type MotionState = (typeof motionStates)[number]

export interface ProceduralMotion {
  readonly id: string
  readonly kind: MotionKind
  readonly moverId: string
  readonly state: MotionState
  readonly movedAt: string
  readonly objectorId: string | null
  /** The vote of the ballot engine that decides it. */
  readonly pollId: string | null
}

export type MotionStep =
  | { readonly do: 'take-up' }
  | { readonly do: 'object'; readonly accountId: string }
  | { readonly do: 'no-objection' }
  | { readonly do: 'countered' }
  | { readonly do: 'vote'; readonly pollId: string }
  | { readonly do: 'decide'; readonly accepted: boolean }
  | { readonly do: 'withdraw' }

export interface MovedWhen {
  readonly speechRuns: boolean
  readonly voteRuns: boolean
  /** Motions not decided yet. */
  readonly open: readonly ProceduralMotion[]
}

/** During a vote nothing is moved; one motion a kind and item is open at a time. */
export function moveMotion(
  motion: Pick<ProceduralMotion, 'id' | 'kind' | 'moverId' | 'movedAt'>,
  when: MovedWhen,
): ProceduralMotion {
  if (when.voteRuns) throw refuse('motion_during_vote')
  if (when.open.some((one) => one.kind === motion.kind)) throw refuse('motion_moved_already')
  const state = when.speechRuns || when.open.length > 0 ? 'waiting' : 'moved'
  return { ...motion, state, objectorId: null, pollId: null }
}

export function isOpenMotion(motion: ProceduralMotion): boolean {
  return !['accepted', 'rejected', 'withdrawn'].includes(motion.state)
}

/** The next state, or the refusal 'motion_not_there_yet' for a step out of order. */
export function stepMotion(motion: ProceduralMotion, step: MotionStep): ProceduralMotion {
  const from = (...states: readonly MotionState[]) => {
    if (!states.includes(motion.state)) throw refuse('motion_not_there_yet')
  }
  switch (step.do) {
    case 'take-up':
      from('waiting')
      return { ...motion, state: 'moved' }
    case 'object':
      from('waiting', 'moved')
      if (step.accountId === motion.moverId) throw refuse('motion_is_own')
      return { ...motion, state: 'objected', objectorId: step.accountId }
    case 'no-objection':
      from('moved')
      return { ...motion, state: 'accepted' }
    case 'countered':
      from('objected')
      return { ...motion, state: 'ready' }
    case 'vote':
      from('objected', 'ready')
      return { ...motion, state: 'voting', pollId: step.pollId }
    case 'decide':
      from('objected', 'ready', 'voting')
      return { ...motion, state: step.accepted ? 'accepted' : 'rejected' }
    case 'withdraw':
      from('waiting', 'moved', 'objected', 'ready')
      return { ...motion, state: 'withdrawn' }
  }
}
