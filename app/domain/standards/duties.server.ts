// What the house does on its day: turns a consultation, reminds those who owe, asks again after a year.
import { addLifelineStep } from '../lifelines.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { getSection, listStanding, saveClause } from './clause.server.ts'
import { setStage } from './clause.ts'
import { getStandard, standardSubject } from './standard.server.ts'
import type { ConsultationTurn } from './standard.ts'

/** On the first day every raw clause goes into consultation. Dates that were changed meanwhile have jobs of their own. */
export async function turnConsultation(
  work: Work,
  input: {
    readonly standardId: string
    readonly to: ConsultationTurn
    readonly consultFrom: string
    readonly consultUntil: string
  },
): Promise<void> {
  const standard = await getStandard(work.tx, input.standardId)
  work.require('standard.remind', standardSubject(standard))
  if (standard.consultFrom !== input.consultFrom || standard.consultUntil !== input.consultUntil) return
  if (standard.publishedAt === null || standard.withdrawnAt !== null) return
  if (input.to === 'open') await consultRaw(work, standard.id)
  await work.record({ type: 'standard.consultation-turned', standardId: standard.id, to: input.to })
}

async function consultRaw(work: Work, standardId: string): Promise<void> {
  const sections = await work.tx
    .selectFrom('section')
    .select('id')
    .where('standardId', '=', standardId)
    .orderBy('place')
    .execute()
  for (const { id } of sections) {
    for (const clause of await listStanding(work.tx, id)) {
      if (clause.stage !== 'raw') continue
      await saveClause(work, setStage(clause, 'consulted'))
      await addLifelineStep(work, `clause:${clause.id}`, 'consulted')
      await work.record({ type: 'clause.staged', standardId, clauseId: clause.id, stage: 'consulted' })
    }
  }
}

/** One that is done is not spoken of again. */
export async function remindSectionTask(work: Work, input: { readonly taskId: string }): Promise<void> {
  const task = await work.tx
    .selectFrom('sectionTask')
    .select(['id', 'sectionId', 'doneAt'])
    .where('id', '=', input.taskId)
    .executeTakeFirst()
  if (!task) throw refuse('not_found')
  const section = await getSection(work.tx, task.sectionId)
  const standard = await getStandard(work.tx, section.standardId)
  work.require('standard.remind', standardSubject(standard))
  if (task.doneAt !== null) return
  await work.record({ type: 'task.reminded', standardId: standard.id, taskId: task.id })
}

/** A year after an organisation said it works by a section, it is asked whether it still does. */
export async function remindDeclaration(
  work: Work,
  input: { readonly declarationId: string },
): Promise<void> {
  const declaration = await work.tx
    .selectFrom('declaration')
    .select(['id', 'standardId', 'withdrawnAt'])
    .where('id', '=', input.declarationId)
    .executeTakeFirst()
  if (!declaration) throw refuse('not_found')
  const standard = await getStandard(work.tx, declaration.standardId)
  work.require('standard.remind', standardSubject(standard))
  if (declaration.withdrawnAt !== null) return
  await work.record({
    type: 'declaration.review-due',
    standardId: standard.id,
    declarationId: declaration.id,
  })
}

export async function remindStandardReview(
  work: Work,
  input: { readonly standardId: string; readonly reviewOn: string },
): Promise<void> {
  const standard = await getStandard(work.tx, input.standardId)
  work.require('standard.remind', standardSubject(standard))
  if (standard.reviewOn !== input.reviewOn || standard.withdrawnAt !== null) return
  await work.record({ type: 'standard.review-due', standardId: standard.id })
}
