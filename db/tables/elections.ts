// Elections of speakers: rules, roll, candidatures, objections. Ballots and counts are the votes' own.
import type { JsonText, Moment } from '../columns.ts'

export interface ElectionTables {
  election: ElectionTable
  electionRoll: { electionId: string; accountId: string }
  candidature: CandidatureTable
  electionObjection: ElectionObjectionTable
}

export interface ElectionTable {
  id: string
  number: number
  rules: JsonText
  state: string
  pollId: string | null
  orderSeed: string | null
  createdById: string
  announcedAt: Moment | null
  rollClosedAt: Moment | null
  preparedAt: Moment | null
  heldAt: Moment | null
  version: number
}

export interface CandidatureTable {
  id: string
  electionId: string
  accountId: string
  branch: string
  does: string
  wants: string
  time: string
  /** As the ballot names it, from the draw on. */
  optionKey: string | null
  handedInAt: Moment
  withdrawnAt: Moment | null
  version: number
}

export interface ElectionObjectionTable {
  id: string
  electionId: string
  /** 'missing' and 'wrong' speak against the roll, 'result' against the election. */
  against: string
  /** Whom the roll has wrongly or lacks; null against the election. */
  accountId: string | null
  byId: string
  text: string
  at: Moment
  outcome: string | null
  outcomeText: string | null
  decidedById: string | null
  decidedAt: Moment | null
}
