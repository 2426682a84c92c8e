// What the gates have to know of one kind of write: how to do one through the real door, and how to find it again.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Place } from '../harness/place.ts'
import type { SettlingIn } from '../harness/settle-in.ts'
import type { Answer } from '../harness/visitor.ts'
import type { BusyTown } from './busy-town.ts'

export interface KindOfWrite<Furnished = unknown> {
  /** As it stands in the table of a gate: 'support', 'open ballot'. */
  readonly name: string
  /** Where a backup takes nothing of it along, on purpose. */
  readonly leftOutOfBackups?: true
  /** Runs out by the clock, as it should: a code that came by mail, a form shown long ago, the hour until which one may ask. */
  readonly runsOut?: true
  /** Makes ready by commands what the writes of this kind need, before the server starts: an open vote, a meeting. */
  furnish?(town: SettlingIn, busy: BusyTown): Promise<Furnished>
  /** The next write; null where nothing of the kind is left to do. `mark` is a word never used before. */
  next(busy: BusyTown, mark: string, furnished: Furnished): Write | null
  /** Every mark of this kind that is stored, as often as it stands there. */
  found(db: Kysely<Tables>, place: Place): Promise<readonly string[]>
}

export interface Write {
  /** The word given, or a name of one's own such as 'IDEA ACCOUNT'; unique within the kind. */
  readonly mark: string
  /** Sends the form. Where no answer came it is called again and sends the very same form. */
  send(): Promise<Answer>
}

/** Lets each kind keep the type of what it furnished. */
export function kindOfWrite<Furnished>(kind: KindOfWrite<Furnished>): KindOfWrite {
  return kind as KindOfWrite
}
