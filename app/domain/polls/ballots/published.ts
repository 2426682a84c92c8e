// The published file of a secret vote: its terms, its ballots in an order that tells nothing, and what was counted.
import type { Outcome } from '../outcome.ts'
import type { Result } from '../tally/result.ts'
import { sha256, textBytes, toHex } from './bytes.ts'
import { canonical, type Json } from './canonical.ts'
import type { Manifest } from './manifest.ts'
import type { OpenedName } from './names.ts'
import type { SignedBallot } from './signed-ballot.ts'

/** What a ballot is known by: its token, its printed code, or nothing. */
export type PublishedBallot =
  | ({ readonly way: 'token'; readonly hash: string } & SignedBallot)
  /** The hash of the code; the code itself is printed nowhere but on its sheet. */
  | { readonly way: 'code'; readonly hash: string; readonly ballot: string }
  /** How it came is not told. Files of earlier votes name paper and form. */
  | { readonly way: 'bare' | 'paper' | 'separate'; readonly ballot: string }

/** How many of the roll took part in each way. */
export interface Issued {
  readonly tokens: number
  readonly envelopes: number
  readonly papers: number
  readonly separate: number
  /** Tokens whose ballots are shown among those without proof, since these would be too few by themselves. */
  readonly covered?: readonly CoveredToken[]
}

export interface CoveredToken {
  readonly hash: string
  readonly message: string
  readonly signatures: readonly string[]
}

export interface PublishedContent {
  readonly manifest: Manifest
  readonly issued: Issued
  /** The hashes of all printed codes, sorted. */
  readonly codes: readonly string[]
  readonly ballots: readonly PublishedBallot[]
}

export interface PublishedFile extends PublishedContent {
  readonly format: 'stimmtisch-ballots-1'
  readonly manifestHash: string
  /** In an election: the names the terms hold the hashes of, but for those that were taken away. */
  readonly names?: readonly OpenedName[]
  /** SHA-256 over terms, numbers, codes and ballots: what stands in the minutes. */
  readonly hash: string
  /** The order of lots, where one was drawn. */
  readonly lots: readonly string[] | null
  readonly result: Result | null
  readonly outcome: Outcome
}

export async function hashContent({ manifest, issued, codes, ballots }: PublishedContent): Promise<string> {
  const content = { manifest, issued, codes, ballots } as unknown as Json
  return toHex(await sha256(textBytes(canonical(content))))
}

/** An order that depends on the ballots alone: by hash, and by their line where there is none. */
export function inPublishedOrder(ballots: readonly PublishedBallot[]): readonly PublishedBallot[] {
  const keyOf = (ballot: PublishedBallot) => `${ballot.way} ${'hash' in ballot ? ballot.hash : ballot.ballot}`
  return [...ballots].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0))
}
