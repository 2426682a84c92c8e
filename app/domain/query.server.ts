// What a query sees with: a reading connection, who asks, and the time. Queries take it first, as commands take their work.
import type { Kysely } from 'kysely'
import type { DatabaseKind } from '#db/columns.ts'
import type { Tables } from '#db/tables.ts'
import type { Actor } from './actor.ts'
import type { Town } from './goals/town.ts'
import type { BallotKeys } from './polls/ballots/keys.ts'

export interface Ask {
  /** A command's own transaction fits here too. */
  readonly db: Kysely<Tables>
  readonly kind: DatabaseKind
  readonly actor: Actor
  readonly now: string
  readonly town: Town
  /** Open what lies sealed of a secret vote: who took part, never who voted how. */
  readonly ballotKeys: BallotKeys
}

/** The newest event this reading can have seen: what a page watches from. */
export async function newestEvent(ask: Pick<Ask, 'db'>): Promise<number> {
  const row = await ask.db
    .selectFrom('counter')
    .select('value')
    .where('name', '=', 'event')
    .executeTakeFirst()
  return Number(row?.value ?? 0)
}
