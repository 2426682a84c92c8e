// A vote as one line of a list, with its outcome and whether one has voted.
import type { Ask } from '../query.server.ts'
import { storeOf } from './ballots/stores.server.ts'
import { pollsIn } from './list.server.ts'
import type { Outcome } from './outcome.ts'
import { listOptions } from './poll.server.ts'
import { hasResult, isOpen, type Poll, type PollOption } from './poll.ts'
import { readResult } from './view.server.ts'

export interface ListedPoll
  extends Pick<
    Poll,
    'id' | 'number' | 'question' | 'label' | 'space' | 'state' | 'opensAt' | 'closesAt' | 'quorum' | 'method'
  > {
  readonly outcome: Outcome | null
  readonly options: readonly PollOption[]
  readonly voted: boolean
}

export async function listedPolls(ask: Ask, polls: readonly Poll[]): Promise<readonly ListedPoll[]> {
  return Promise.all(
    polls.map(async (poll) => {
      const { id, number, question, label, space, state, opensAt, closesAt, quorum, method } = poll
      const result = hasResult(poll) ? await readResult(ask, id, 'final') : null
      return {
        ...{ id, number, question, label, space, state, opensAt, closesAt, quorum, method },
        outcome: result?.outcome ?? null,
        options: result ? await listOptions(ask.db, id) : [],
        voted: state === 'open' && (await hasVoted(ask, poll)),
      }
    }),
  )
}

async function hasVoted(ask: Ask, poll: Poll): Promise<boolean> {
  if (ask.actor.accountId === null) return false
  return (await storeOf(poll).ownVote(ask, poll, ask.actor.accountId)) !== null
}

const mostRunning = 2

/** For the start page: what one can vote on now, the nearest close first. */
export async function runningPolls(ask: Ask): Promise<readonly ListedPoll[]> {
  const open = (await pollsIn(ask, ['open'])).filter((poll) => isOpen(poll, ask.now) && poll.subject === null)
  const byClose = [...open].sort((a, b) => (a.closesAt ?? '9').localeCompare(b.closesAt ?? '9'))
  return listedPolls(ask, byClose.slice(0, mostRunning))
}
