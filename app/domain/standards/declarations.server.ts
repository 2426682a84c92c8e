// “We work by it”: who says publicly that they follow an adopted section, dated and looked at again after a year.
import { dayIn } from '../meetings/clear-days.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { addMonths } from './calendar.ts'
import { getSection, listStanding } from './clause.server.ts'
import { planDeclarationReview } from './planned.server.ts'
import { getStandard, standardSubject } from './standard.server.ts'

export interface ReadDeclaration {
  readonly id: string
  readonly organisation: string
  readonly contact: string
  readonly section: number
  readonly sectionTitle: string
  readonly at: string
  readonly reviewOn: string
  readonly byId: string
}

/** Only a section that is adopted as a whole can be worked by. */
export async function declareToWorkBy(
  work: Work,
  input: { readonly sectionId: string; readonly organisation: string; readonly contact: string },
): Promise<{ id: string }> {
  const section = await getSection(work.tx, input.sectionId)
  const standard = await getStandard(work.tx, section.standardId)
  work.require('standard.read', standardSubject(standard))
  work.require('standard.declare', standardSubject(standard))
  const clauses = await listStanding(work.tx, section.id)
  if (clauses.length === 0 || clauses.some(({ stage }) => stage !== 'adopted')) {
    throw refuse('section_not_adopted')
  }
  const id = work.newId()
  const reviewOn = addMonths(dayIn(work.now, work.platform.town.timeZone), 12)
  await work.tx
    .insertInto('declaration')
    .values({
      id,
      standardId: standard.id,
      sectionId: section.id,
      organisation: input.organisation,
      contact: input.contact,
      byId: work.actor.accountId ?? '',
      at: work.now,
      reviewOn,
      withdrawnAt: null,
    })
    .execute()
  await planDeclarationReview(work, { id, reviewOn })
  await work.record({ type: 'declaration.made', standardId: standard.id, declarationId: id })
  return { id }
}

/** It stood there for a while; now it does not. No reason is asked. */
export async function withdrawDeclaration(
  work: Work,
  input: { readonly declarationId: string },
): Promise<void> {
  const row = await getOwn(work, input.declarationId)
  if (row.withdrawnAt !== null) return
  await work.tx.updateTable('declaration').set({ withdrawnAt: work.now }).where('id', '=', row.id).execute()
  await work.record({ type: 'declaration.withdrawn', standardId: row.standardId, declarationId: row.id })
}

/** After a year: it still holds, and is asked again in another one. */
export async function confirmDeclaration(
  work: Work,
  input: { readonly declarationId: string },
): Promise<void> {
  const row = await getOwn(work, input.declarationId)
  const today = dayIn(work.now, work.platform.town.timeZone)
  if (row.withdrawnAt !== null || row.reviewOn > today) return
  const reviewOn = addMonths(today, 12)
  await work.tx.updateTable('declaration').set({ reviewOn }).where('id', '=', row.id).execute()
  await planDeclarationReview(work, { id: row.id, reviewOn })
  await work.record({ type: 'declaration.confirmed', standardId: row.standardId, declarationId: row.id })
}

/** Whoever may take it back may confirm it too. */
async function getOwn(work: Work, declarationId: string) {
  const row = await work.tx
    .selectFrom('declaration')
    .selectAll()
    .where('id', '=', declarationId)
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  const standard = await getStandard(work.tx, row.standardId)
  work.require('declaration.withdraw', standardSubject(standard, row.byId))
  return row
}

/** Those that stand, in the order of their sections. Ask for the standard first. */
export async function listDeclarations(
  ask: Pick<Ask, 'db'>,
  standardId: string,
): Promise<readonly ReadDeclaration[]> {
  return ask.db
    .selectFrom('declaration')
    .innerJoin('section', 'section.id', 'declaration.sectionId')
    .select(['declaration.id', 'declaration.organisation', 'declaration.contact', 'declaration.at'])
    .select(['declaration.reviewOn', 'declaration.byId'])
    .select(['section.place as section', 'section.title as sectionTitle'])
    .where('declaration.standardId', '=', standardId)
    .where('declaration.withdrawnAt', 'is', null)
    .orderBy('section.place')
    .orderBy('declaration.at')
    .execute()
}
