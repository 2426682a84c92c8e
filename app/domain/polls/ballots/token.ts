// A token: the right to one ballot, signed blind. It carries the public half of a key that only the voter's device has,
// so that nobody else can cast or change the ballot of this token, the house included.
import { type PublicKey, prepareMessage, type Random, verifySignature } from './blind-signature.ts'
import { fromBase64Url, joinBytes, sha256, textBytes, toHex } from './bytes.ts'
import type { Signer } from './manifest.ts'

/** An uncompressed point of the curve P-256. */
const voterKeyLength = 65
const prefixLength = 32

/** What the signers sign without seeing it: random prefix, the vote, the voter's public key. */
export function messageFor(pollId: string, voterKey: Uint8Array, random: Random): Uint8Array {
  return prepareMessage(joinBytes(nameOf(pollId), voterKey), random)
}

/** The voter's public key out of a message; null when it is none of this vote. */
export function voterKeyIn(message: Uint8Array, pollId: string): Uint8Array | null {
  const name = nameOf(pollId)
  if (message.length !== prefixLength + name.length + voterKeyLength) return null
  const same = name.every((byte, at) => message[prefixLength + at] === byte)
  return same ? message.slice(prefixLength + name.length) : null
}

/** What a ballot is stored and published under. */
export async function hashOfMessage(message: Uint8Array): Promise<string> {
  return toHex(await sha256(message))
}

/** Whether every signer signed this message. Signatures stand in the order of the signers. */
export async function isSignedByAll(
  signers: readonly Signer[],
  message: Uint8Array,
  signatures: readonly string[],
): Promise<boolean> {
  if (signers.length === 0 || signatures.length !== signers.length) return false
  const checks = signers.map((signer, at) => isSigned(signer, message, signatures[at] ?? ''))
  return (await Promise.all(checks)).every(Boolean)
}

async function isSigned(key: PublicKey, message: Uint8Array, signature: string): Promise<boolean> {
  const bytes = fromBase64Url(signature)
  return bytes !== null && (await verifySignature(key, message, bytes))
}

function nameOf(pollId: string): Uint8Array {
  return textBytes(`stimmtisch:${pollId}:`)
}
