// The Speakers' Council's own house: talks, statements, objections in its register, and who reached in from outside.
import type { Moment } from '../columns.ts'

export interface CouncilTables {
  talk: TalkTable
  statement: StatementTable
  statementVersion: StatementVersionTable
  creatorObjection: CreatorObjectionTable
  councilAccess: CouncilAccessTable
}

/** A free conversation: about nothing but its title. */
export interface TalkTable {
  id: string
  number: number
  conversationId: string
  /** Whose talk it is, and who may enter: 'council'. */
  space: string
  title: string
  language: string
  byId: string
  openedAt: Moment
}

export interface StatementTable {
  id: string
  /** Given when it is published. */
  number: number | null
  title: string
  text: string
  language: string
  state: string
  createdAt: Moment
  changedAt: Moment
  publishedAt: Moment | null
  withdrawnAt: Moment | null
  withdrawnReason: string | null
  version: number
}

export interface StatementVersionTable {
  statementId: string
  number: number
  title: string
  text: string
  html: string
  /** What is different from the version before. */
  note: string
  byId: string
  at: Moment
  /** Null: a draft that only the Council sees. */
  publishedAt: Moment | null
}

export interface CreatorObjectionTable {
  id: string
  /** The person in the register. */
  accountId: string
  /** 'confirmation' or 'refusal': what it speaks against. */
  against: string
  byId: string
  text: string
  at: Moment
  outcome: string | null
  outcomeText: string | null
  decidedById: string | null
  decidedAt: Moment | null
}

export interface CouncilAccessTable {
  id: string
  kind: string
  /** Who: an operator's name, or the account of the machine. */
  who: string
  /** What was done, in a few words: a command, a name. */
  detail: string
  at: Moment
}
