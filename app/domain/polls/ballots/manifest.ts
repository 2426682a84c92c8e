// The terms of a secret vote, frozen before the first ballot: what a stranger needs to check it, and nothing secret.
import type { PollMethod, PollSettings } from '../method.ts'
import type { Majority, MajorityBase, PollLabel } from '../poll.ts'
import type { PublicKey } from './blind-signature.ts'
import { sha256, textBytes, toHex } from './bytes.ts'
import { canonical, type Json } from './canonical.ts'

export interface Signer extends PublicKey {
  /** Who holds the other half of this key. */
  readonly name: string
  /** Where a signer with a machine of its own answers; the house has none. */
  readonly address?: string
}

export interface Manifest {
  readonly format: 'stimmtisch-manifest-1'
  readonly pollId: string
  /** The page of the vote. */
  readonly address: string
  readonly question: string
  readonly label: PollLabel
  readonly secrecy: 'separate' | 'blind'
  /** In the order in which they were written. */
  readonly options: readonly {
    readonly key: string
    readonly title?: string
    /** In an election, where options are people: the hash of the name, which may have to be forgotten. */
    readonly nameHash?: string
  }[]
  readonly method: PollMethod
  readonly settings: PollSettings
  readonly seats: number
  readonly majority: Majority
  readonly majorityBase: MajorityBase
  readonly quorum: number
  /** How many may vote; null where everybody with an account may, and new ones come. */
  readonly rollSize: number | null
  readonly opensAt: string
  readonly closesAt: string | null
  /** A ballot needs the signature of each; empty where ballots are only stored apart. */
  readonly signers: readonly Signer[]
  /** Ways that bring ballots without any signature; they are counted apart. Not given where there are no signers. */
  readonly unsigned?: readonly ('code' | 'paper')[]
  /** Ed25519, base64url: signs receipts. Null where there are none. */
  readonly receiptKey: string | null
  /** How many codes were printed, and the hash over all their hashes; null without printed codes. */
  readonly codes: { readonly count: number; readonly hash: string } | null
}

/** SHA-256 of the terms, in hexadecimal: what stands in the minutes. */
export async function hashManifest(manifest: Manifest): Promise<string> {
  return toHex(await sha256(textBytes(canonical(manifest as unknown as Json))))
}

/** The hash over the hashes of all printed codes. */
export async function hashCodes(hashes: readonly string[]): Promise<string> {
  return toHex(await sha256(textBytes([...hashes].sort().join('\n'))))
}
