// Everything the house keeps about one person, to take away: their own rows of every table, nobody else's.
import type { Tables } from '#db/tables.ts'
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'

type Row = Readonly<Record<string, unknown>>
export interface ExportPart {
  readonly table: keyof Tables
  readonly rows: readonly Row[]
}

interface Own {
  readonly table: keyof Tables
  /** The column that says whose row it is. */
  readonly whose: string
  /** The moment from which it concerns the person at all; before, it is a proposal among others. */
  readonly once?: string
  /** What the row keeps besides: hashes, and ids of others who decided. */
  readonly without?: readonly string[]
}

/** Tables whose rows belong to one account. A test holds this list against the columns there are. */
export const ownTables: readonly Own[] = [
  { table: 'account', whose: 'id', without: ['sortName', 'version'] },
  { table: 'appointment', whose: 'accountId', without: ['byId'] },
  { table: 'membership', whose: 'accountId' },
  { table: 'creator', whose: 'accountId', without: ['confirmedById'] },
  { table: 'session', whose: 'accountId', without: ['tokenHash'] },
  { table: 'passkey', whose: 'accountId' },
  { table: 'signInCode', whose: 'accountId', without: ['codeHash', 'linkHash'] },
  { table: 'idea', whose: 'authorId', without: ['secretHash', 'html', 'sanitiser', 'version'] },
  { table: 'ideaVersion', whose: 'byId', without: ['html'] },
  { table: 'picture', whose: 'ownerId' },
  { table: 'support', whose: 'accountId' },
  { table: 'follow', whose: 'accountId' },
  { table: 'officialAnswer', whose: 'byId', without: ['html'] },
  { table: 'contribution', whose: 'authorId', without: ['html', 'sanitiser', 'version'] },
  { table: 'reaction', whose: 'accountId' },
  { table: 'mention', whose: 'accountId' },
  { table: 'reading', whose: 'accountId' },
  { table: 'report', whose: 'reporterId', without: ['decidedById', 'version'] },
  {
    table: 'measure',
    whose: 'affectedId',
    once: 'confirmedAt',
    without: ['byId', 'confirmedById', 'version'],
  },
  { table: 'appeal', whose: 'byId', without: ['decidedById', 'version'] },
  { table: 'talk', whose: 'byId' },
  { table: 'statementVersion', whose: 'byId', without: ['html'] },
  { table: 'creatorObjection', whose: 'byId', without: ['decidedById'] },
  { table: 'creatorObjection', whose: 'accountId', without: ['byId', 'decidedById'] },
  { table: 'electionRoll', whose: 'accountId' },
  { table: 'candidature', whose: 'accountId', without: ['version'] },
  { table: 'electionObjection', whose: 'byId', without: ['decidedById'] },
  { table: 'electionObjection', whose: 'accountId', without: ['byId', 'decidedById'] },
  { table: 'pollRoll', whose: 'accountId' },
  { table: 'benchSeat', whose: 'accountId' },
  { table: 'pollCode', whose: 'accountId', without: ['codeHash'] },
  { table: 'openBallot', whose: 'accountId' },
  { table: 'amendment', whose: 'authorId', without: ['reasonHtml', 'version'] },
  { table: 'clauseVersion', whose: 'byId', without: ['html'] },
  { table: 'cosignature', whose: 'accountId' },
  { table: 'declaration', whose: 'byId' },
  { table: 'sectionTask', whose: 'ownerId' },
  // Whom one asked is theirs to tell.
  { table: 'seatInvitation', whose: 'byId', without: ['mail'] },
  { table: 'agendaProposal', whose: 'authorId', without: ['version'] },
  { table: 'citizenQuestion', whose: 'authorId', without: ['version'] },
  { table: 'citizenQuestionSupport', whose: 'accountId' },
  { table: 'correction', whose: 'byId' },
  { table: 'invitationRead', whose: 'accountId' },
  { table: 'meetingNeed', whose: 'accountId' },
  // What the step did stands in the minutes; here is when and what kind of step it was.
  { table: 'meetingStep', whose: 'byId', without: ['data'] },
  { table: 'task', whose: 'ownerId', without: ['version'] },
  { table: 'notice', whose: 'accountId' },
  { table: 'mail', whose: 'accountId', without: ['claimedUntil', 'lastError'] },
  { table: 'mailWish', whose: 'accountId' },
  { table: 'event', whose: 'actorId', without: ['data'] },
]

/** The person's own rows, table by table; empty tables are left out. */
export async function exportAccount(ask: Ask): Promise<readonly ExportPart[]> {
  const id = ask.actor.accountId ?? ''
  if (!may(ask.actor, 'account.export', { kind: 'account', id })) throw refuse('sign_in_first')
  const parts: ExportPart[] = []
  for (const own of ownTables) {
    const rows = await ask.db
      .selectFrom(own.table)
      .selectAll()
      .where(own.whose as never, '=', id as never)
      .$if(own.once !== undefined, (query) => query.where(own.once as never, 'is not', null))
      .execute()
    parts.push({ table: own.table, rows: rows.map((row) => withoutColumns(row, own.without ?? [])) })
  }
  parts.push({ table: 'contributionVersion', rows: await ownEarlierTexts(ask, id) })
  return parts.filter((part) => part.rows.length > 0)
}

function ownEarlierTexts(ask: Ask, id: string): Promise<readonly Row[]> {
  return ask.db
    .selectFrom('contributionVersion')
    .innerJoin('contribution', 'contribution.id', 'contributionVersion.contributionId')
    .select([
      'contributionVersion.contributionId',
      'contributionVersion.number',
      'contributionVersion.text',
      'contributionVersion.at',
    ])
    .where('contribution.authorId', '=', id)
    .execute()
}

function withoutColumns(row: object, columns: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)))
}
