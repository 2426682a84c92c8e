// Knows in whose house a vote stands: the town's, the Round Table's or the Speakers' Council's.
import type { Actor } from '../actor.ts'
import { type Action, may } from '../policy.ts'
import { type PollSpace, pollSpaces } from './poll.ts'

const settingUp = {
  town: 'poll.set-up',
  'round-table': 'poll.set-up-table',
  council: 'poll.set-up-council',
} as const satisfies Record<PollSpace, Action>

/** The question of the policy for whoever announces, changes, opens, closes or declares invalid. */
export function setUpAction(space: PollSpace): Action {
  return settingUp[space]
}

/** The houses in which this person may set up a vote. */
export function spacesToSetUp(actor: Actor): readonly PollSpace[] {
  return pollSpaces.filter((space) =>
    may(actor, setUpAction(space), { kind: 'poll', id: '', public: true, space, onRoll: false }),
  )
}
