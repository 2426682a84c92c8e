// Clauses and amendments in the search: found by everybody who may read their standard, with the state they are in.
import { expressionBuilder } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Actor } from '../actor.ts'
import { functionIn } from '../meetings/roster.ts'
import type { Ask } from '../query.server.ts'
import type { Work } from '../run.server.ts'
import { putIntoIndex, removeFromIndex } from '../search/indexing.server.ts'
import type { AmendmentState } from './amendment.ts'
import { type Clause, type ClauseStage, clauseNumber } from './clause.ts'

export async function indexClause(work: Work, clause: Clause): Promise<void> {
  if (clause.struckAt !== null) return removeFromIndex(work, clause.id)
  const { title } = await work.tx
    .selectFrom('standard')
    .select('title')
    .where('id', '=', clause.standardId)
    .executeTakeFirstOrThrow()
  await putIntoIndex(work, {
    id: clause.id,
    kind: 'clause',
    subjectId: clause.standardId,
    title,
    body: clause.text,
  })
}

/** Found by its reason and by the words it proposes. */
export async function indexAmendment(
  work: Work,
  amendment: {
    readonly id: string
    readonly standardId: string
    readonly standard: string
    readonly reason: string
    readonly texts: readonly string[]
  },
): Promise<void> {
  await putIntoIndex(work, {
    id: amendment.id,
    kind: 'amendment',
    subjectId: amendment.standardId,
    title: amendment.standard,
    body: [amendment.reason, ...amendment.texts].join('\n\n'),
  })
}

const inside = (actor: Actor) => {
  const bodies = actor.memberships.map(({ body }) => body)
  return bodies.filter((body) => functionIn(actor, body) !== null)
}

export const clausesOpenTo = (actor: Actor) => readable('clause', actor)
export const amendmentsOpenTo = (actor: Actor) => readable('amendment', actor)

/** The same as `standard.read` says: public standards for all, a draft for its drafting group. */
function readable(table: 'clause' | 'amendment', actor: Actor) {
  const groups = inside(actor)
  return expressionBuilder<Tables, never>()
    .selectFrom(table)
    .innerJoin('standard', 'standard.id', `${table}.standardId`)
    .select(`${table}.id as id`)
    .where((eb) =>
      eb.or([
        eb('standard.publishedAt', 'is not', null),
        ...(groups.length > 0 ? [eb('standard.bodySlug', 'in', groups)] : []),
      ]),
    )
}

export interface FoundInStandard {
  readonly to: string
  readonly title: string
  /** '3.2' or 7. */
  readonly number: string
  readonly state: ClauseStage | AmendmentState
}

/** Where what was found stands today, by id. */
export async function placesInStandards(
  ask: Pick<Ask, 'db'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FoundInStandard>> {
  if (ids.length === 0) return new Map()
  const clauses = await ask.db
    .selectFrom('clause')
    .innerJoin('section', 'section.id', 'clause.sectionId')
    .innerJoin('standard', 'standard.id', 'clause.standardId')
    .select(['clause.id', 'clause.place', 'clause.stage', 'section.place as section'])
    .select(['standard.slug', 'standard.title'])
    .where('clause.id', 'in', [...ids])
    .execute()
  const amendments = await ask.db
    .selectFrom('amendment')
    .innerJoin('standard', 'standard.id', 'amendment.standardId')
    .select(['amendment.id', 'amendment.number', 'amendment.state', 'standard.slug', 'standard.title'])
    .where('amendment.id', 'in', [...ids])
    .execute()
  return new Map<string, FoundInStandard>([
    ...clauses.map((row): [string, FoundInStandard] => {
      const number = clauseNumber(row.section, row) ?? ''
      const { slug, title, stage } = row
      return [
        row.id,
        { to: `/standards/${slug}/absatz/${number || row.id}`, title, number, state: stage as ClauseStage },
      ]
    }),
    ...amendments.map(({ id, slug, title, number, state }): [string, FoundInStandard] => [
      id,
      {
        to: `/standards/${slug}/aenderungen/${number}`,
        title,
        number: String(number),
        state: state as AmendmentState,
      },
    ]),
  ])
}
