// Decides whether a second signature is given: one token for one code, the same answer for the same question.
import { fromBase64Url, sha256, toBase64Url } from '#app/domain/polls/ballots/bytes.ts'
import { hashOfCode } from '#app/domain/polls/ballots/code.ts'
import type { Place } from './place.ts'

/** Why no signature is given; pages have a sentence for each. */
export type NotSigned = 'code-unknown' | 'code-used' | 'not-readable' | 'over'

export type Answer = { readonly blindSignature: string } | { readonly reason: NotSigned }

/** @param asked what a browser sent, whatever it is */
export async function signOnce(place: Place, asked: unknown): Promise<Answer> {
  const { code, blindedMessage } = (asked ?? {}) as Readonly<Record<string, unknown>>
  const bytes = typeof blindedMessage === 'string' ? fromBase64Url(blindedMessage) : null
  if (typeof code !== 'string' || bytes === null) return { reason: 'not-readable' }
  const hash = await hashOfCode(place.card.n, code)
  const blinded = toBase64Url(await sha256(bytes))
  // From here to the end nothing waits, so that two requests at once cannot both find the code unused.
  const key = place.key()
  if (key === null) return { reason: 'over' }
  if (!place.codes.has(hash)) return { reason: 'code-unknown' }
  const before = place.signed.get(hash)
  if (before !== undefined && before !== blinded) return { reason: 'code-used' }
  const signature = key.sign(bytes)
  if (signature === null) return { reason: 'not-readable' }
  if (before === undefined) place.remember({ code: hash, blinded })
  return { blindSignature: toBase64Url(signature) }
}
