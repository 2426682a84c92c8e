// Elections of speakers: rules, roll, candidatures, objections. Ballots and counts are the votes' own.
import type { JsonText, Moment } from '../columns.ts'

export interface ElectionTables {
  election: ElectionTable
  electionRoll: { electionId: string; accountId: string }
  candidature: CandidatureTable
  electionObjection: ElectionObjectionTable
  electionRunOff: ElectionRunOffTable
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
  /** What was counted once the second votes had decided; null where the first count decided all. */
  settled: JsonText | null
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

export interface ElectionRunOffTable {
  electionId: string
  /** From 1: a second vote can leave others tied, who stand again. */
  place: number
  pollId: string
  /** As the first ballot names them, in the order of the second one. */
  between: JsonText
  /** Seats they stand for. */
  seats: number
  winners: JsonText | null
  /** Where too few voted again, a lot took the place of the second vote. */
  seed: string | null
}
