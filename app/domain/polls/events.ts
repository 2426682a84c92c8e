// What can happen to a vote. A secret ballot is no event: only the numbers around it are.
import type { EventRules } from '../events.ts'

export interface PollEvents {
  'poll.announced': { pollId: string }
  'poll.changed': { pollId: string }
  'poll.opened': { pollId: string }
  /** An open ballot, cast or changed. Never what it says. */
  'ballot.cast': { pollId: string }
  'poll.turnout-told': { pollId: string }
  'poll.interim-counted': { pollId: string }
  'poll.reminded': { pollId: string }
  'poll.closed': { pollId: string }
  'poll.reopened': { pollId: string }
  'poll.sealed': { pollId: string }
  'poll.counted': { pollId: string }
  'poll.lot-drawn': { pollId: string }
  'poll.final': { pollId: string }
  'poll.invalidated': { pollId: string }
  'poll.reviewed': { pollId: string }
  'poll.review-due': { pollId: string }
  /** The key of a secret vote is gone for good. */
  'poll.key-destroyed': { pollId: string }
  /** The ballots of a secret vote are public; the hash is what stands in the minutes. */
  'poll.published': { pollId: string; hash: string }
  'poll.codes-printed': { pollId: string }
  'poll.paper-complete': { pollId: string }
}

const listed = {
  topics: (data: { pollId: string }) => ['polls', `poll:${data.pollId}`],
  audience: 'poll.read',
} as const
const one = {
  topics: (data: { pollId: string }) => [`poll:${data.pollId}`],
  audience: 'poll.read',
} as const
const untold = { topics: () => [], audience: 'poll.read' } as const

export const pollEvents: EventRules<PollEvents> = {
  'poll.announced': listed,
  'poll.changed': listed,
  'poll.opened': listed,
  'ballot.cast': one,
  'poll.turnout-told': one,
  'poll.interim-counted': one,
  'poll.reminded': untold,
  'poll.closed': listed,
  'poll.reopened': listed,
  'poll.sealed': one,
  'poll.counted': listed,
  'poll.lot-drawn': one,
  'poll.final': listed,
  'poll.invalidated': listed,
  'poll.reviewed': listed,
  'poll.review-due': untold,
  'poll.key-destroyed': untold,
  'poll.published': one,
  'poll.codes-printed': untold,
  'poll.paper-complete': untold,
}
