// Knows what a count means for a vote: carried or not, who won, whether a lot or a second round is needed.
import { decideMotion, type MotionOutcome } from './decision.ts'
import type { Poll } from './poll.ts'
import type { Result } from './tally/result.ts'
import { runOffFor } from './tally/second-round.ts'
import { isTooFewToShow } from './terms.ts'

/** How the ballots were, whatever they say. */
export interface Turnout {
  readonly cast: number
  readonly blank: number
  readonly invalid: number
}

export type Outcome =
  | MotionOutcome
  | ({
      readonly kind: 'options'
      readonly outcome: 'decided' | 'tied' | 'second-round' | 'status-quo' | 'no-quorum' | 'no-votes'
      readonly winners: readonly string[]
      /** Who is equal where the places end; waits for a lot. */
      readonly tied: readonly string[]
      readonly seatsLeft: number
      /** Seats that can only be filled once the tie is decided: then a lot decides it, no second round. */
      readonly seatsLater: number
    } & Turnout)
  | ({
      readonly kind: 'consent'
      readonly outcome: 'adopted' | 'objected' | 'no-quorum' | 'no-votes'
      readonly consents: number
      readonly concerns: number
      readonly objections: number
    } & Turnout)
  /** Secret ballots too few to show. */
  | { readonly kind: 'too-few' }

/** The outcome of counted options. A quorum that was missed leaves the figures and takes the decision away. */
export function outcomeOf(
  poll: Pick<Poll, 'secrecy' | 'quorum'>,
  result: Result & { readonly adopted?: boolean | null },
  turnout: Turnout,
): Outcome {
  if (isTooFewToShow(poll.secrecy, turnout.cast)) return { kind: 'too-few' }
  const runOff = runOffFor(result)
  const tied = runOff?.between ?? []
  const winners = runOff ? runOff.secure : result.winners
  const outcome = () => {
    if (turnout.cast - turnout.blank - turnout.invalid <= 0) return 'no-votes' as const
    if (turnout.cast < poll.quorum) return 'no-quorum' as const
    if (result.secondRound.length > 0) return 'second-round' as const
    if (tied.length > 0) return 'tied' as const
    if (result.adopted === false) return 'status-quo' as const
    return 'decided' as const
  }
  return {
    kind: 'options',
    outcome: outcome(),
    winners,
    tied: result.secondRound.length > 0 ? result.secondRound : tied,
    seatsLeft: runOff?.seats ?? 0,
    seatsLater: runOff?.later ?? 0,
    ...turnout,
  }
}

/** The outcome of yes and no, counted from ballots or by hand. */
export function motionOutcome(
  poll: Pick<Poll, 'secrecy' | 'quorum' | 'majority' | 'majorityBase' | 'rollSize' | 'source'>,
  votes: { readonly yes: number; readonly no: number; readonly abstain: number; readonly invalid: number },
): Outcome {
  const decided = decideMotion(votes, { ...poll, base: poll.majorityBase })
  return poll.source === 'ballots' && isTooFewToShow(poll.secrecy, decided.cast)
    ? { kind: 'too-few' }
    : decided
}

export function isTieOpen(outcome: Outcome): boolean {
  return outcome.kind === 'options' && outcome.outcome === 'tied'
}

/** Who stands again; null where the result needs no second round, or only a lot can help. */
export function secondRoundOf(
  poll: Pick<Poll, 'state' | 'seed' | 'method'>,
  outcome: Outcome,
): readonly string[] | null {
  if (outcome.kind !== 'options' || poll.seed !== null) return null
  if (outcome.outcome === 'second-round') return outcome.tied
  // A seat of the list is not won by a person: there the lot decides.
  if (poll.method === 'sainte-lague' || outcome.seatsLater > 0) return null
  return outcome.outcome === 'tied' && poll.state === 'counted' ? outcome.tied : null
}
