// Knows when a motion is carried: yes and no against a majority, its base, and a quorum.
import type { Majority, MajorityBase } from './poll.ts'

export interface MotionVotes {
  readonly yes: number
  readonly no: number
  readonly abstain: number
  readonly invalid: number
}

export interface MotionRules {
  readonly majority: Majority
  readonly base: MajorityBase
  /** How many must take part; 0 for no such rule. */
  readonly quorum: number
  /** null where nobody can say how many might have voted. */
  readonly rollSize: number | null
}

export interface MotionOutcome extends MotionVotes {
  readonly kind: 'motion'
  readonly outcome: 'carried' | 'rejected' | 'no-bench' | 'tied' | 'no-quorum' | 'no-votes'
  /** All who took part, abstentions and invalid ballots included. */
  readonly cast: number
  /** Of how many the majority was asked, and how many yes that takes. */
  readonly of: number
  readonly needed: number
  readonly quorum: number
  /** How many yes came from each bench, where every bench must have one. */
  readonly benches?: readonly BenchYes[]
}

export interface BenchYes {
  readonly bench: string
  readonly name: string
  readonly yes: number
}

/**
 * Decides a motion. An abstention counts for the quorum; for the majority only where the base says so.
 * Equal numbers of yes and no carry nothing.
 * @returns `needed`: the fewest yes that carry it, given the base
 * Source: § 50 (1), (5) GO NRW: majority of the votes cast, abstentions not counted; a tie is a rejection.
 */
export function decideMotion(votes: MotionVotes, rules: MotionRules): MotionOutcome {
  const { yes, no, abstain, invalid } = votes
  const cast = yes + no + abstain + invalid
  const of = baseOf(votes, rules)
  const needed = neededOf(of, rules.majority)
  const outcome = () => {
    if (cast === 0) return 'no-votes' as const
    if (cast < rules.quorum) return 'no-quorum' as const
    if (yes >= needed) return 'carried' as const
    return yes === no && yes > 0 && rules.base === 'marks' ? ('tied' as const) : ('rejected' as const)
  }
  return { kind: 'motion', ...votes, outcome: outcome(), cast, of, needed, quorum: rules.quorum }
}

/** Besides its majority a motion may need a yes of every bench, so that none of them is outvoted as a whole. */
export function withBenches(decided: MotionOutcome, benches: readonly BenchYes[]): MotionOutcome {
  if (benches.length === 0) return decided
  const missed = decided.outcome === 'carried' && benches.some(({ yes }) => yes === 0)
  return { ...decided, benches, outcome: missed ? 'no-bench' : decided.outcome }
}

function baseOf({ yes, no, abstain }: MotionVotes, { base, rollSize }: MotionRules): number {
  switch (base) {
    case 'marks':
      return yes + no
    case 'cast':
      return yes + no + abstain
    case 'roll':
      return rollSize ?? yes + no + abstain
  }
}

function neededOf(of: number, majority: Majority): number {
  switch (majority) {
    case 'most':
    case 'simple':
      return Math.floor(of / 2) + 1
    case 'two-thirds':
      return Math.max(1, Math.ceil((of * 2) / 3))
    case 'three-quarters':
      return Math.max(1, Math.ceil((of * 3) / 4))
  }
}
