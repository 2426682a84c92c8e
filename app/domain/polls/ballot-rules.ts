// Knows what a ballot of a vote must keep to, by its method and its settings.
import type { BallotRules } from './choice.ts'
import { formOfMethod, highestMark } from './method.ts'
import type { Poll } from './poll.ts'

/** What a ballot of this vote must keep to; also for stores whose ballots come in through another door. */
export function ballotRules(poll: Pick<Poll, 'method' | 'settings'>, keys: readonly string[]): BallotRules {
  return {
    form: formOfMethod(poll.method),
    keys,
    most: poll.method === 'multiple-choice' ? (poll.settings.marks ?? keys.length) : null,
    highest: highestMark(poll.method, poll.settings),
    sum: poll.method === 'points' ? (poll.settings.pointsEach ?? 10) : null,
  }
}
