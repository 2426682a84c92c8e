// Puts the mails of moderation into the outbox, in the transaction of the deed they tell of.
import { queueMail, queueMailTo } from '../notices/outbox.server.ts'
import type { Work } from '../run.server.ts'
import { type Appeal, appealUntil } from './appeal.ts'
import {
  appealDecidedMail,
  appealReceivedMail,
  measureMail,
  reportDecidedMail,
  reportReceivedMail,
} from './mails.ts'
import { daysAfter, type Measure } from './measure.ts'
import type { Report } from './report.ts'
import { findThing } from './thing.server.ts'

/** Whoever wrote the text learns what was done, why, and how to object. A guest reads it with the secret word. */
export async function tellOfMeasure(work: Work, measure: Measure): Promise<void> {
  if (measure.affectedId === null) return
  const thing = await findThing(work.tx, measure.subject)
  const data = measureMail({
    ...measure,
    title: thing?.title ?? '',
    number: thing?.number ?? 0,
    reported: measure.reportId !== null,
    objectUntil: appealUntil(measure, work.platform.town.rules.objectionDays),
    link: linkIn(work, await languageOf(work, measure.affectedId), `/konto/massnahmen/${measure.id}`),
  })
  await queueMailTo(work, measure.affectedId, { kind: 'measure', topic: null, data })
}

export async function tellOfAppeal(work: Work, measure: Measure): Promise<void> {
  if (measure.affectedId === null) return
  const thing = await findThing(work.tx, measure.subject)
  const data = appealReceivedMail(measure.kind, thing?.title ?? '')
  await queueMailTo(work, measure.affectedId, { kind: 'objection-received', topic: null, data })
}

export async function tellOfAppealDecision(work: Work, measure: Measure, appeal: Appeal): Promise<void> {
  if (measure.affectedId === null || appeal.outcome === null) return
  const thing = await findThing(work.tx, measure.subject)
  const decision = { outcome: appeal.outcome, reason: appeal.outcomeText ?? '' }
  const data = appealDecidedMail(measure.kind, thing?.title ?? '', decision)
  await queueMailTo(work, measure.affectedId, { kind: 'objection-decided', topic: null, data })
}

export async function tellOfReceipt(work: Work, report: Report): Promise<void> {
  const data = reportReceivedMail(report.number, work.platform.town.rules.reportAnswerHours)
  await writeToReporter(work, report, 'report-received', () => data)
}

/** `key`: what the link to object carries, since whoever reported may have no account. */
export async function tellOfReportDecision(
  work: Work,
  report: Report,
  did: Measure['kind'] | null,
  key: string,
): Promise<void> {
  await writeToReporter(work, report, 'report-decided', (language) =>
    reportDecidedMail({
      number: report.number,
      barrier: report.rule === 'barrier',
      did: did === 'refuse_idea' ? null : did,
      text: report.decisionText ?? '',
      objectUntil: daysAfter(report.decidedAt ?? work.now, work.platform.town.rules.objectionDays),
      link: linkIn(work, language, `/melden/widerspruch?k=${key}`),
    }),
  )
}

async function writeToReporter(
  work: Work,
  report: Report,
  kind: string,
  data: (language: string) => ReturnType<typeof reportReceivedMail>,
): Promise<void> {
  if (report.reporterId !== null) {
    const language = await languageOf(work, report.reporterId)
    await queueMailTo(work, report.reporterId, { kind, topic: null, data: data(language) })
  } else if (report.reporterMail !== null) {
    // Whose address a guest typed nobody knows: greeted without the name, the mail carries no word of the sender.
    await queueMail(work, {
      kind,
      address: report.reporterMail,
      accountId: null,
      language: report.language,
      data: data(report.language),
    })
  }
}

async function languageOf(work: Work, accountId: string): Promise<string> {
  const row = await work.tx
    .selectFrom('account')
    .select('language')
    .where('id', '=', accountId)
    .executeTakeFirst()
  return row?.language ?? 'de'
}

/** German addresses stand bare, as everywhere. */
function linkIn(work: Work, language: string, path: string): string {
  return `${work.platform.baseUrl}${language === 'de' ? '' : `/${language}`}${path}`
}
