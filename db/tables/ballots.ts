// Secret votes. While one is open its tables hold sealed bytes only; what is public is written at the close, all at once.
import type { JsonText } from '../columns.ts'

export interface BallotTables {
  ballotBox: BallotBoxTable
  ballotDrawer: { pollId: string; drawer: number; sealed: string }
  sealedBallot: { pollId: string; key: string; sealed: string }
  publishedBallot: PublishedBallotTable
  /** The accounts that took part, sorted; in which way is kept of nobody. */
  turnout: { pollId: string; people: JsonText }
  printedCode: { pollId: string; hash: string }
  pollSigner: PollSignerTable
  paperBatch: PaperBatchTable
  paperEntry: PaperEntryTable
}

export interface BallotBoxTable {
  pollId: string
  /** 'open', 'closed', or 'void' where its ballots were lost with their key. */
  state: string
  /** The terms, frozen at the opening, and their hash. */
  manifest: JsonText
  manifestHash: string
  /** In how many drawers the set of those who took part is kept. */
  drawers: number
  /** How many took part in each way; null while it is open. */
  issued: JsonText | null
  /** The hash of what was published; null while it is open. */
  hash: string | null
}

/** The second signer of a vote: what a stranger needs to check its signatures, and where it gives them. */
export interface PollSignerTable {
  pollId: string
  name: string
  address: string
  /** Modulus and exponent of its public key, base64url. */
  n: string
  e: string
}

export interface PublishedBallotTable {
  pollId: string
  /** The hash of its token or code; random where there is none. */
  key: string
  way: string
  ballot: string
  /** What proves a token's ballot; null for the other ways. */
  proof: JsonText | null
}

export interface PaperBatchTable {
  pollId: string
  /** How many sheets were in the urn; null until the first of the two has said so. */
  sheets: number | null
  firstById: string | null
  secondById: string | null
  /** 'open', or 'complete' when both entries agree. */
  state: string
}

/** One sheet as one of the two read it. */
export interface PaperEntryTable {
  pollId: string
  sheet: number
  entry: string
  ballot: string
}
