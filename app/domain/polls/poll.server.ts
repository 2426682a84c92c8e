// Votes in the database: find one, keep one, see it as the policy does.
import type { Kysely } from 'kysely'
import { fromJson, toJson } from '#db/columns.ts'
import type { PollTable, Tables } from '#db/tables.ts'
import { isNumber } from '../numbers.ts'
import { may, readingOf, type Subject } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import type { PollSettings } from './method.ts'
import type { Poll, PollOption } from './poll.ts'

export type PollSubject = Extract<Subject, { kind: 'poll' }>

export async function getPoll(db: Kysely<Tables>, id: string): Promise<Poll> {
  const row = await db.selectFrom('poll').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return asPoll(row)
}

/** The vote with this public number, for one who may read it; else 'not_found', as if it were not there. */
export async function getReadablePoll(ask: Ask, number: number): Promise<Poll> {
  const row = isNumber(number)
    ? await ask.db.selectFrom('poll').selectAll().where('number', '=', number).executeTakeFirst()
    : undefined
  if (!row) throw refuse('not_found')
  const poll = asPoll(row)
  if (!mayReadPoll(ask, poll)) throw refuse('not_found')
  return poll
}

export function mayReadPoll(ask: Pick<Ask, 'actor'>, poll: Poll | PollTable): boolean {
  const subject = pollSubject(poll)
  return may(ask.actor, readingOf(subject), subject)
}

/** A vote as the policy sees it. `onRoll` is known only to who looked it up: `isOnRoll`. */
export function pollSubject(
  poll: Pick<Poll | PollTable, 'id' | 'visibility' | 'space'>,
  onRoll = false,
): PollSubject {
  return {
    kind: 'poll',
    id: poll.id,
    public: poll.visibility === 'public',
    space: poll.space as Poll['space'],
    onRoll,
  }
}

export function asPoll(row: PollTable): Poll {
  return { ...(row as unknown as Poll), settings: fromJson<PollSettings>(row.settings) }
}

/** Writes the vote back where nobody changed it meanwhile. */
export async function savePoll(work: Work, poll: Poll): Promise<void> {
  const { id, version, settings, ...rest } = poll
  const saved = await work.tx
    .updateTable('poll')
    .set({ ...rest, settings: toJson(settings), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw refuse('somebody_was_faster')
}

export async function listOptions(db: Kysely<Tables>, pollId: string): Promise<readonly PollOption[]> {
  const rows = await db
    .selectFrom('pollOption')
    .select(['key', 'place', 'drawnPlace', 'title', 'about'])
    .where('pollId', '=', pollId)
    .orderBy('place')
    .execute()
  return rows
}
