// What the voter's own device does: draws a token, keeps it, seals ballots with it. Knows no network and no storage.
import { blindMessage, finalizeSignature, type Random } from './blind-signature.ts'
import { fromBase64Url, toBase64Url } from './bytes.ts'
import type { Manifest } from './manifest.ts'
import { makeVoterKey, type SignedBallot, sealBallot } from './signed-ballot.ts'
import { messageFor } from './token.ts'

/** A token that was asked for and not answered yet. Asked again, it must be asked for in the same words. */
export interface DrawnToken {
  readonly state: 'drawn'
  readonly pollId: string
  readonly message: string
  readonly voterKey: JsonWebKey
  /** For each signer: what it is sent, and what takes the blinding off again. */
  readonly blinded: readonly { readonly message: string; readonly inverse: string }[]
}

export interface Token {
  readonly state: 'signed'
  readonly format: 'stimmtisch-token-1'
  readonly pollId: string
  readonly message: string
  readonly signatures: readonly string[]
  /** The private half. Whoever has it can cast and change this ballot. */
  readonly voterKey: JsonWebKey
  /** How many ballots it has sealed so far. */
  readonly turn: number
}

type Terms = Pick<Manifest, 'pollId' | 'signers'>

export async function drawToken({ pollId, signers }: Terms, random: Random): Promise<DrawnToken> {
  const pair = await makeVoterKey()
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const message = messageFor(pollId, publicKey, random)
  const blinded = await Promise.all(
    signers.map(async (signer) => {
      const { blindedMessage, inverse } = await blindMessage(signer, message, random)
      return { message: toBase64Url(blindedMessage), inverse: inverse.toString(16) }
    }),
  )
  const voterKey = await crypto.subtle.exportKey('jwk', pair.privateKey)
  return { state: 'drawn', pollId, message: toBase64Url(message), voterKey, blinded }
}

/** Null when an answer is no signature of this token: the signer, or somebody between, cheats. */
export async function finishToken(
  { signers }: Terms,
  drawn: DrawnToken,
  blindSignatures: readonly string[],
): Promise<Token | null> {
  const message = fromBase64Url(drawn.message)
  if (message === null || blindSignatures.length !== signers.length) return null
  const signatures: string[] = []
  for (const [at, signer] of signers.entries()) {
    const answer = fromBase64Url(blindSignatures[at] ?? '')
    const inverse = BigInt(`0x${drawn.blinded[at]?.inverse ?? '0'}`)
    const signature = answer && (await finalizeSignature(signer, message, answer, inverse))
    if (!signature) return null
    signatures.push(toBase64Url(signature))
  }
  const { pollId, voterKey } = drawn
  const format = 'stimmtisch-token-1'
  return { state: 'signed', format, pollId, message: drawn.message, signatures, voterKey, turn: 0 }
}

/** Seals the next ballot of a token. Keep `turn` when it has arrived. */
export async function sealNext(
  { message, signatures, voterKey, turn }: Token,
  line: string,
): Promise<SignedBallot> {
  const key = await crypto.subtle.importKey('jwk', voterKey, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
  ])
  const content = { message, ballot: line, turn: turn + 1 }
  return { ...content, signatures, seal: await sealBallot(content, key) }
}

/** A token out of a file the voter kept; null for anything else. */
export function readToken(text: string, pollId: string): Token | null {
  try {
    const token = JSON.parse(text) as Token
    const whole =
      token.format === 'stimmtisch-token-1' &&
      token.state === 'signed' &&
      token.pollId === pollId &&
      typeof token.message === 'string' &&
      typeof token.turn === 'number' &&
      Array.isArray(token.signatures) &&
      typeof token.voterKey === 'object'
    return whole ? token : null
  } catch {
    return null
  }
}
