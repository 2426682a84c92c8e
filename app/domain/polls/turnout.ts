// Knows how a running vote tells how many took part: exactly where votes are open, roughly where they are secret.
import type { Secrecy } from './poll.ts'

export interface ToldTurnout {
  readonly votes: number
  /** False: at least so many. A number told at every vote would tell who voted when. */
  readonly exact: boolean
}

/** In steps of five, later of fifty; nothing below five. */
export function tellTurnout(secrecy: Secrecy, votes: number, open: boolean): ToldTurnout {
  if (secrecy === 'open' || !open) return { votes, exact: true }
  const step = votes < 100 ? 5 : 50
  return { votes: Math.floor(votes / step) * step, exact: false }
}

/** News of the turnout go out at most this often, all votes of the time between together. */
const tellEverySeconds = 5

/** The end of the time slice a vote falls into: one word to all open pages for each slice. */
export function tellAt(now: string): string {
  const slice = tellEverySeconds * 1000
  return new Date(Math.ceil((Date.parse(now) + 1) / slice) * slice).toISOString()
}
