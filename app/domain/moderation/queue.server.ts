// What waits for the moderators, oldest first, each with its deadline; and how much there is and who did what.
import type { Ask } from '../query.server.ts'
import { checkReading } from './case.server.ts'
import { daysAfter } from './measure.ts'
import { findThing } from './thing.server.ts'

export const caseKinds = ['guest-idea', 'report', 'barrier', 'appeal', 'pause'] as const
export type CaseKind = (typeof caseKinds)[number]

export interface WaitingCase {
  readonly kind: CaseKind
  readonly address: string
  /** The number of the idea or the report; null where there is none. */
  readonly number: number | null
  /** 'idea:…', 'contribution:…', 'account:…' or 'page:…' */
  readonly subject: string
  readonly at: string
  readonly dueAt: string
  readonly overdue: boolean
}

export interface ListedCase extends WaitingCase {
  /** What it is about: an idea's title, a name, an address. */
  readonly title: string
}

export const casesPerPage = 25

/** One page of what waits, and how many of each kind there are. */
export async function listCases(
  ask: Ask,
  filter: { readonly kind: CaseKind | null; readonly page: number; readonly space?: string },
): Promise<{ cases: readonly ListedCase[]; total: number; counts: Readonly<Record<CaseKind, number>> }> {
  const waiting = await waitingCases(ask, filter.space ?? 'town')
  const chosen = waiting.filter((one) => filter.kind === null || one.kind === filter.kind)
  const shown = chosen.slice((filter.page - 1) * casesPerPage, filter.page * casesPerPage)
  const cases = await Promise.all(
    shown.map(async (one) => ({ ...one, title: (await findThing(ask.db, one.subject))?.title ?? '' })),
  )
  return { cases, total: chosen.length, counts: countByKind(waiting) }
}

export interface Workload {
  readonly counts: Readonly<Record<CaseKind, number>>
  readonly waiting: number
  readonly overdue: number
  readonly oldestAt: string | null
  /** Deeds of the last 30 days, for those who moderate: seen by moderators only. */
  readonly people: readonly { readonly name: string; readonly decided: number }[]
}

export async function readWorkload(ask: Ask): Promise<Workload> {
  const waiting = await waitingCases(ask, 'town')
  return {
    counts: countByKind(waiting),
    waiting: waiting.length,
    overdue: waiting.filter((one) => one.overdue).length,
    oldestAt: waiting[0]?.at ?? null,
    people: await decisionsByPerson(ask),
  }
}

function countByKind(waiting: readonly WaitingCase[]): Record<CaseKind, number> {
  const counts = { 'guest-idea': 0, report: 0, barrier: 0, appeal: 0, pause: 0 }
  for (const one of waiting) counts[one.kind]++
  return counts
}

async function waitingCases(ask: Ask, space: string): Promise<readonly WaitingCase[]> {
  checkReading(ask, space)
  const all = [
    // Guests write in the town alone.
    ...(space === 'town' ? await waitingIdeas(ask) : []),
    ...(await openReports(ask, space)),
    ...(await openAppeals(ask, space)),
    ...(await proposedPauses(ask, space)),
  ]
  return all
    .map((one) => ({ ...one, overdue: one.dueAt < ask.now }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.address < b.address ? -1 : 1))
}

type Dated = Omit<WaitingCase, 'overdue'>

async function waitingIdeas(ask: Ask): Promise<readonly Dated[]> {
  const rows = await ask.db
    .selectFrom('idea')
    .select(['id', 'number', 'receivedAt'])
    .where('state', '=', 'waiting')
    .execute()
  return rows.map((row) => ({
    kind: 'guest-idea',
    address: `/moderation/faelle/ideen/${row.number}`,
    number: row.number,
    subject: `idea:${row.id}`,
    at: row.receivedAt,
    dueAt: daysAfter(row.receivedAt, ask.town.rules.guestCheckDays),
  }))
}

/** A report whose pause waits for the second pair of eyes stands there as that pause. */
async function openReports(ask: Ask, space: string): Promise<readonly Dated[]> {
  const rows = await ask.db
    .selectFrom('report')
    .select(['number', 'subject', 'rule', 'at', 'dueAt'])
    .where('decision', 'is', null)
    .where('measureId', 'is', null)
    .where('space', '=', space)
    .execute()
  return rows.map((row) => ({
    kind: row.rule === 'barrier' ? 'barrier' : 'report',
    address: `/moderation/faelle/meldungen/${row.number}`,
    number: row.number,
    subject: row.subject,
    at: row.at,
    dueAt: row.dueAt,
  }))
}

async function openAppeals(ask: Ask, space: string): Promise<readonly Dated[]> {
  const rows = await ask.db
    .selectFrom('appeal')
    .innerJoin('measure', 'measure.id', 'appeal.measureId')
    .select(['appeal.id', 'appeal.at', 'measure.subject'])
    .where('appeal.outcome', 'is', null)
    .where('measure.space', '=', space)
    .execute()
  return rows.map((row) => ({
    kind: 'appeal',
    address: `/moderation/faelle/widersprueche/${row.id}`,
    number: null,
    subject: row.subject,
    at: row.at,
    dueAt: daysAfter(row.at, ask.town.rules.objectionDays),
  }))
}

async function proposedPauses(ask: Ask, space: string): Promise<readonly Dated[]> {
  const rows = await ask.db
    .selectFrom('measure')
    .select(['id', 'subject', 'at'])
    .where('kind', '=', 'pause_account')
    .where('space', '=', space)
    .where('confirmedAt', 'is', null)
    .where('liftedAt', 'is', null)
    .execute()
  return rows.map((row) => ({
    kind: 'pause',
    address: `/moderation/faelle/pausen/${row.id}`,
    number: null,
    subject: row.subject,
    at: row.at,
    dueAt: daysAfter(row.at, 1),
  }))
}

const decisions = [
  'idea.published',
  'idea.refused',
  'idea.hidden',
  'contribution.hidden',
  'report.decided',
  'appeal.decided',
  'account.pause-proposed',
  'account.paused',
  'account.pause-dropped',
] as const

async function decisionsByPerson(ask: Ask) {
  const rows = await ask.db
    .selectFrom('appointment')
    .innerJoin('account', 'account.id', 'appointment.accountId')
    .leftJoin('event', (join) =>
      join
        .onRef('event.actorId', '=', 'account.id')
        .on('event.type', 'in', [...decisions])
        .on('event.at', '>', daysAfter(ask.now, -30)),
    )
    .select((eb) => ['account.name', eb.fn.count('event.number').distinct().as('decided')])
    .where('appointment.role', '=', 'moderator')
    .where('appointment.scope', '=', 'town')
    .where('appointment.fromAt', '<=', ask.now)
    .where((eb) => eb.or([eb('appointment.untilAt', 'is', null), eb('appointment.untilAt', '>', ask.now)]))
    .groupBy(['account.id', 'account.name', 'account.sortName'])
    .orderBy('account.sortName')
    .execute()
  return rows.map((row) => ({ name: row.name, decided: Number(row.decided) }))
}
