// Votes of every kind: what is asked, who may answer, the open ballots, and what came out.
import type { JsonText, Moment } from '../columns.ts'

export interface PollTables {
  poll: PollTable
  pollOption: PollOptionTable
  pollRoll: { pollId: string; accountId: string }
  /** On which bench the voters sit, where every bench must say yes. */
  benchSeat: { pollId: string; accountId: string; bench: string; name: string }
  pollCode: PollCodeTable
  openBallot: OpenBallotTable
  pollResult: PollResultTable
}

export interface PollTable {
  id: string
  /** The number in /abstimmungen/4. */
  number: number
  space: string
  visibility: string
  label: string
  method: string
  question: string
  about: string
  html: string
  sanitiser: string
  /** What follows from it, in one sentence. */
  consequence: string
  electorate: string
  /** The body's slug, or 'body/bench'; null for the other electorates. */
  electorateRef: string | null
  secrecy: string
  changeable: string
  reason: string
  names: string
  resultWhen: string
  quorum: number
  majority: string
  majorityBase: string
  optionOrder: string
  seats: number
  settings: JsonText
  /** The thing it is about, such as 'agendaItem:0198…'. */
  subject: string | null
  /** The vote it follows as a second round. */
  parentId: string | null
  conversationId: string | null
  state: string
  /** 'ballots', or 'hands' where the chair counted and entered. */
  source: string
  opensAt: Moment | null
  closesAt: Moment | null
  minSeconds: number
  objectionDays: number
  createdById: string | null
  announcedAt: Moment
  openedAt: Moment | null
  closedAt: Moment | null
  /** From here on nothing can be cast, changed or undone. */
  sealedAt: Moment | null
  countedAt: Moment | null
  finalAt: Moment | null
  objectionUntil: Moment | null
  invalidReason: string | null
  /** Drawn in public after the close; null while no lot was needed. */
  seed: string | null
  rollSize: number | null
  reviewOn: string | null
  reviewedAt: Moment | null
  reviewNote: string | null
  version: number
}

export interface PollOptionTable {
  pollId: string
  /** Short and fixed, as ballots name it: '1', '2', … or 'yes'. */
  key: string
  /** Where it was written, from 1. */
  place: number
  /** Where it stands on the ballot when lots decide the order. */
  drawnPlace: number | null
  title: string
  about: string
  /** What the hash of a name in the terms of an election was made with; null for all else, and once it is forgotten. */
  salt: string | null
}

/** A letter with a code: whoever redeems it is on the roll. The code itself is only ever printed. */
export interface PollCodeTable {
  pollId: string
  codeHash: string
  accountId: string | null
}

/** A ballot that stands under a name. Ballots of the secret grades have tables of their own. */
export interface OpenBallotTable {
  id: string
  pollId: string
  /** null: the account was erased after the count. */
  accountId: string | null
  choice: string
  reason: string | null
  castAt: Moment
  changedAt: Moment | null
}

export interface PollResultTable {
  pollId: string
  /** 'interim' while it is open, 'final' after the close. */
  kind: string
  result: JsonText
  outcome: JsonText
  ballots: number
  countedAt: Moment
}
