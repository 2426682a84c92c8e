// How a meeting stands, as its five faces show it. Names stand here because they were looked up a moment ago; the log has none.
import type { BodyFunction } from '../actor.ts'
import type { BodyKind } from '../bodies/body.ts'
import type { BenchYes } from '../polls/decision.ts'
import type { ItemAudience, ItemKind, ItemMark } from './agenda.ts'
import type { MotionKind, MotionState } from './motion.ts'
import type { SignalKind } from './signals.ts'
import type { FloorRequest, ListMode, PlaceReason } from './speaker-list.ts'
import type { SpeechClock } from './speaking-time.ts'
import type { ItemOutcome, PauseReason, Presence } from './steps.ts'

export interface Who {
  readonly accountId: string
  /** null: the account is gone; a citizen at the microphone has none from the beginning. */
  readonly name: string | null
  readonly function: BodyFunction | 'citizen'
  readonly bench: string | null
  readonly online: boolean
}

export interface StandItem {
  readonly id: string
  readonly number: string
  readonly minutes: number
  readonly state: 'ahead' | 'current' | ItemOutcome
  readonly calledAt: string | null
  readonly closedAt: string | null
  /** null where it is not for this reader. */
  readonly open: {
    readonly publicNumber: number
    readonly title: string
    readonly kind: ItemKind
    readonly audience: ItemAudience
    readonly ideaNumber: number | null
    readonly mark: ItemMark | null
  } | null
}

export interface StandSpeech {
  readonly who: Who
  readonly kind: FloorRequest['kind']
  readonly note: string | null
  readonly clock: SpeechClock
}

export interface StandPlace {
  readonly requestId: string
  readonly who: Who
  readonly kind: FloorRequest['kind']
  readonly reason: PlaceReason
}

export interface StandMotion {
  readonly id: string
  readonly kind: MotionKind
  readonly state: MotionState
  readonly mover: Who
  readonly objector: Who | null
}

export interface StandVote {
  readonly pollId: string
  readonly number: number
  readonly question: string
  readonly label: 'mood' | 'recommendation' | 'resolution'
  readonly secret: boolean
  readonly named: boolean
  readonly forMotion: boolean
  readonly openedAt: string
  readonly closedAt: string | null
  /** From here on it may be closed. */
  readonly closableAt: string
  readonly votes: number
  /** False: at least so many. */
  readonly exact: boolean
  readonly voters: number
  /** The benches whose yes is needed. */
  readonly benches: readonly { readonly bench: string; readonly name: string }[]
  readonly result: StandResult | null
}

export interface StandResult {
  readonly word: 'accepted' | 'rejected' | 'tie' | 'no-quorum' | 'too-few'
  readonly yes: number
  readonly no: number
  readonly abstain: number
  readonly needed: number
  readonly of: number
  /** How many yes came from each bench, where every bench must have one. */
  readonly benches?: readonly BenchYes[]
}

export interface StandSeat {
  readonly accountId: string
  readonly name: string | null
  readonly function: BodyFunction
  readonly bench: string | null
  readonly votes: boolean
  /** The account of the member whose seat a substitute has taken. */
  readonly standsInFor: string | null
  readonly as: Presence | null
}

export interface Stand {
  readonly asOf: number
  /** The server's clock when this was read: a screen's own clock may be wrong by an hour. */
  readonly now: string
  readonly number: number
  readonly title: string
  readonly bodyName: string
  readonly bodyKind: BodyKind
  /** What becomes of a vote while too few are there. */
  readonly withoutQuorum: 'blocked' | 'advisory'
  readonly place: string
  readonly online: string | null
  readonly startsAt: string
  readonly endsAt: string
  readonly state: 'planned' | 'invited' | 'running' | 'paused' | 'ended' | 'cancelled'
  readonly pause: { readonly why: PauseReason; readonly since: string } | null
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly items: readonly StandItem[]
  readonly currentId: string | null
  /** The current item is not for this reader: nothing below of it is told. */
  readonly closed: boolean
  readonly list: { readonly mode: ListMode; readonly state: 'open' | 'closed' } | null
  readonly speech: StandSpeech | null
  readonly places: readonly StandPlace[]
  readonly motions: readonly StandMotion[]
  readonly voteWish: 'secret' | 'named' | null
  /** How many ask for a secret vote on the current item; `needed` null: only a motion makes it secret. */
  readonly secret: { readonly asked: number; readonly needed: number | null } | null
  /** The newest vote of the current item. */
  readonly vote: StandVote | null
  readonly quorum: {
    readonly reached: boolean
    readonly present: number
    readonly members: number
    readonly needed: number
    readonly benches: readonly {
      readonly bench: string | null
      readonly name: string | null
      readonly present: number
      readonly members: number
      readonly reached: boolean
    }[]
  }
  readonly seats: readonly StandSeat[]
  readonly shares: readonly {
    readonly bench: string | null
    readonly name: string | null
    readonly ms: number
    readonly share: number
  }[]
  readonly notes: readonly {
    readonly noteId: string
    readonly itemId: string
    readonly at: string
    readonly text: string
  }[]
  readonly signals: Readonly<Record<SignalKind, number | null>>
  readonly projector: 'live' | 'frozen'
  readonly frozenAt: number | null
  readonly leader: { readonly accountId: string; readonly name: string | null } | null
  readonly turn: number
  readonly turnAt: string | null
  readonly turnType: string | null
}

/** What belongs to one person at the table, and to nobody else. */
export interface OwnStand {
  readonly presence: Presence | null
  /** Members one may step in for now; null for everybody but a substitute. */
  readonly standIn: readonly { readonly accountId: string; readonly name: string | null }[] | null
  readonly askedSecret: boolean
  readonly conflict: boolean
  readonly hand: { readonly requestId: string; readonly place: number } | null
  readonly order: { readonly requestId: string } | null
  readonly mayVote: boolean
  readonly voted: 'yes' | 'no'
}
