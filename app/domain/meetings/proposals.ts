// Knows who may propose an item for the agenda: the rules of procedure say it, and an account is needed in any case.
import type { Actor } from '../actor.ts'
import { councilSlug } from '../bodies/body.ts'
import { refuse } from '../refusal.ts'
import type { RulesOfProcedure } from './rules-of-procedure.ts'

export function mayPropose(rule: RulesOfProcedure['proposers'], actor: Actor, body: string): boolean {
  const sitsIn = (slug: string) => actor.memberships.some((seat) => seat.body === slug)
  switch (rule) {
    case 'members':
      return sitsIn(body)
    case 'members-and-council':
      return sitsIn(body) || sitsIn(councilSlug)
    case 'everybody':
      return actor.kind === 'account'
  }
}

export function checkProposer(rule: RulesOfProcedure['proposers'], actor: Actor, body: string): void {
  if (!mayPropose(rule, actor, body))
    throw refuse(`propose_${rule === 'members' ? 'members' : 'council'}_only`)
}
