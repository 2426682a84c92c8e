// RSA blind signatures, RFC 9474: the signer signs what it cannot see, and cannot recognise it when it comes back.
import { fromBase64Url, fromNumber, joinBytes, toBase64Url, toNumber } from './bytes.ts'
import { modInverse, modPow } from './modular.ts'
import { encodePss } from './pss.ts'

/** A public RSA key as the manifest holds it: modulus and exponent in base64url, as JSON Web Keys write them. */
export interface PublicKey {
  readonly n: string
  readonly e: string
}

/** Random bytes come from outside: the browser's, or a test's. */
export type Random = (length: number) => Uint8Array

/** What the voter keeps while the signer works. */
export interface Blinded {
  readonly blindedMessage: Uint8Array
  /** The inverse of the blinding factor; whoever has it can join signature and message. */
  readonly inverse: bigint
}

/** RSABSSA-SHA384-PSS-Randomized: 32 random bytes before the message, so that nobody can prepare one for somebody else. */
export function prepareMessage(message: Uint8Array, random: Random): Uint8Array {
  return joinBytes(random(32), message)
}

/**
 * Blinds a prepared message (RFC 9474 §4.2).
 * @param saltLength 48, or 0 for the variants without salt
 */
export async function blindMessage(
  key: PublicKey,
  prepared: Uint8Array,
  random: Random,
  saltLength = 48,
): Promise<Blinded> {
  const { modulus, exponent, length, bits } = readKey(key)
  const encoded = toNumber(await encodePss(prepared, random(saltLength), bits - 1))
  for (;;) {
    // Eight bytes more than needed, so that the remainder favours no number.
    const factor = toNumber(random(length + 8)) % modulus
    const inverse = modInverse(factor, modulus)
    if (factor <= 1n || inverse === null) continue
    const blinded = (encoded * modPow(factor, exponent, modulus)) % modulus
    return { blindedMessage: fromNumber(blinded, length), inverse }
  }
}

/** Takes the blinding off (RFC 9474 §4.4). Null when the signer's answer is no signature of this message. */
export async function finalizeSignature(
  key: PublicKey,
  prepared: Uint8Array,
  blindSignature: Uint8Array,
  inverse: bigint,
  saltLength = 48,
): Promise<Uint8Array | null> {
  const { modulus, length } = readKey(key)
  if (blindSignature.length !== length) return null
  const signature = fromNumber((toNumber(blindSignature) * inverse) % modulus, length)
  return (await verifySignature(key, prepared, signature, saltLength)) ? signature : null
}

export async function verifySignature(
  key: PublicKey,
  prepared: Uint8Array,
  signature: Uint8Array,
  saltLength = 48,
): Promise<boolean> {
  const imported = await importKey(key)
  return crypto.subtle.verify(
    { name: 'RSA-PSS', saltLength },
    imported,
    signature as BufferSource,
    prepared as BufferSource,
  )
}

export function importKey(key: PublicKey): Promise<CryptoKey> {
  return crypto.subtle.importKey(
    'jwk',
    { kty: 'RSA', n: key.n, e: key.e },
    { name: 'RSA-PSS', hash: 'SHA-384' },
    false,
    ['verify'],
  )
}

/** How many bytes a signature under this key has. */
export function lengthOfKey(key: PublicKey): number {
  return readKey(key).length
}

export function publicKeyOf(modulus: Uint8Array, exponent: Uint8Array): PublicKey {
  return { n: toBase64Url(modulus), e: toBase64Url(exponent) }
}

function readKey(key: PublicKey) {
  const modulusBytes = fromBase64Url(key.n)
  const exponentBytes = fromBase64Url(key.e)
  if (!modulusBytes || !exponentBytes) throw new RangeError('the key is not readable')
  const modulus = toNumber(modulusBytes)
  const bits = modulus.toString(2).length
  return { modulus, exponent: toNumber(exponentBytes), bits, length: Math.ceil(bits / 8) }
}
