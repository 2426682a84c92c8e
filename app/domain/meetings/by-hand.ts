// Knows a vote that is counted by hand: in the room hands go up, and nobody presses anything.
import type { StandVote } from './stand.ts'

/** Only such a vote has no shortest time: who counts hands is done when they are counted. */
export function isByHand(vote: Pick<StandVote, 'openedAt' | 'closableAt'>): boolean {
  return vote.closableAt === vote.openedAt
}
