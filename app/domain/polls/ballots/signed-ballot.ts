// A ballot as it is cast without a name: the token, the line on the ballot, and the seal of the voter's device over both.
import { fromBase64Url, sha256, textBytes, toBase64Url } from './bytes.ts'
import { canonical } from './canonical.ts'

export interface SignedBallot {
  readonly message: string
  /** One of each signer, in their order. */
  readonly signatures: readonly string[]
  /** The line on the ballot. */
  readonly ballot: string
  /** From 1; a later ballot of the same token has a higher one and counts instead. */
  readonly turn: number
  /** ECDSA over P-256 with SHA-256, by the voter's key, over message, turn and ballot. */
  readonly seal: string
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const
const sealing = { name: 'ECDSA', hash: 'SHA-256' } as const

type Content = Pick<SignedBallot, 'message' | 'ballot' | 'turn'>

export function makeVoterKey(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(curve, true, ['sign', 'verify']) as Promise<CryptoKeyPair>
}

export async function sealBallot(content: Content, voterKey: CryptoKey): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.sign(sealing, voterKey, sealed(content))))
}

/** @param voterKey the public key out of the message, as `voterKeyIn` gives it */
export async function isSealed(ballot: SignedBallot, voterKey: Uint8Array): Promise<boolean> {
  const seal = fromBase64Url(ballot.seal)
  if (seal === null) return false
  try {
    const key = await crypto.subtle.importKey('raw', voterKey as BufferSource, curve, false, ['verify'])
    return await crypto.subtle.verify(sealing, key, seal as BufferSource, sealed(ballot))
  } catch {
    // Bytes that are no point of the curve.
    return false
  }
}

/** SHA-256 over the whole ballot: what a receipt signs. It tells nothing of the choice, since the seal is unknown. */
export function digestOf({
  message,
  ballot,
  turn,
  seal,
}: Content & Pick<SignedBallot, 'seal'>): Promise<Uint8Array> {
  return sha256(textBytes(canonical({ message, ballot, turn, seal })))
}

function sealed({ message, ballot, turn }: Content): BufferSource {
  return textBytes(canonical({ message, ballot, turn })) as BufferSource
}

/** A ballot out of what somebody sent; null for anything else. */
export function readSignedBallot(value: unknown): SignedBallot | null {
  if (typeof value !== 'object' || value === null) return null
  const { message, signatures, ballot, turn, seal } = value as Readonly<Record<string, unknown>>
  const right =
    typeof message === 'string' &&
    typeof ballot === 'string' &&
    typeof seal === 'string' &&
    Number.isSafeInteger(turn) &&
    Number(turn) >= 1 &&
    Array.isArray(signatures) &&
    signatures.every((one) => typeof one === 'string')
  return right ? { message, signatures, ballot, turn: Number(turn), seal } : null
}
