// Knows the life of a vote: announced, open, closed, counted, and what may be done when. One kind of vote for the whole house.
import { refuse } from '../refusal.ts'
import type { PollMethod, PollSettings } from './method.ts'

export const pollStates = [
  'announced',
  'open',
  'closed', // nothing more is taken; the count is under way
  'counted', // the result stands, a tie may wait for its lot
  'objection', // the result stands, objections may still be raised
  'final',
  'invalid',
] as const
export type PollState = (typeof pollStates)[number]

/** What a vote says it is: always visible, never more than its voters may decide. */
export const pollLabels = ['mood', 'recommendation', 'resolution', 'election'] as const
export type PollLabel = (typeof pollLabels)[number]

/** Whose house it is in: this decides who sets it up. */
export const pollSpaces = ['town', 'round-table', 'council'] as const
export type PollSpace = (typeof pollSpaces)[number]

export const electorates = ['accounts', 'creators', 'body', 'bench', 'roll', 'codes'] as const
export type Electorate = (typeof electorates)[number]

/** `open`: under one's name. `separate`: turnout and ballots kept apart. `blind`: signed blind, so that nobody can join them. */
export const secrecies = ['open', 'separate', 'blind'] as const
export type Secrecy = (typeof secrecies)[number]

/** From the loosest to the strictest: what was promised is never loosened. */
export const resultTimes = ['always', 'after-own-vote', 'after-close'] as const
export type ResultTime = (typeof resultTimes)[number]

export const reasonWishes = ['off', 'optional', 'required'] as const
export type ReasonWish = (typeof reasonWishes)[number]

export const majorities = ['most', 'simple', 'two-thirds', 'three-quarters'] as const
export type Majority = (typeof majorities)[number]

/** Of what a majority is needed: yes and no alone, all who cast, or all on the roll. */
export const majorityBases = ['marks', 'cast', 'roll'] as const
export type MajorityBase = (typeof majorityBases)[number]

export const optionOrders = ['written', 'shuffled', 'lot'] as const
export type OptionOrder = (typeof optionOrders)[number]

/** What is fixed when a vote is set up. */
export interface PollTerms {
  readonly space: PollSpace
  /** 'members': only those of its space may know of it. */
  readonly visibility: 'public' | 'members'
  readonly label: PollLabel
  readonly method: PollMethod
  readonly question: string
  readonly about: string
  readonly consequence: string
  readonly electorate: Electorate
  /** The body's slug, or 'body/bench'; null for the other electorates. */
  readonly electorateRef: string | null
  readonly secrecy: Secrecy
  readonly changeable: 'yes' | 'no'
  readonly reason: ReasonWish
  /** Whether names stand beside the open votes in the result. */
  readonly names: 'listed' | 'unlisted'
  readonly resultWhen: ResultTime
  /** How many must take part, 0 for no such rule. */
  readonly quorum: number
  readonly majority: Majority
  readonly majorityBase: MajorityBase
  readonly optionOrder: OptionOrder
  readonly seats: number
  readonly settings: PollSettings
  readonly subject: string | null
  readonly opensAt: string | null
  readonly closesAt: string | null
  /** How long it stays open at least, so that nobody is too slow. */
  readonly minSeconds: number
  readonly objectionDays: number
  readonly reviewOn: string | null
}

export interface Poll extends PollTerms {
  readonly id: string
  readonly number: number
  readonly html: string
  readonly sanitiser: string
  readonly parentId: string | null
  readonly conversationId: string | null
  readonly state: PollState
  /** 'hands': the chair counted and entered the figures. */
  readonly source: 'ballots' | 'hands'
  readonly createdById: string | null
  readonly announcedAt: string
  readonly openedAt: string | null
  readonly closedAt: string | null
  /** From here on nothing can be cast, changed or undone. */
  readonly sealedAt: string | null
  readonly countedAt: string | null
  readonly finalAt: string | null
  readonly objectionUntil: string | null
  readonly invalidReason: string | null
  readonly seed: string | null
  readonly rollSize: number | null
  readonly reviewedAt: string | null
  readonly reviewNote: string | null
  readonly version: number
}

