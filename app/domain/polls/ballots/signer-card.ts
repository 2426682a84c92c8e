// Knows the card of a second signer: what a committee hands over so that a vote can name it. Nothing on it is secret.
import { refuse } from '../../refusal.ts'
import { lengthOfKey } from './blind-signature.ts'
import type { Signer } from './manifest.ts'

/** A signer with a machine of its own. */
export interface SecondSigner extends Signer {
  /** Where that machine answers, such as https://unterschrift.example.de. */
  readonly address: string
}

export interface SignerCard extends SecondSigner {
  readonly format: 'stimmtisch-signer-1'
}

const strongEnough = 256

/** @throws Refusal for anything that is no card, or whose key is too short to trust */
export function readSignerCard(text: string): SecondSigner {
  const { format, name, address, n, e } = thingIn(text)
  const whole =
    format === 'stimmtisch-signer-1' &&
    typeof name === 'string' &&
    name.trim().length >= 2 &&
    name.length <= 80 &&
    typeof address === 'string' &&
    isAddress(address) &&
    typeof n === 'string' &&
    typeof e === 'string'
  if (!whole || !isStrong({ n, e })) throw refuse('signer_card_wrong')
  return { name: name.trim(), address, n, e }
}

function thingIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** An origin and nothing more; without https only on one's own machine. */
export function isAddress(address: string): boolean {
  try {
    const { origin, protocol, hostname } = new URL(address)
    const own = hostname === 'localhost' || hostname === '127.0.0.1'
    return origin === address && (protocol === 'https:' || (protocol === 'http:' && own))
  } catch {
    return false
  }
}

function isStrong(key: { readonly n: string; readonly e: string }): boolean {
  try {
    return lengthOfKey(key) >= strongEnough && lengthOfKey(key) <= 2 * strongEnough
  } catch {
    return false
  }
}
