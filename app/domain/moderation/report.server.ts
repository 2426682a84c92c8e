// Reports: filed by anybody, answered by a moderator, objected to by whoever filed them.
import type { Kysely } from 'kysely'
import type { ReportTable, Tables } from '#db/tables.ts'
import { contributionVisibleTo } from '../conversations/contribution.server.ts'
import { findMatterOf } from '../conversations/subject.server.ts'
import { councilSpace } from '../council/house.ts'
import { ideaVisibleTo } from '../ideas/list.server.ts'
import type { Platform } from '../platform.ts'
import { town } from '../policy.ts'
import { refuse } from '../refusal.ts'
import { nextNumber, prepared, type Work } from '../run.server.ts'
import {
  checkObjection,
  checkReport,
  type Report,
  type ReportDecision,
  type ReportedThing,
  type ReportRule,
  readAddress,
  reportDueAt,
} from './report.ts'
import { tellOfReceipt } from './tell.server.ts'

export interface NewReport {
  /** As typed or brought along by the link: a path or a whole address of this house. */
  readonly address: string
  readonly rule: ReportRule
  readonly reason: string
  readonly name: string | null
  readonly mail: string | null
  readonly goodFaith: boolean
  readonly video: string | null
  readonly language: string
}

/** Gives the receipt's number and until when an answer is promised. */
export async function fileReport(work: Work, input: NewReport): Promise<{ number: number; dueAt: string }> {
  work.require('report.file', town)
  checkReport({ ...input, known: work.actor.kind === 'account' })
  const place = await locate(work, input.address)
  return keepReport(work, {
    subject: place.subject,
    address: place.path,
    space: place.space,
    rule: input.rule,
    reason: input.reason,
    reporterId: work.actor.accountId,
    reporterName: input.name,
    reporterMail: input.mail,
    video: input.video,
    appealOfId: null,
    language: input.language,
  })
}

/** Objecting to a decision files the matter once more; somebody else decides. The sealed key says whose it is. */
export const objectToDecision = prepared(
  async (platform, input: { readonly key: string; readonly text: string }) => ({
    text: input.text,
    reportId: reportOfKey(platform, input.key),
  }),
  async (work: Work, input): Promise<{ number: number; dueAt: string }> => {
    if (input.reportId === null) throw refuse('link_not_valid')
    const report = await getReport(work.tx, input.reportId)
    work.require('report.file', town)
    checkObjection(report, work.platform.town.rules.objectionDays, work.now)
    if (await objectionTo(work.tx, report.id)) throw refuse('appeal_made_already')
    const { subject, address, space, rule, reporterId, reporterName, reporterMail, video, language } = report
    return keepReport(work, {
      ...{ subject, address, space, rule, reporterId, reporterName, reporterMail, video, language },
      reason: input.text,
      appealOfId: report.id,
    })
  },
)

const purpose = 'report-objection'

export function keyOfReport(platform: Pick<Platform, 'seal'>, reportId: string): string {
  return platform.seal(purpose, { reportId })
}

export function reportOfKey(platform: Pick<Platform, 'unseal'>, key: string): string | null {
  return platform.unseal<{ reportId: string }>(purpose, key)?.reportId ?? null
}

export async function getReport(db: Kysely<Tables>, id: string): Promise<Report> {
  const row = await db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return asReport(row)
}

export function asReport(row: ReportTable): Report {
  return { ...row, rule: row.rule as ReportRule, decision: row.decision as ReportDecision | null }
}

