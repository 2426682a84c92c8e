// Measures in the database: kept with what they rest on, read by those whom they concern, named to everybody by their rule.
import type { Kysely } from 'kysely'
import type { MeasureTable, Tables } from '#db/tables.ts'
import type { Subject } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import type { Measure, MeasureKind, RuleNumber, Template } from './measure.ts'

/** The measure with this id, or the refusal 'not_found'. */
export async function getMeasure(db: Kysely<Tables>, id: string): Promise<Measure> {
  const row = await db.selectFrom('measure').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return asMeasure(row)
}

/** A measure as the policy sees it. */
export function measureSubject(
  measure: Pick<Measure, 'id' | 'affectedId' | 'space'>,
): Extract<Subject, { kind: 'measure' }> {
  return { kind: 'measure', id: measure.id, affectedId: measure.affectedId, space: measure.space }
}

/** The moderators' desk of a space, as the policy sees it. */
export function deskOf(space: string): Subject {
  return { kind: 'measure', id: '', affectedId: null, space }
}

export function asMeasure(row: MeasureTable): Measure {
  return {
    ...row,
    kind: row.kind as MeasureKind,
    rule: row.rule as RuleNumber,
    template: row.template as Template,
  }
}

export async function keepMeasure(work: Work, measure: Measure): Promise<void> {
  await work.tx.insertInto('measure').values(measure).execute()
}

/** Writes the measure back where nobody changed it meanwhile. */
export async function saveMeasure(work: Work, measure: Measure): Promise<void> {
  const { id, version, ...rest } = measure
  const saved = await work.tx
    .updateTable('measure')
    .set({ ...rest, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw refuse('somebody_was_faster')
}

/** What everybody may know of a measure: which rule and reason, never the sentence to its author. */
export interface PublicReason {
  readonly measureId: string
  readonly rule: RuleNumber
  readonly template: Template
  readonly at: string
}

/** Why a thing ('contribution:0198…') is hidden; null where no measure stands. */
export async function reasonOf(ask: Pick<Ask, 'db'>, subject: string): Promise<PublicReason | null> {
  return (await reasonsOf(ask, [subject])).get(subject) ?? null
}

/** The same for everything on one page, in one reading. */
export async function reasonsOf(
  ask: Pick<Ask, 'db'>,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, PublicReason>> {
  if (subjects.length === 0) return new Map()
  const rows = await ask.db
    .selectFrom('measure')
    .selectAll()
    .where('subject', 'in', [...subjects])
    .where('confirmedAt', 'is not', null)
    .where('liftedAt', 'is', null)
    .orderBy('at')
    .execute()
  return new Map(
    rows.map(asMeasure).map((row) => {
      const { id, rule, template, at } = row
      return [row.subject, { measureId: id, rule, template, at }]
    }),
  )
}
