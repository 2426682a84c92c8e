// The votes one may see, in the order in which they want attention.
import type { Ask } from '../query.server.ts'
import { asPoll } from './poll.server.ts'
import type { Poll, PollState } from './poll.ts'
import { innerSpaces } from './poll-kind.server.ts'

export const pollsPerPage = 20

const running: readonly PollState[] = ['open', 'closed']
const over: readonly PollState[] = ['counted', 'objection', 'final', 'invalid']

/** Open ones, the nearest close first; announced ones by their opening; then what came out, the newest first. */
export async function listPolls(
  ask: Ask,
  page: number,
): Promise<{
  readonly open: readonly Poll[]
  readonly announced: readonly Poll[]
  readonly past: readonly Poll[]
  readonly pastTotal: number
}> {
  const [open, announced, past] = await Promise.all([
    pollsIn(ask, running),
    pollsIn(ask, ['announced']),
    pollsIn(ask, over),
  ])
  const byClose = (a: Poll, b: Poll) => (a.closesAt ?? '9').localeCompare(b.closesAt ?? '9')
  const byOpening = (a: Poll, b: Poll) => (a.opensAt ?? '9').localeCompare(b.opensAt ?? '9')
  const byEnd = (a: Poll, b: Poll) => (b.closedAt ?? b.announcedAt).localeCompare(a.closedAt ?? a.announcedAt)
  const from = (page - 1) * pollsPerPage
  const ended = [...past].sort(byEnd)
  return {
    open: [...open].sort(byClose),
    announced: [...announced].sort(byOpening),
    past: ended.slice(from, from + pollsPerPage),
    pastTotal: ended.length,
  }
}

/** A condition in the query that says the same as the policy: public ones, and those of one's own houses. */
export async function pollsIn(ask: Ask, states: readonly PollState[]): Promise<readonly Poll[]> {
  const inside = innerSpaces(ask.actor)
  const rows = await ask.db
    .selectFrom('poll')
    .selectAll()
    .where('state', 'in', states)
    .where((eb) =>
      eb.or([eb('visibility', '=', 'public'), ...inside.map((space) => eb('space', '=', space))]),
    )
    .orderBy('number', 'desc')
    .limit(2_000)
    .execute()
  return rows.map(asPoll)
}
