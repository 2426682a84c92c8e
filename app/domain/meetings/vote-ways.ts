// Knows in which ways a meeting may vote once it has decided how.
import type { ItemLife } from './live.ts'

/** Openly at the screen, with the names listed, by hands that are counted, or secretly. */
export const voteWays = ['open', 'named', 'hands', 'secret'] as const
export type VoteWay = (typeof voteWays)[number]

/** The ways left, the one that was decided first. Secret outdoes everything, and names can still become secret. */
export function waysLeft(decided: ItemLife['voteWish']): readonly VoteWay[] {
  if (decided === 'secret') return ['secret']
  return decided === 'named' ? ['named', 'secret'] : voteWays
}
