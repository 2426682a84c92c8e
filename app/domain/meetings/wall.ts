// Knows which vote the wall shows, and the chair reads out: one that runs, and its result until the debate goes on.
import type { Stand, StandVote } from './stand.ts'

/** A motion may be voted on in the middle of a debate: whoever speaks after it stands on the wall again. */
export function voteOnWall({
  vote,
  speech,
  turnAt,
  turnType,
}: Pick<Stand, 'vote' | 'speech' | 'turnAt' | 'turnType'>): StandVote | null {
  if (vote === null || vote.closedAt === null) return vote
  const speaks = speech !== null && speech.clock.startedAt > vote.closedAt
  const spoke = speech === null && turnType === 'speech-ended' && (turnAt ?? '') > vote.closedAt
  return speaks || spoke ? null : vote
}
