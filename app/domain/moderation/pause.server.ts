// Pausing an account: one moderator proposes, another one confirms. Reading and objecting stay open to the person.
import { getAccount, saveAccount } from '../people/account.server.ts'
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { getMeasure, keepMeasure, saveMeasure } from './measure.server.ts'
import {
  confirmPause as confirm,
  dropPause as drop,
  type Grounds,
  type Measure,
  proposePause,
} from './measure.ts'
import { getReport, keyOfReport, saveReport } from './report.server.ts'
import { answerReport } from './report-answer.server.ts'
import { tellOfMeasure } from './tell.server.ts'

export interface OnPause {
  readonly measureId: string
  readonly version: number
}

/** First pair of eyes: nothing happens to the account yet. */
export async function pauseAccount(
  work: Work,
  input: {
    readonly accountId: string
    readonly days: number
    readonly grounds: Grounds
    readonly reportId?: string | null
  },
): Promise<{ measureId: string }> {
  const account = await getAccount(work.tx, input.accountId)
  work.require('account.pause', { kind: 'account', id: account.id })
  const subject = `account:${account.id}`
  if (await standingPause(work, subject)) throw refuse('somebody_was_faster')
  const made = {
    id: work.newId(),
    subject,
    affectedId: account.id,
    space: 'town',
    byId: work.actor.accountId ?? '',
    reportId: input.reportId ?? null,
  }
  const measure = proposePause(made, input.grounds, input.days, work.now)
  await keepMeasure(work, measure)
  await work.record({ type: 'account.pause-proposed', measureId: measure.id })
  return { measureId: measure.id }
}

/** Second pair of eyes: from now on the account may read only, and the report that led here is answered. */
export const confirmPause = prepared(
  async (platform, input: OnPause) => ({ ...input, keyOf: (id: string) => keyOfReport(platform, id) }),
  async (work: Work, input): Promise<void> => {
    const measure = await readPause(work, input)
    const confirmed = confirm(measure, work.actor.accountId, work.now)
    const account = await getAccount(work.tx, measure.affectedId ?? '')
    await saveMeasure(work, confirmed)
    await saveAccount(work, { ...account, pausedUntil: confirmed.untilAt })
    await work.record({ type: 'account.paused', accountId: account.id, measureId: measure.id })
    await tellOfMeasure(work, confirmed)
    if (measure.reportId === null) return
    const answer = {
      decision: 'acted',
      text: measure.reason,
      measureId: measure.id,
      did: measure.kind,
    } as const
    await answerReport(work, await getReport(work.tx, measure.reportId), answer, input.keyOf)
  },
)

/** The second moderator says no, or the first takes it back: the report that led here is open again. */
export async function dropPause(work: Work, input: OnPause): Promise<void> {
  const measure = await readPause(work, input)
  await saveMeasure(work, drop(measure, work.actor.accountId, work.now))
  await work.record({ type: 'account.pause-dropped', measureId: measure.id })
  if (measure.reportId === null) return
  await saveReport(work, { ...(await getReport(work.tx, measure.reportId)), measureId: null })
}

/** Ends a pause after an objection; the measure itself is lifted by whoever decides on that. */
export async function resumeAccount(work: Work, measure: Measure): Promise<void> {
  const account = await getAccount(work.tx, measure.affectedId ?? '')
  await saveAccount(work, { ...account, pausedUntil: null })
  await work.record({ type: 'account.resumed', accountId: account.id, measureId: measure.id })
}

async function readPause(work: Work, input: OnPause): Promise<Measure> {
  const measure = await getMeasure(work.tx, input.measureId)
  if (measure.kind !== 'pause_account') throw refuse('not_found')
  work.require('account.pause', { kind: 'account', id: measure.affectedId ?? '' })
  if (measure.version !== input.version) throw refuse('somebody_was_faster')
  return measure
}

/** True while one is proposed or runs. */
async function standingPause(work: Work, subject: string): Promise<boolean> {
  const standing = await work.tx
    .selectFrom('measure')
    .select('id')
    .where('subject', '=', subject)
    .where('kind', '=', 'pause_account')
    .where('liftedAt', 'is', null)
    .where((eb) => eb.or([eb('confirmedAt', 'is', null), eb('untilAt', '>', work.now)]))
    .executeTakeFirst()
  return standing !== undefined
}