/** Writes the report back where nobody changed it meanwhile. */
export async function saveReport(work: Work, report: Report): Promise<void> {
  const { id, version, ...rest } = report
  const saved = await work.tx
    .updateTable('report')
    .set({ ...rest, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw refuse('somebody_was_faster')
}

export async function objectionTo(db: Kysely<Tables>, reportId: string): Promise<boolean> {
  const row = await db.selectFrom('report').select('id').where('appealOfId', '=', reportId).executeTakeFirst()
  return row !== undefined
}

type Filed = Pick<
  Report,
  | 'subject'
  | 'address'
  | 'space'
  | 'rule'
  | 'reason'
  | 'reporterId'
  | 'reporterName'
  | 'reporterMail'
  | 'video'
  | 'appealOfId'
  | 'language'
>

async function keepReport(work: Work, filed: Filed): Promise<{ number: number; dueAt: string }> {
  const { rules, timeZone } = work.platform.town
  const report: Report = {
    ...filed,
    id: work.newId(),
    number: await nextNumber(work.tx, 'report'),
    at: work.now,
    dueAt: reportDueAt(work.now, rules.reportAnswerHours, timeZone),
    decision: null,
    decisionText: null,
    decidedById: null,
    decidedAt: null,
    measureId: null,
    version: 1,
  }
  await work.tx.insertInto('report').values(report).execute()
  await tellOfReceipt(work, report)
  await work.record({ type: 'report.filed', reportId: report.id })
  return { number: report.number, dueAt: report.dueAt }
}

/** What one may not read is reported as a page: the form never tells what exists. */
async function locate(
  work: Work,
  address: string,
): Promise<{ subject: string; path: string; space: string }> {
  const read = readAddress(address, work.platform.baseUrl)
  if (read === null) throw refuse('report_address_unknown')
  const { thing, path } = read
  const subject = await subjectOf(work, thing)
  return { subject: subject ?? `page:${path}`, path, space: await spaceAt(work, thing, path) }
}

/** The Council's own pages and talks are answered by the Council's moderators, whoever reports them. */
async function spaceAt(work: Work, thing: ReportedThing, path: string): Promise<string> {
  if (/^\/sprecherrat(?:[/?#]|$)/.test(path)) return councilSpace
  if (thing.kind !== 'contribution') return 'town'
  const row = await work.tx
    .selectFrom('contribution')
    .select('conversationId')
    .where('publicNumber', '=', thing.publicNumber)
    .executeTakeFirst()
  if (!row) return 'town'
  return (await findMatterOf(work.tx, row.conversationId)).subject.space
}

async function subjectOf(work: Work, thing: ReportedThing): Promise<string | null> {
  switch (thing.kind) {
    case 'idea':
      return readableIdea(work, thing.number)
    case 'contribution':
      return readableContribution(work, thing)
    case 'place':
      return readableContribution(work, thing)
    case 'account':
      return account(work, thing.handle)
    case 'page':
      return null
  }
}

async function account(work: Work, handle: string): Promise<string | null> {
  const row = await work.tx
    .selectFrom('account')
    .select('id')
    .where('handle', '=', handle)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  return row ? `account:${row.id}` : null
}

async function readableIdea(work: Work, number: number): Promise<string | null> {
  const row = await work.tx
    .selectFrom('idea')
    .select('id')
    .where('number', '=', number)
    .where((eb) => ideaVisibleTo(work.actor)(eb as never))
    .executeTakeFirst()
  return row ? `idea:${row.id}` : null
}

async function readableContribution(
  work: Work,
  place: { readonly publicNumber: number } | { readonly ideaNumber: number; readonly number: number },
): Promise<string | null> {
  const row = await work.tx
    .selectFrom('contribution')
    .leftJoin('idea', 'idea.conversationId', 'contribution.conversationId')
    .select('contribution.id')
    .where((eb) => contributionVisibleTo(work.actor)(eb as never))
    .$if('publicNumber' in place, (q) =>
      q.where('contribution.publicNumber', '=', 'publicNumber' in place ? place.publicNumber : 0),
    )
    .$if('ideaNumber' in place, (q) =>
      q
        .where('idea.number', '=', 'ideaNumber' in place ? place.ideaNumber : 0)
        .where('contribution.number', '=', 'ideaNumber' in place ? place.number : 0),
    )
    .executeTakeFirst()
  return row ? `contribution:${row.id}` : null
}
