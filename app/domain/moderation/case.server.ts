// One case as moderators read it: the text, who wrote and who reported, the reasons so far.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import { contributionSubject } from '../conversations/subject.server.ts'
import { isNumber } from '../numbers.ts'
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { asAppeal } from './appeal.server.ts'
import type { Appeal } from './appeal.ts'
import { asMeasure, deskOf, getMeasure } from './measure.server.ts'
import { daysAfter, type Measure } from './measure.ts'
import { asReport } from './report.server.ts'
import { type Report, readAddress } from './report.ts'
import { findThing, type Thing } from './thing.server.ts'

export interface IdeaCase {
  readonly thing: Thing
  readonly at: string
  readonly dueAt: string
}

/** A guest's idea that waits to be read. */
export async function getIdeaCase(ask: Ask, number: number): Promise<IdeaCase> {
  checkReading(ask)
  const row = await ask.db
    .selectFrom('idea')
    .select(['id', 'receivedAt'])
    .where('number', '=', asNumber(number))
    .executeTakeFirst()
  const thing = row ? await findThing(ask.db, `idea:${row.id}`) : null
  if (!row || !thing) throw refuse('not_found')
  return { thing, at: row.receivedAt, dueAt: daysAfter(row.receivedAt, ask.town.rules.guestCheckDays) }
}

export interface ReportCase {
  readonly report: Report
  readonly reporter: string | null
  readonly thing: Thing | null
}

export async function getReportCase(ask: Ask, number: number): Promise<ReportCase> {
  const row = await ask.db
    .selectFrom('report')
    .selectAll()
    .where('number', '=', asNumber(number))
    .executeTakeFirst()
  checkReading(ask, row?.space)
  if (!row) throw refuse('not_found')
  const report = asReport(row)
  return {
    report,
    reporter: report.reporterId ? await nameOf(ask.db, report.reporterId) : report.reporterName,
    thing: await findThing(ask.db, report.subject),
  }
}

export interface AppealCase {
  readonly appeal: Appeal
  readonly measure: Measure
  readonly decidedBy: string | null
  readonly thing: Thing | null
}

export async function getAppealCase(ask: Ask, id: string): Promise<AppealCase> {
  const row = await ask.db.selectFrom('appeal').selectAll().where('id', '=', id).executeTakeFirst()
  const measure = row ? await getMeasure(ask.db, row.measureId) : null
  checkReading(ask, measure?.space)
  if (!row || !measure) throw refuse('not_found')
  return {
    appeal: asAppeal(row),
    measure,
    decidedBy: await nameOf(ask.db, measure.byId),
    thing: await findThing(ask.db, measure.subject),
  }
}

export interface PauseCase {
  readonly measure: Measure
  readonly proposedBy: string | null
  readonly days: number
  readonly thing: Thing | null
}

export async function getPauseCase(ask: Ask, id: string): Promise<PauseCase> {
  checkReading(ask)
  const row = await ask.db.selectFrom('measure').selectAll().where('id', '=', id).executeTakeFirst()
  if (row?.kind !== 'pause_account') throw refuse('not_found')
  const measure = asMeasure(row)
  const length = Date.parse(measure.untilAt ?? measure.at) - Date.parse(measure.confirmedAt ?? measure.at)
  return {
    measure,
    proposedBy: await nameOf(ask.db, measure.byId),
    days: Math.round(length / 86_400_000),
    thing: await findThing(ask.db, measure.subject),
  }
}

/** The text or account a moderator names by its address or '@name'; null where there is none. */
export async function findThingAt(ask: Ask, address: string, baseUrl: string): Promise<Thing | null> {
  const named = readAddress(address, baseUrl)?.thing
  const subject = named ? await subjectAt(ask.db, named) : null
  const space = subject === null ? 'town' : await spaceOfThing(ask.db, subject)
  // Of what stands in a space one does not moderate, not even that it exists.
  if (!may(ask.actor, 'moderation.read', deskOf(space))) checkReading(ask)
  else if (subject !== null) return findThing(ask.db, subject)
  return null
}

async function spaceOfThing(db: Kysely<Tables>, subject: string): Promise<string> {
  if (!subject.startsWith('contribution:')) return 'town'
  const row = await db
    .selectFrom('contribution')
    .select(['id', 'conversationId', 'authorId', 'hiddenAt', 'deletedAt'])
    .where('id', '=', subject.slice('contribution:'.length))
    .executeTakeFirstOrThrow()
  return (await contributionSubject(db, row)).space
}

async function subjectAt(
  db: Kysely<Tables>,
  named: NonNullable<ReturnType<typeof readAddress>>['thing'],
): Promise<string | null> {
  switch (named.kind) {
    case 'idea': {
      const row = await db
        .selectFrom('idea')
        .select('id')
        .where('number', '=', named.number)
        .executeTakeFirst()
      return row ? `idea:${row.id}` : null
    }
    case 'contribution': {
      const row = await db
        .selectFrom('contribution')
        .select('id')
        .where('publicNumber', '=', named.publicNumber)
        .executeTakeFirst()
      return row ? `contribution:${row.id}` : null
    }
    case 'place': {
      const row = await db
        .selectFrom('contribution')
        .innerJoin('idea', 'idea.conversationId', 'contribution.conversationId')
        .select('contribution.id')
        .where('idea.number', '=', named.ideaNumber)
        .where('contribution.number', '=', named.number)
        .executeTakeFirst()
      return row ? `contribution:${row.id}` : null
    }
    case 'account': {
      const row = await db
        .selectFrom('account')
        .select('id')
        .where('handle', '=', named.handle)
        .where('erasedAt', 'is', null)
        .executeTakeFirst()
      return row ? `account:${row.id}` : null
    }
    case 'page':
      return null
  }
}

/** Each space's cases are for its own moderators. */
export function checkReading(ask: Ask, space = 'town'): void {
  if (may(ask.actor, 'moderation.read', deskOf(space))) return
  throw refuse(ask.actor.kind === 'guest' ? 'sign_in_first' : 'not_allowed')
}

async function nameOf(db: Kysely<Tables>, accountId: string): Promise<string | null> {
  const row = await db.selectFrom('account').select('name').where('id', '=', accountId).executeTakeFirst()
  return row?.name ?? null
}

/** What an address says may be no number at all. */
function asNumber(number: number): number {
  if (!isNumber(number)) throw refuse('not_found')
  return number
}
