// Knows in whose house a vote stands: the town's, the Round Table's or the Speakers' Council's.
import type { Action } from '../policy.ts'
import type { PollSpace } from './poll.ts'

const settingUp = {
  town: 'poll.set-up',
  'round-table': 'poll.set-up-table',
  council: 'poll.set-up-council',
} as const satisfies Record<PollSpace, Action>

/** The question of the policy for whoever announces, changes, opens, closes or declares invalid. */
export function setUpAction(space: PollSpace): Action {
  return settingUp[space]
}
