// Two days before the close: a word to those on the roll who have not voted.
import type { Work } from '../run.server.ts'
import { getPoll, pollSubject } from './poll.server.ts'
import { isOpen } from './poll.ts'

/** Records only that the day has come; who is told is found when the event is followed up, and told once. */
export async function remindVoters(work: Work, input: { readonly pollId: string }): Promise<void> {
  const poll = await getPoll(work.tx, input.pollId)
  work.require('poll.run', pollSubject(poll))
  if (!isOpen(poll, work.now) || poll.electorate === 'accounts') return
  await work.record({ type: 'poll.reminded', pollId: poll.id })
}
