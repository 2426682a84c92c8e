// Knows how long a code lives and how often one may try it.
import { type Refusal, refuse } from '../refusal.ts'

export const codeMinutes = 10
export const codeTries = 5
/** Time to answer the first questions after the first right code. */
export const openingMinutes = 30
/** More mails an hour nobody needs; the limit is the same for addresses we know and do not know. */
export const codesAnHour = 8

export type CodePurpose = 'sign-in' | 'opening' | 'change-mail' | 'new-mail' | 'passkey'

export interface KeptCode {
  readonly tries: number
  readonly usedAt: string | null
  readonly expiresAt: string
}

/** Why a code cannot be tried (any more); null while it can. */
export function whyClosed(code: KeptCode | undefined, now: string): Refusal | null {
  if (!code || code.usedAt !== null || code.expiresAt <= now) return refuse('code_expired')
  return code.tries >= codeTries ? refuse('code_used_up') : null
}

/** What a wrong try answers, when `tries` were made. */
export function afterWrongTry(tries: number): Refusal {
  return tries >= codeTries ? refuse('code_used_up') : refuse('code_wrong', { count: codeTries - tries })
}

export function minutesLater(now: string, minutes: number): string {
  return new Date(Date.parse(now) + minutes * 60_000).toISOString()
}

/** Only the digits of what was typed or pasted: '123 456' and 'Code: 123456' are meant well. */
export function digitsOf(typed: string): string {
  return typed.replace(/\D/g, '')
}
