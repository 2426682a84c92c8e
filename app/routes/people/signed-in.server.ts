// Pages of one's own: who is not signed in is led to signing in, and back afterwards.
import { redirect } from '@remix-run/node'
import type { Door } from '#app/http/door.server.ts'
import { addressIn, bareAddress } from '#app/i18n/address.ts'

export function requireAccount(door: Pick<Door, 'actor' | 'url' | 'lang'>): void {
  if (door.actor.kind === 'account') return
  const back = bareAddress(door.url.pathname)
  throw redirect(addressIn(door.lang, `/anmelden?zurueck=${encodeURIComponent(back)}`), 303)
}
