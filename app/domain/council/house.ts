// Knows whose house the Speakers' Council is: who belongs inside, and who is shut out whatever else they are.
import type { Actor } from '../actor.ts'
import { councilSlug } from '../bodies/body.ts'

/** The space whose moderators, polls and talks are the Council's own. */
export const councilSpace = 'council'

/** The Council as the policy sees it. */
export const council = { kind: 'body', slug: councilSlug } as const

/** Holds any task of the town's: staff, responsible role, operator, moderator of the town. */
export function isAdministration(actor: Pick<Actor, 'appointments'>): boolean {
  return actor.appointments.some(
    ({ role, scope }) =>
      role === 'staff' ||
      role === 'operator' ||
      (role === 'responsible' && scope !== councilSlug) ||
      (role === 'moderator' && scope !== councilSpace),
  )
}

/** May stand in the Council's inner rooms: confirmed creators, speakers, and whom the Council made its moderators. */
export function isInsideCouncil(actor: Actor): boolean {
  if (actor.kind !== 'account' || isAdministration(actor)) return false
  return (
    actor.creator ||
    actor.memberships.some(({ body, function: held }) => body === councilSlug && held === 'speaker') ||
    actor.appointments.some(({ role, scope }) => role === 'moderator' && scope === councilSpace)
  )
}
