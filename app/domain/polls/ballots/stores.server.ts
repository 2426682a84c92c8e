// Which store keeps the ballots of which grade, and what else is counted with them.
import { refuse } from '../../refusal.ts'
import type { Poll, Secrecy } from '../poll.ts'
import { openBallots } from './open.server.ts'
import { paperBallots } from './paper.server.ts'
import { blindBallots, separateBallots } from './separate.server.ts'
import type { BallotStore } from './store.ts'

/** A grade without a store is not offered when a vote is set up. */
const stores: Partial<Record<Secrecy, BallotStore>> = {
  open: openBallots,
  separate: separateBallots,
  blind: blindBallots,
}

/**
 * Ballots that were not cast through the door, such as paper: read together with the others, counted once. Looked up
 * when they are read, since the two rooms know each other.
 */
export const otherBallots: readonly Pick<BallotStore, 'read'>[] = [
  { read: (room, poll) => paperBallots.read(room, poll) },
]

export function isOffered(secrecy: Secrecy): boolean {
  return stores[secrecy] !== undefined
}

export function storeOf(poll: Pick<Poll, 'secrecy'>): BallotStore {
  const store = stores[poll.secrecy]
  if (!store) throw refuse('poll_secrecy_not_offered')
  return store
}
