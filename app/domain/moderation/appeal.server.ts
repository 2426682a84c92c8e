// Objections: by the person whose text or account it is, or by whoever knows a guest idea's secret word.
import type { Kysely } from 'kysely'
import type { AppealTable, Tables } from '#db/tables.ts'
import { isNumber } from '../numbers.ts'
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { type Appeal, type AppealOutcome, decide, openAppeal } from './appeal.ts'
import { asMeasure, getMeasure, measureSubject, saveMeasure } from './measure.server.ts'
import { lift, type Measure } from './measure.ts'
import { resumeAccount } from './pause.server.ts'
import { tellOfAppeal, tellOfAppealDecision } from './tell.server.ts'
import { restoreText } from './text-measures.server.ts'

export async function appeal(
  work: Work,
  input: { readonly measureId: string; readonly text: string },
): Promise<{ appealId: string }> {
  const measure = await getMeasure(work.tx, input.measureId)
  work.require('measure.appeal', measureSubject(measure))
  return keepAppeal(work, measure, input.text)
}

/** A guest objects with the idea's number and its secret word. */
export const appealByWord = prepared(
  async (
    platform,
    input: { readonly ideaNumber: number; readonly secret: string; readonly text: string },
  ) => ({ ...input, secretHash: platform.hash(input.secret) }),
  async (work: Work, input): Promise<{ appealId: string }> => {
    const idea = await work.tx
      .selectFrom('idea')
      .select(['id', 'secretHash'])
      .where('number', '=', isNumber(input.ideaNumber) ? input.ideaNumber : 0)
      .executeTakeFirst()
    // The same answer whether the number or the word is wrong.
    if (!idea?.secretHash || idea.secretHash !== input.secretHash) throw refuse('secret_wrong')
    const row = await work.tx
      .selectFrom('measure')
      .selectAll()
      .where('subject', '=', `idea:${idea.id}`)
      .where('liftedAt', 'is', null)
      .orderBy('at', 'desc')
      .executeTakeFirst()
    if (!row) throw refuse('not_found')
    const measure = asMeasure(row)
    work.require('measure.appeal-by-word', measureSubject(measure))
    return keepAppeal(work, measure, input.text)
  },
)

export async function decideAppeal(
  work: Work,
  input: {
    readonly appealId: string
    readonly version: number
    readonly outcome: AppealOutcome
    readonly reason: string
  },
): Promise<void> {
  const row = await getAppeal(work.tx, input.appealId)
  const measure = await getMeasure(work.tx, row.measureId)
  work.require('appeal.decide', { ...measureSubject(measure), affectedId: null })
  if (row.version !== input.version) throw refuse('somebody_was_faster')
  const decided = decide(row, measure, { ...input, byId: work.actor.accountId }, work.now)
  await saveAppeal(work, decided)
  if (decided.outcome === 'restored') {
    await saveMeasure(work, lift(measure, work.now))
    if (measure.kind === 'pause_account') await resumeAccount(work, measure)
    else await restoreText(work, measure)
  }
  await work.record({ type: 'appeal.decided', measureId: measure.id, outcome: input.outcome })
  await tellOfAppealDecision(work, measure, decided)
}

export async function getAppeal(db: Kysely<Tables>, id: string): Promise<Appeal> {
  const row = await db.selectFrom('appeal').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return asAppeal(row)
}

export function asAppeal(row: AppealTable): Appeal {
  return { ...row, outcome: row.outcome as AppealOutcome | null }
}

async function keepAppeal(work: Work, measure: Measure, text: string): Promise<{ appealId: string }> {
  const earlier = await work.tx
    .selectFrom('appeal')
    .select('id')
    .where('measureId', '=', measure.id)
    .executeTakeFirst()
  if (earlier) throw refuse('appeal_made_already')
  const made = { id: work.newId(), byId: work.actor.accountId ?? '', text }
  const opened = openAppeal(made, measure, work.platform.town.rules.objectionDays, work.now)
  await work.tx.insertInto('appeal').values(opened).execute()
  await work.record({ type: 'measure.appealed', measureId: measure.id })
  await tellOfAppeal(work, measure)
  return { appealId: opened.id }
}

async function saveAppeal(work: Work, appealed: Appeal): Promise<void> {
  const { id, version, ...rest } = appealed
  const saved = await work.tx
    .updateTable('appeal')
    .set({ ...rest, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw refuse('somebody_was_faster')
}
