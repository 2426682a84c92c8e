// The seam between a vote and where its ballots lie: one store for each grade of secrecy, all asked in the same way.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Work } from '../../run.server.ts'
import type { Poll } from '../poll.ts'
import type { Taken } from './box.server.ts'
import type { BallotKeys } from './keys.ts'

/** What reading ballots takes: a connection, and the keys that open what lies sealed. */
export interface Room {
  readonly db: Kysely<Tables>
  readonly ballotKeys: BallotKeys
}

export interface CastBallot {
  readonly accountId: string
  /** The choice as `writeChoice` wrote it, checked already. */
  readonly line: string
  readonly reason: string | null
}

export interface Arrival {
  /** 'again': this very ballot had arrived before; nothing changed. */
  readonly kind: 'arrived' | 'changed' | 'again'
  /** Shown once as proof of arrival; says nothing of the choice. */
  readonly control: string | null
}

/** What the house itself can say of somebody's vote. */
export interface OwnVote {
  /** 'open', or how somebody takes part in a secret vote. */
  readonly way: 'open' | Taken
  /** null where the ballot cannot be joined with the voter. */
  readonly line: string | null
  readonly reason: string | null
  readonly at: string | null
  readonly control: string | null
}

export interface BallotStore {
  /** In the transaction that opens the vote, with everything about it frozen. */
  open(work: Work, poll: Poll): Promise<void>
  /**
   * Takes a signed-in voter's ballot, once a person, inside the deed's transaction; refuses a second one with
   * 'ballot_cast_already' where it may not be changed. Records nothing: the deed does where the grade allows.
   */
  cast(work: Work, poll: Poll, ballot: CastBallot): Promise<Arrival>
  /** Whether this account has voted, and what the store may know of it. */
  ownVote(room: Room, poll: Poll, accountId: string): Promise<OwnVote | null>
  turnout(room: Room, pollId: string): Promise<number>
  /** Who on the roll has voted, for the reminder; null where that must not be asked. */
  whoVoted(room: Room, pollId: string): Promise<readonly string[] | null>
  /** Once, when the close is final: nothing is cast any more. The place to shuffle and rewrite. */
  seal(work: Work, poll: Poll): Promise<void>
  /** Every line that counts, page by page, in whatever order. Asked only after the seal, or for an interim count. */
  read(room: Room, poll: Poll): AsyncIterable<readonly string[]>
}
