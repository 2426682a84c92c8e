// Standards in the database: find one, found one, publish it, give it its dates.
import type { Kysely } from 'kysely'
import type { StandardTable, Tables } from '#db/tables.ts'
import { may, town } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import type { Subject } from '../standing.ts'
import { standardMilestones } from './milestones.ts'
import { planConsultation } from './planned.server.ts'
import { isPublicStandard, type Standard } from './standard.ts'

export type StandardSubject = Extract<Subject, { kind: 'standard' }>

/** The standard with this id, or the refusal 'not_found'. */
export async function getStandard(db: Kysely<Tables>, id: string): Promise<StandardTable> {
  const row = await db.selectFrom('standard').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return row
}

/** The standard at this address, for one who may read it; else 'not_found', as if it were not there. */
export async function getReadableStandard(ask: Ask, slug: string): Promise<StandardTable> {
  const row = await ask.db.selectFrom('standard').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!row || !may(ask.actor, 'standard.read', standardSubject(row))) throw refuse('not_found')
  return row
}

/** A standard as the policy sees it; with an author, an amendment to it or a declaration about it. */
export function standardSubject(
  standard: Pick<Standard, 'id' | 'publishedAt' | 'bodySlug'>,
  authorId: string | null = null,
): StandardSubject {
  return {
    kind: 'standard',
    id: standard.id,
    public: isPublicStandard(standard),
    group: standard.bodySlug,
    authorId,
  }
}

/** Every standard the asker may read, the public ones for everybody; the one whose clock began first comes first. */
export async function listStandards(ask: Ask): Promise<readonly StandardTable[]> {
  const rows = await ask.db.selectFrom('standard').selectAll().orderBy('id').execute()
  return rows.filter((row) => may(ask.actor, 'standard.read', standardSubject(row)))
}

export interface NewStandard {
  readonly slug: string
  readonly title: string
  readonly about: string
  readonly bodySlug: string
}

export const foundStandard = prepared(
  async (platform, input: NewStandard) => ({
    ...input,
    aboutHtml: (await platform.render(input.about)).html,
  }),
  async (work: Work, input): Promise<{ id: string; slug: string }> => {
    work.require('standard.found', town)
    const group = await work.tx
      .selectFrom('body')
      .select('slug')
      .where('slug', '=', input.bodySlug)
      .executeTakeFirst()
    if (!group) throw refuse('not_found')
    const id = work.newId()
    const made = await work.tx
      .insertInto('standard')
      .values({
        id,
        ...input,
        publishedAt: null,
        withdrawnAt: null,
        withdrawnReason: null,
        consultFrom: null,
        consultUntil: null,
        reviewOn: null,
        startedOn: null,
        startDecision: null,
        months: 24,
        version: 1,
      })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw refuse('address_taken')
    await work.tx
      .insertInto('milestone')
      .values(standardMilestones.map((milestone) => ({ ...milestone, standardId: id, reachedOn: null })))
      .execute()
    await work.record({ type: 'standard.founded', standardId: id })
    return { id, slug: input.slug }
  },
)

/** From now on everybody reads it. */
export async function publishStandard(work: Work, input: { readonly standardId: string }): Promise<void> {
  const standard = await getStandard(work.tx, input.standardId)
  work.require('standard.steer', standardSubject(standard))
  if (standard.publishedAt !== null) return
  await saveStandard(work, { ...standard, publishedAt: work.now })
  await work.record({ type: 'standard.published', standardId: standard.id })
}

/** The days of the consultation: on the first every raw clause goes into consultation by itself. */
export async function setConsultation(
  work: Work,
  input: { readonly standardId: string; readonly from: string; readonly until: string },
): Promise<void> {
  const standard = await getStandard(work.tx, input.standardId)
  work.require('standard.steer', standardSubject(standard))
  if (input.until <= input.from) throw refuse('consultation_backwards')
  await saveStandard(work, { ...standard, consultFrom: input.from, consultUntil: input.until })
  await planConsultation(work, { id: standard.id, consultFrom: input.from, consultUntil: input.until })
  await work.record({ type: 'standard.consulted', standardId: standard.id })
}

export async function withdrawStandard(
  work: Work,
  input: { readonly standardId: string; readonly reason: string },
): Promise<void> {
  const standard = await getStandard(work.tx, input.standardId)
  work.require('standard.adopt', standardSubject(standard))
  if (standard.withdrawnAt !== null) throw refuse('standard_withdrawn')
  await saveStandard(work, { ...standard, withdrawnAt: work.now, withdrawnReason: input.reason })
  await work.record({ type: 'standard.withdrawn', standardId: standard.id })
}

export async function saveStandard(work: Work, standard: StandardTable): Promise<void> {
  const { id, version, ...rest } = standard
  const saved = await work.tx
    .updateTable('standard')
    .set({ ...rest, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw refuse('somebody_was_faster')
}
