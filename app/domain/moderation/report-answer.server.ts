// Closes a report: the answer is kept, told to whoever filed it, and nobody answers twice.
import type { Work } from '../run.server.ts'
import type { MeasureKind } from './measure.ts'
import { getReport, saveReport } from './report.server.ts'
import { decide, type Report, type ReportDecision } from './report.ts'
import { tellOfReportDecision } from './tell.server.ts'
import { findThing } from './thing.server.ts'

/** Seals which report an objection is about; given by the platform before the transaction. */
export type KeyOf = (reportId: string) => string

export async function answerReport(
  work: Work,
  report: Report,
  answer: {
    readonly decision: ReportDecision
    readonly text: string
    readonly measureId: string | null
    readonly did: MeasureKind | null
  },
  keyOf: KeyOf,
): Promise<void> {
  const thing = await findThing(work.tx, report.subject)
  const earlier = report.appealOfId === null ? null : await getReport(work.tx, report.appealOfId)
  const decided = decide(
    report,
    {
      ...answer,
      byId: work.actor.accountId,
      authorId: thing?.authorId ?? null,
      earlierById: earlier?.decidedById ?? null,
    },
    work.now,
  )
  await saveReport(work, decided)
  await work.record({ type: 'report.decided', reportId: report.id })
  await tellOfReportDecision(work, decided, answer.did, keyOf(report.id))
}
