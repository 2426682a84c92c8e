// What a moderator does about a report: nothing and why, hide the text, or propose to pause the account.
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { deskOf, reasonOf } from './measure.server.ts'
import type { Grounds } from './measure.ts'
import { pauseAccount } from './pause.server.ts'
import { getReport, keyOfReport, saveReport } from './report.server.ts'
import type { Report } from './report.ts'
import { answerReport, type KeyOf } from './report-answer.server.ts'
import { hideContribution, hideIdea } from './text-measures.server.ts'
import { findThing } from './thing.server.ts'

export interface ReportAnswer {
  readonly reportId: string
  readonly version: number
  readonly answer:
    | { readonly kind: 'keep'; readonly text: string }
    /** `thingVersion`: the text the moderator read. */
    | { readonly kind: 'hide'; readonly grounds: Grounds; readonly thingVersion: number }
    | { readonly kind: 'pause'; readonly grounds: Grounds; readonly days: number }
}

export const decideReport = prepared(
  async (platform, input: ReportAnswer) => ({ ...input, keyOf: (id: string) => keyOfReport(platform, id) }),
  async (work: Work, input): Promise<void> => {
    const report = await getReport(work.tx, input.reportId)
    work.require('moderation.decide', deskOf(report.space))
    if (report.version !== input.version || report.decision !== null) throw refuse('somebody_was_faster')
    switch (input.answer.kind) {
      case 'keep':
        return answerReport(
          work,
          report,
          { decision: 'kept', text: input.answer.text, measureId: null, did: null },
          input.keyOf,
        )
      case 'hide':
        return hide(work, report, input.answer, input.keyOf)
      case 'pause':
        return pause(work, report, input.answer)
    }
  },
)

async function hide(
  work: Work,
  report: Report,
  answer: { readonly grounds: Grounds; readonly thingVersion: number },
  keyOf: KeyOf,
): Promise<void> {
  const thing = await findThing(work.tx, report.subject)
  if (!thing || (thing.kind !== 'idea' && thing.kind !== 'contribution')) throw refuse('not_found')
  // Reported twice: the first answer hid the text already, and the second reporter is told the same.
  const standing = thing.state === 'hidden' ? await reasonOf({ db: work.tx }, report.subject) : null
  const on = { version: answer.thingVersion, grounds: answer.grounds, reportId: report.id }
  const measureId =
    standing?.measureId ??
    (thing.kind === 'idea'
      ? (await hideIdea(work, { ...on, ideaId: thing.id })).measureId
      : (await hideContribution(work, { ...on, contributionId: thing.id })).measureId)
  const did = thing.kind === 'idea' ? 'hide_idea' : 'hide_contribution'
  await answerReport(
    work,
    report,
    { decision: 'acted', text: answer.grounds.sentence, measureId, did },
    keyOf,
  )
}

/** The report waits for the second pair of eyes and is answered with their decision. */
async function pause(
  work: Work,
  report: Report,
  answer: { readonly grounds: Grounds; readonly days: number },
): Promise<void> {
  const thing = await findThing(work.tx, report.subject)
  if (!thing?.authorId) throw refuse('not_found')
  const { grounds, days } = answer
  const { measureId } = await pauseAccount(work, {
    accountId: thing.authorId,
    grounds,
    days,
    reportId: report.id,
  })
  await saveReport(work, { ...report, measureId })
}