export interface PollOption {
  readonly key: string
  readonly place: number
  readonly drawnPlace: number | null
  readonly title: string
  readonly about: string
}

/** So long a close can be taken back. */
export const undoSeconds = 10

const day = 86_400_000

/** Takes votes at this moment: the clock closes it, not the job that comes a moment later. */
export function isOpen(poll: Pick<Poll, 'state' | 'closesAt'>, now: string): boolean {
  return poll.state === 'open' && (poll.closesAt === null || now < poll.closesAt)
}

export function hasResult(poll: Pick<Poll, 'state'>): boolean {
  return poll.state === 'counted' || poll.state === 'objection' || poll.state === 'final'
}

export function open(poll: Poll, now: string, rollSize: number | null): Poll {
  if (poll.state !== 'announced') throw refuse('poll_not_announced')
  if (poll.closesAt !== null && poll.closesAt <= now) throw refuse('poll_closes_before_it_opens')
  if (rollSize === 0) throw refuse('poll_roll_empty')
  return { ...poll, state: 'open', openedAt: now, rollSize }
}

/** Closed by hand before its time is up only after the shortest time it promised. */
export function close(poll: Poll, now: string): Poll {
  if (poll.state !== 'open') throw refuse('poll_not_open')
  const earliest = Date.parse(poll.openedAt ?? now) + poll.minSeconds * 1000
  if (Date.parse(now) < earliest) {
    throw refuse('poll_open_for_a_minimum', { until: new Date(earliest).toISOString() })
  }
  return { ...poll, state: 'closed', closedAt: now }
}

/** A slip of the hand is taken back within ten seconds; a close by the clock never. */
export function mayUndoClose(
  poll: Pick<Poll, 'state' | 'closedAt' | 'closesAt' | 'sealedAt'>,
  now: string,
): boolean {
  if (poll.state !== 'closed' || poll.closedAt === null || poll.sealedAt !== null) return false
  if (poll.closesAt !== null && poll.closesAt <= now) return false
  const since = Date.parse(now) - Date.parse(poll.closedAt)
  return since >= 0 && since < undoSeconds * 1000
}

export function undoClose(poll: Poll, now: string): Poll {
  if (!mayUndoClose(poll, now)) throw refuse('poll_close_is_final')
  return { ...poll, state: 'open', closedAt: null }
}

/** The earliest moment at which the ballots may be sealed. */
export function sealableAt(poll: Pick<Poll, 'closedAt'>): string {
  return new Date(Date.parse(poll.closedAt ?? '') + undoSeconds * 1000).toISOString()
}

export function seal(poll: Poll, now: string): Poll {
  if (poll.state !== 'closed') throw refuse('poll_not_closed')
  return poll.sealedAt === null ? { ...poll, sealedAt: now } : poll
}

/** A result with an open tie waits for its lot; one with an objection period for that to pass. */
export function counted(poll: Poll, now: string, tieOpen: boolean): Poll {
  if (poll.state !== 'closed' && poll.state !== 'counted') throw refuse('poll_not_closed')
  const after = { ...poll, state: 'counted' as PollState, countedAt: now }
  if (tieOpen && poll.label !== 'mood') return after
  if (poll.objectionDays === 0) return { ...after, state: 'final', finalAt: now }
  const until = new Date(Date.parse(now) + poll.objectionDays * day).toISOString()
  return { ...after, state: 'objection', objectionUntil: until }
}

export function makeFinal(poll: Poll, now: string): Poll {
  if (poll.state !== 'objection') throw refuse('poll_not_counted')
  if (poll.objectionUntil !== null && now < poll.objectionUntil) throw refuse('poll_objection_runs')
  return { ...poll, state: 'final', finalAt: now }
}

/** Everything about an open vote is frozen; it can only be declared invalid, with a reason everybody reads. */
export function invalidate(poll: Poll, reason: string): Poll {
  if (poll.state === 'invalid') throw refuse('already_decided')
  return { ...poll, state: 'invalid', invalidReason: reason }
}
