// A result is looked at again on its day: what became of it is written where the result stands.
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { getPoll, pollSubject, savePoll } from './poll.server.ts'
import { hasResult } from './poll.ts'
import { setUpAction } from './space.ts'

export async function reviewPoll(
  work: Work,
  input: { readonly pollId: string; readonly note: string },
): Promise<void> {
  const poll = await getPoll(work.tx, input.pollId)
  work.require(setUpAction(poll.space), pollSubject(poll))
  if (!hasResult(poll)) throw refuse('poll_not_counted')
  await savePoll(work, { ...poll, reviewedAt: work.now, reviewNote: input.note })
  await work.record({ type: 'poll.reviewed', pollId: poll.id })
}

/** The day has come: whoever set it up is told, unless it was looked at already. */
export async function remindReview(work: Work, input: { readonly pollId: string }): Promise<void> {
  const poll = await getPoll(work.tx, input.pollId)
  work.require('poll.run', pollSubject(poll))
  if (!hasResult(poll) || poll.reviewedAt !== null || poll.reviewOn === null) return
  await work.record({ type: 'poll.review-due', pollId: poll.id })
}
