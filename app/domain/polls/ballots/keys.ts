// What a secret vote needs of the running process: its keys, made before it opens and destroyed after it closed.
import type { PublicKey } from './blind-signature.ts'

export interface BallotKeys {
  /** Makes the keys of a vote, or gives those that were made already. */
  make(pollId: string, kind: 'separate' | 'blind'): Promise<OpenKeys>
  /** Null when they are gone or were never here. At once, so that a deed may ask inside its transaction. */
  find(pollId: string): OpenKeys | null
  /** Overwrites and removes them; what they sealed can never be read again. */
  destroy(pollId: string): Promise<void>
  /** Random bytes for serials, for printed codes and for the order of a rewritten table. */
  random(length: number): Uint8Array
}

export interface OpenKeys {
  readonly sealer: Sealer
  /** Null where ballots are only stored apart. */
  readonly signer: BlindSigner | null
}

/** Seals what is stored while a vote is open, so that neither the file nor a copy of it tells anything. */
export interface Sealer {
  /** Always new bytes for the same text. The text is padded to `length`, so that its length tells nothing. */
  seal(text: string, length: number): string
  /** @throws Error for what this key did not seal */
  open(sealed: string): string
  /** A name that only this key can make: the same for the same text. */
  mark(text: string): string
}

export interface BlindSigner {
  readonly publicKey: PublicKey
  readonly receiptKey: string
  /** Null for what is no number under the modulus. */
  sign(blindedMessage: Uint8Array): Uint8Array | null
  signReceipt(digest: Uint8Array): Uint8Array
}
