// How often the moderation did what, a month at a time: the public account of it, without names, small
// numbers kept vague. The Council's own desk answers for itself.
import type { Ask } from '../query.server.ts'
import { monthBounds } from './month.ts'

export const figureKeys = [
  'ideas_published',
  'ideas_refused',
  'ideas_hidden',
  'contributions_hidden',
  'accounts_paused',
  'reports',
  'reports_acted',
  'reports_kept',
  'appeals',
  'appeals_restored',
  'appeals_upheld',
] as const
export type FigureKey = (typeof figureKeys)[number]

export interface Figure {
  readonly key: FigureKey
  /** Null where it is smaller than the town's small number: 'weniger als 5'. */
  readonly count: number | null
}

/** `month` as '2027-03', by the town's own clock. */
export async function moderationFigures(
  ask: Pick<Ask, 'db' | 'town'>,
  month: string,
): Promise<readonly Figure[]> {
  const counted = await count(ask, monthBounds(month, ask.town.timeZone))
  const small = ask.town.rules.smallNumber
  return figureKeys.map((key) => ({ key, count: counted[key] < small ? null : counted[key] }))
}

type Bounds = { readonly from: string; readonly until: string }

async function count(ask: Pick<Ask, 'db'>, bounds: Bounds): Promise<Record<FigureKey, number>> {
  const measures = await measuresByKind(ask, bounds)
  const reports = await reportsByDecision(ask, bounds)
  const appeals = await appealsByOutcome(ask, bounds)
  return {
    ideas_published: await publishedGuestIdeas(ask, bounds),
    ideas_refused: measures.get('refuse_idea') ?? 0,
    ideas_hidden: measures.get('hide_idea') ?? 0,
    contributions_hidden: measures.get('hide_contribution') ?? 0,
    accounts_paused: measures.get('pause_account') ?? 0,
    reports: await filedReports(ask, bounds),
    reports_acted: reports.get('acted') ?? 0,
    reports_kept: reports.get('kept') ?? 0,
    appeals: await madeAppeals(ask, bounds),
    appeals_restored: appeals.get('restored') ?? 0,
    appeals_upheld: appeals.get('upheld') ?? 0,
  }
}

async function measuresByKind({ db }: Pick<Ask, 'db'>, { from, until }: Bounds) {
  const rows = await db
    .selectFrom('measure')
    .select((eb) => ['kind as name', eb.fn.countAll().as('count')])
    .where('space', '=', 'town')
    .where('confirmedAt', '>=', from)
    .where('confirmedAt', '<', until)
    .groupBy('kind')
    .execute()
  return asMap(rows)
}

async function reportsByDecision({ db }: Pick<Ask, 'db'>, { from, until }: Bounds) {
  const rows = await db
    .selectFrom('report')
    .select((eb) => ['decision as name', eb.fn.countAll().as('count')])
    .where('space', '=', 'town')
    .where('decidedAt', '>=', from)
    .where('decidedAt', '<', until)
    .groupBy('decision')
    .execute()
  return asMap(rows)
}

async function appealsByOutcome({ db }: Pick<Ask, 'db'>, { from, until }: Bounds) {
  const rows = await db
    .selectFrom('appeal')
    .innerJoin('measure', 'measure.id', 'appeal.measureId')
    .select((eb) => ['appeal.outcome as name', eb.fn.countAll().as('count')])
    .where('measure.space', '=', 'town')
    .where('appeal.decidedAt', '>=', from)
    .where('appeal.decidedAt', '<', until)
    .groupBy('appeal.outcome')
    .execute()
  return asMap(rows)
}

async function filedReports({ db }: Pick<Ask, 'db'>, { from, until }: Bounds) {
  const { count } = await db
    .selectFrom('report')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('space', '=', 'town')
    .where('at', '>=', from)
    .where('at', '<', until)
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function madeAppeals({ db }: Pick<Ask, 'db'>, { from, until }: Bounds) {
  const { count } = await db
    .selectFrom('appeal')
    .innerJoin('measure', 'measure.id', 'appeal.measureId')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('measure.space', '=', 'town')
    .where('appeal.at', '>=', from)
    .where('appeal.at', '<', until)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Those a moderator let through: ideas that were published later than they came in. */
async function publishedGuestIdeas({ db }: Pick<Ask, 'db'>, { from, until }: Bounds) {
  const { count } = await db
    .selectFrom('idea')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('authorId', 'is', null)
    .where('source', '=', 'web')
    .where('publishedAt', '>=', from)
    .where('publishedAt', '<', until)
    .executeTakeFirstOrThrow()
  return Number(count)
}

function asMap(rows: readonly { name: string | null; count: string | number | bigint }[]) {
  return new Map(rows.map((row) => [row.name, Number(row.count)]))
}
