// Which votes belong together as first and second round, and what all of them together decided.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Ask } from '../query.server.ts'
import { isTieOpen } from './outcome.ts'
import { asPoll, mayReadPoll } from './poll.server.ts'
import type { Poll } from './poll.ts'
import { readResult } from './view.server.ts'

export async function findSecondRound(db: Kysely<Tables>, pollId: string): Promise<Poll | null> {
  const row = await db.selectFrom('poll').selectAll().where('parentId', '=', pollId).executeTakeFirst()
  return row ? asPoll(row) : null
}

export interface RoundsTogether {
  /** The vote that decided last, or has still to decide. */
  readonly last: Poll
  /** Who is in, by the names of the first ballot: those safe in the first round, then those of the next. */
  readonly winners: readonly string[]
  /** Nothing is tied any more and no round is still to come. */
  readonly settled: boolean
}

/** What a vote and its second rounds decided together; null while the first one is not counted. */
export async function roundsTogether(db: Kysely<Tables>, first: Poll): Promise<RoundsTogether | null> {
  const winners: string[] = []
  for (let last = first; ; ) {
    const result = await readResult({ db }, last.id, 'final')
    if (result?.outcome.kind !== 'options') return last === first ? null : { last, winners, settled: false }
    winners.push(...result.outcome.winners)
    const next = await findSecondRound(db, last.id)
    if (next === null) {
      const waits = isTieOpen(result.outcome) || result.outcome.outcome === 'second-round'
      return { last, winners, settled: !waits }
    }
    last = next
  }
}

export async function findSecondRounds(
  ask: Ask,
  poll: Pick<Poll, 'id' | 'parentId'>,
): Promise<{ readonly earlier: number | null; readonly later: number | null }> {
  const rows = await ask.db
    .selectFrom('poll')
    .selectAll()
    .where((eb) => eb.or([eb('parentId', '=', poll.id), eb('id', '=', poll.parentId ?? '')]))
    .orderBy('number')
    .execute()
  const readable = rows.map(asPoll).filter((one) => mayReadPoll(ask, one))
  return {
    earlier: readable.find(({ id }) => id === poll.parentId)?.number ?? null,
    later: readable.find(({ parentId }) => parentId === poll.id)?.number ?? null,
  }
}
