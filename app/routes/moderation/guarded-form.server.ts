// Keeps programs from filling in forms that need no account: a field nobody sees, and a moment to read.

import { type Refusal, refuse } from '#app/domain/refusal.ts'
import type { Door, FormDoor } from '#app/http/door.server.ts'

const purpose = 'guarded-form'
const fewestMs = 3_000
const longestMs = 24 * 3_600_000

/** When the form was shown, signed, to travel in the page. */
export function sealShown(door: Pick<Door, 'platform' | 'ask'>): string {
  return door.platform.seal(purpose, { at: door.ask.now })
}

/** Null where a person may well have typed it, else why not; what was typed is kept, so trying again costs little. */
export function checkGuard(door: Pick<FormDoor, 'posted' | 'platform' | 'ask'>): Refusal | null {
  const trap = door.posted.get('website')
  if (typeof trap === 'string' && trap !== '') return refuse('form_trap_filled')
  const state = door.posted.get('state')
  const shown = typeof state === 'string' ? door.platform.unseal<{ at: string }>(purpose, state) : null
  const age = shown === null ? 0 : Date.parse(door.ask.now) - Date.parse(shown.at)
  return age < fewestMs || age > longestMs ? refuse('form_too_fast') : null
}
