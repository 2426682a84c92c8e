// The moments a vote waits for, kept as jobs: opening, close, reminder, count, end of the objections, second look.
import { addJob, type Work } from '../run.server.ts'
import type { Poll } from './poll.ts'
import { sealableAt } from './poll.ts'
import { tellAt } from './turnout.ts'

const hour = 3_600_000

export async function planOpening(work: Work, poll: Poll): Promise<void> {
  if (poll.opensAt !== null) await plan(work, 'poll-open', poll.id, poll.opensAt)
}

export async function planClose(work: Work, poll: Poll): Promise<void> {
  if (poll.closesAt === null) return
  await plan(work, 'poll-close', poll.id, poll.closesAt)
  const remindAt = new Date(Date.parse(poll.closesAt) - 48 * hour).toISOString()
  if (remindAt > work.now) await plan(work, 'poll-remind', poll.id, remindAt)
}

/** Closed by hand, it can be taken back for a while; closed by the clock, it is sealed at once. */
export async function planSeal(work: Work, poll: Poll): Promise<void> {
  const byClock = poll.closesAt !== null && poll.closesAt <= work.now
  await plan(work, 'poll-seal', poll.id, byClock ? work.now : sealableAt(poll))
}

export async function planCount(work: Work, poll: Poll): Promise<void> {
  await plan(work, 'poll-count', poll.id, work.now)
}

export async function planAfterCount(work: Work, poll: Poll): Promise<void> {
  if (poll.objectionUntil !== null) await plan(work, 'poll-final', poll.id, poll.objectionUntil)
  if (poll.reviewOn !== null) await plan(work, 'poll-review', poll.id, `${poll.reviewOn}T07:00:00.000Z`)
}

/** One word to all open pages for all ballots of some seconds together. */
export async function planTelling(work: Work, poll: Poll): Promise<void> {
  const dueAt = tellAt(work.now)
  await addJob(work.tx, work.newId(), {
    kind: 'poll-tell',
    key: `poll-tell:${poll.id}:${dueAt}`,
    data: { pollId: poll.id },
    dueAt,
  })
}

async function plan(work: Work, kind: string, pollId: string, dueAt: string): Promise<void> {
  await addJob(work.tx, work.newId(), { kind, key: `${kind}:${pollId}`, data: { pollId }, dueAt })
}
