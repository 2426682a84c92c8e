// Sections: their titles, the notes of those who draft, and how far all of their clauses have come.
import { addLifelineStep } from '../lifelines.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { getSection, listStanding, saveClause } from './clause.server.ts'
import { type ClauseStage, setStage } from './clause.ts'
import { getStandard, standardSubject } from './standard.server.ts'

export async function addSection(
  work: Work,
  input: { readonly standardId: string; readonly title: string },
): Promise<{ id: string; place: number }> {
  const standard = await getStandard(work.tx, input.standardId)
  work.require('standard.draft', standardSubject(standard))
  const section = await appendSection(work, standard.id, input.title)
  await work.record({ type: 'standard.changed', standardId: standard.id })
  return section
}

/** Behind the last one. Asks nobody and tells nobody: the deed around it does. */
export async function appendSection(
  work: Work,
  standardId: string,
  title: string,
): Promise<{ id: string; place: number }> {
  const last = await work.tx
    .selectFrom('section')
    .select((eb) => eb.fn.max('place').as('place'))
    .where('standardId', '=', standardId)
    .executeTakeFirst()
  const section = { id: work.newId(), place: Number(last?.place ?? 0) + 1 }
  await work.tx
    .insertInto('section')
    .values({ ...section, standardId, title, note: '', version: 1 })
    .execute()
  return section
}

/** The section's title and the note that only the drafting group reads. */
export async function editSection(
  work: Work,
  input: {
    readonly sectionId: string
    readonly title: string
    readonly note: string
    readonly version: number
  },
): Promise<void> {
  const section = await getSection(work.tx, input.sectionId)
  const standard = await getStandard(work.tx, section.standardId)
  work.require('standard.draft', standardSubject(standard))
  const saved = await work.tx
    .updateTable('section')
    .set({ title: input.title, note: input.note, version: input.version + 1 })
    .where('id', '=', section.id)
    .where('version', '=', input.version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw refuse('somebody_was_faster')
  await work.record({ type: 'standard.changed', standardId: standard.id })
}

/** How far a whole section has come; adopted clauses stay adopted. */
export async function stageSection(
  work: Work,
  input: { readonly sectionId: string; readonly stage: Exclude<ClauseStage, 'adopted'> },
): Promise<void> {
  const section = await getSection(work.tx, input.sectionId)
  const standard = await getStandard(work.tx, section.standardId)
  work.require('standard.steer', standardSubject(standard))
  for (const clause of await listStanding(work.tx, section.id)) {
    if (clause.stage === 'adopted' || clause.stage === input.stage) continue
    await saveClause(work, setStage(clause, input.stage))
    if (input.stage !== 'raw') await addLifelineStep(work, `clause:${clause.id}`, input.stage)
    await work.record({
      type: 'clause.staged',
      standardId: standard.id,
      clauseId: clause.id,
      stage: input.stage,
    })
  }
}
