// People, their sessions and tasks, and the bodies they sit in.
import type { Generated } from 'kysely'
import type { JsonText, Moment } from '../columns.ts'

export interface PeopleTables {
  account: AccountTable
  appointment: AppointmentTable
  signInCode: SignInCodeTable
  session: SessionTable
  passkey: PasskeyTable
  body: { id: string; slug: string; name: string; kind: string; about: string; seats: Generated<number> }
  bench: { id: string; bodyId: string; slug: string; name: string; seats: number; place: number }
  membership: MembershipTable
  seatInvitation: SeatInvitationTable
  creator: CreatorTable
  responsibleRole: { slug: string; name: string }
}

export interface AccountTable {
  id: string
  handle: string
  name: string
  sortName: string
  mail: string | null
  district: string | null
  language: string
  ageBand: string
  createdAt: Moment
  pausedUntil: Moment | null
  erasedAt: Moment | null
  version: number
}

/** A seat that waits for somebody who has no account yet; gone as soon as it is taken. */
export interface SeatInvitationTable {
  id: string
  bodyId: string
  mail: string
  benchId: string | null
  function: string
  untilAt: Moment | null
  at: Moment
  byId: string | null
}

export interface AppointmentTable {
  id: string
  accountId: string
  role: string
  scope: string
  fromAt: Moment
  untilAt: Moment | null
  byId: string | null
}

export interface SignInCodeTable {
  id: string
  /** Only where somebody is signed in and wants another address. */
  accountId: string | null
  mail: string
  purpose: string
  codeHash: string
  linkHash: string
  createdAt: Moment
  expiresAt: Moment
  tries: number
  usedAt: Moment | null
}

export interface SessionTable {
  id: string
  tokenHash: string
  accountId: string
  device: string
  createdAt: Moment
  seenAt: Moment
  expiresAt: Moment
  endedAt: Moment | null
}

export interface PasskeyTable {
  id: string
  accountId: string
  credentialId: string
  publicKey: string
  counter: number
  transports: JsonText
  name: string
  createdAt: Moment
}

export interface MembershipTable {
  id: string
  bodyId: string
  accountId: string
  benchId: string | null
  function: string
  fromAt: Moment
  untilAt: Moment | null
}

export interface CreatorTable {
  accountId: string
  branch: string
  does: string
  declaredAt: Moment
  confirmedAt: Moment | null
  confirmedById: string | null
  refusedAt: Moment | null
  refusedReason: string | null
}
