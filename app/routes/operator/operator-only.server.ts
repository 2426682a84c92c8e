// The operators' pages are not there for anybody else.
import type { Door } from '#app/http/door.server.ts'
import { requireAccount } from '#app/routes/people/signed-in.server.ts'

export function requireOperator(door: Pick<Door, 'actor' | 'url' | 'lang' | 'may' | 'refuse'>): void {
  requireAccount(door)
  if (!door.may('town.operate', { kind: 'town' })) throw door.refuse('not_found')
}
