// Knows whether a body may decide at this moment: enough members there, and from every bench where the rules ask it.

import { hasConflict, isThere, type LiveMeeting } from './live.ts'
import type { RulesOfProcedure } from './rules-of-procedure.ts'

export interface Voter {
  readonly accountId: string
  readonly bench: string | null
  readonly there: boolean
  /** Has a conflict of interest in the item that is discussed. */
  readonly conflicted: boolean
}

export interface QuorumRule {
  /** More than this share of the members must be there; 0.5 asks for more than half. */
  readonly moreThan: number
  /** At least so many from each bench that has members; 0 asks for none. */
  readonly perBench: number
  /** Whether those with a conflict of interest are left out of the members that count. */
  readonly leaveOutConflicted: boolean
}

export interface Quorum {
  readonly reached: boolean
  readonly present: number
  readonly members: number
  /** The smallest number of present members that is enough. */
  readonly needed: number
  readonly benches: readonly {
    readonly bench: string | null
    readonly present: number
    readonly members: number
    readonly reached: boolean
  }[]
}

/** Counted anew at every moment: who left or has a conflict of interest no longer counts as present. */
export function countQuorum(voters: readonly Voter[], rule: QuorumRule): Quorum {
  const counted = rule.leaveOutConflicted ? voters.filter((voter) => !voter.conflicted) : voters
  const isPresent = (voter: Voter) => voter.there && !voter.conflicted
  const benches = [...new Set(counted.map(({ bench }) => bench))].map((bench) => {
    const own = counted.filter((voter) => voter.bench === bench)
    const present = own.filter(isPresent).length
    // Chair and deputy sit on no bench, so no bench can be missing there.
    return { bench, present, members: own.length, reached: bench === null || present >= rule.perBench }
  })
  const present = counted.filter(isPresent).length
  const needed = Math.floor(counted.length * rule.moreThan) + 1
  return {
    reached: counted.length > 0 && present >= needed && benches.every((bench) => bench.reached),
    present,
    members: counted.length,
    needed,
    benches,
  }
}

/** The quorum of a meeting as it stands, for the item that is discussed. */
export function quorumNow(
  live: Pick<LiveMeeting, 'presence' | 'conflicts'>,
  seats: readonly { readonly accountId: string; readonly bench: string | null; readonly votes: boolean }[],
  rules: Pick<RulesOfProcedure, 'quorumPercent' | 'quorumPerBench' | 'conflictedCount'>,
  itemId: string | null,
): Quorum {
  const voters = seats.filter(({ votes }) => votes)
  return countQuorum(
    voters.map(({ accountId, bench }) => ({
      accountId,
      bench,
      there: isThere(live, accountId),
      conflicted: hasConflict(live, accountId, itemId),
    })),
    {
      moreThan: rules.quorumPercent / 100,
      perBench: rules.quorumPerBench,
      leaveOutConflicted: rules.conflictedCount === 'left-out',
    },
  )
}
