// Which votes belong together as first and second round.
import type { Ask } from '../query.server.ts'
import { asPoll, mayReadPoll } from './poll.server.ts'
import type { Poll } from './poll.ts'

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
