// Knows when a vote becomes secret because members ask for it. How many it takes say the rules of procedure.
import { refuse } from '../refusal.ts'
import { current, hasConflict, type LiveMeeting, noVote, running, withLife } from './live.ts'
import type { RulesOfProcedure } from './rules-of-procedure.ts'
import type { NewStep } from './steps.ts'

/** So many members who are there must ask for it; null where only a motion with a majority makes a vote secret. */
export function secretNeeds(rule: RulesOfProcedure['secretOnRequest'], present: number): number | null {
  switch (rule) {
    case 'one':
      return 1
    case 'fifth':
      return Math.max(1, Math.ceil(present / 5))
    case 'majority':
      return null
  }
}

/** Secret wins over a vote by name that was decided before: whoever asked for it relies on it. */
export function askSecret(live: LiveMeeting, step: Extract<NewStep, { type: 'secret-asked' }>): LiveMeeting {
  running(live)
  noVote(live)
  const { id, life } = current(live)
  if (hasConflict(live, step.accountId, id)) throw refuse('conflict_of_interest')
  if (life.voteWish === 'secret') throw refuse('vote_secret_already')
  if (life.secretAsked.includes(step.accountId)) throw refuse('secret_asked_already')
  const secretAsked = [...life.secretAsked, step.accountId]
  const enough = secretAsked.length >= step.needed
  return withLife(live, id, { secretAsked, ...(enough && { voteWish: 'secret' }) })
}
