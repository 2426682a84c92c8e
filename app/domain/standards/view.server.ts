// A standard as its pages show it: sections, clauses with what is said and proposed about each, and how one may act.
import type { SectionTable, StandardTable } from '#db/tables.ts'
import { isNumber } from '../numbers.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { openAmendmentStates } from './amendment.ts'
import { asClause } from './clause.server.ts'
import {
  type Clause,
  clauseNumber,
  plainIsOutdated,
  readClauseNumber,
  type ShownStage,
  sectionStage,
  shownStage,
} from './clause.ts'
import type { SectionStage } from './programme.ts'

export interface ReadClause {
  readonly id: string
  readonly number: string
  readonly html: string
  readonly text: string
  readonly stage: ShownStage
  readonly comments: number
  readonly openAmendments: number
  readonly version: number
  readonly plainHtml: string | null
  readonly plainOutdated: boolean
}

export interface ReadSection {
  readonly id: string
  readonly place: number
  readonly title: string
  readonly stage: SectionStage
  /** Open amendments, of clauses that stand and of new ones. */
  readonly openAmendments: number
  readonly clauses: readonly ReadClause[]
}

/** Everything on the reading page in four queries, however long the standard. Ask for the standard first. */
export async function readSections(
  ask: Pick<Ask, 'db'>,
  standardId: string,
): Promise<readonly ReadSection[]> {
  const [sections, clauses, talks, parts] = await Promise.all([
    ask.db
      .selectFrom('section')
      .select(['id', 'place', 'title'])
      .where('standardId', '=', standardId)
      .orderBy('place')
      .execute(),
    ask.db
      .selectFrom('clause')
      .selectAll()
      .where('standardId', '=', standardId)
      .where('struckAt', 'is', null)
      .orderBy('place')
      .execute(),
    ask.db
      .selectFrom('conversation')
      .innerJoin('clause', 'clause.conversationId', 'conversation.id')
      .select(['clause.id', 'conversation.contributionCount'])
      .where('clause.standardId', '=', standardId)
      .execute(),
    listOpenParts(ask, standardId),
  ])
  const comments = new Map(talks.map(({ id, contributionCount }) => [id, contributionCount]))
  const amendmentsTo = new Map<string, Set<string>>()
  for (const { clauseId, amendmentId } of parts) {
    if (clauseId === null) continue
    const those = amendmentsTo.get(clauseId) ?? new Set()
    amendmentsTo.set(clauseId, those.add(amendmentId))
  }
  return sections.map((section) => {
    const own = clauses.filter(({ sectionId }) => sectionId === section.id).map(asClause)
    return {
      ...section,
      stage: sectionStage(own),
      openAmendments: distinct(parts.filter(({ sectionId }) => sectionId === section.id)),
      clauses: own.map((clause) => {
        const open = amendmentsTo.get(clause.id)?.size ?? 0
        return {
          id: clause.id,
          number: clauseNumber(section.place, clause) ?? '',
          html: clause.html,
          text: clause.text,
          stage: shownStage(clause, open),
          comments: comments.get(clause.id) ?? 0,
          openAmendments: open,
          version: clause.version,
          plainHtml: clause.plainHtml,
          plainOutdated: plainIsOutdated(clause),
        }
      }),
    }
  })
}

/** The clause at `3.2`, or by its id once it stands nowhere; with the section it belongs to. */
export async function findClause(
  ask: Pick<Ask, 'db'>,
  standard: Pick<StandardTable, 'id'>,
  address: string,
): Promise<{ readonly clause: Clause; readonly section: { place: number; title: string } }> {
  const number = readClauseNumber(address)
  const row = await ask.db
    .selectFrom('clause')
    .innerJoin('section', 'section.id', 'clause.sectionId')
    .selectAll('clause')
    .select(['section.place as sectionPlace', 'section.title as sectionTitle'])
    .where('clause.standardId', '=', standard.id)
    .$if(number !== null, (query) =>
      query
        .where('section.place', '=', number?.section ?? 0)
        .where('clause.place', '=', number?.place ?? 0)
        .where('clause.struckAt', 'is', null),
    )
    .$if(number === null, (query) => query.where('clause.id', '=', address))
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  const { sectionPlace, sectionTitle, ...clause } = row
  return { clause: asClause(clause), section: { place: sectionPlace, title: sectionTitle } }
}

/** The numbers of the sections. */
export async function listSectionPlaces(
  ask: Pick<Ask, 'db'>,
  standardId: string,
): Promise<readonly number[]> {
  const rows = await ask.db
    .selectFrom('section')
    .select('place')
    .where('standardId', '=', standardId)
    .orderBy('place')
    .execute()
  return rows.map(({ place }) => place)
}

/** The section with this number. */
export async function findSection(
  ask: Pick<Ask, 'db'>,
  standardId: string,
  place: number,
): Promise<SectionTable> {
  const section = isNumber(place)
    ? await ask.db
        .selectFrom('section')
        .selectAll()
        .where('standardId', '=', standardId)
        .where('place', '=', place)
        .executeTakeFirst()
    : undefined
  if (!section) throw refuse('not_found')
  return section
}

export interface ReadVersion {
  readonly number: number
  readonly text: string
  readonly html: string
  readonly at: string
  readonly how: string
  readonly by: string | null
  /** The number of the amendment that made it, such as 6 for Ä6. */
  readonly amendment: number | null
  readonly decision: string | null
}

/** Every version of a clause, the newest first. */
export async function listClauseVersions(
  ask: Pick<Ask, 'db'>,
  clauseId: string,
): Promise<readonly ReadVersion[]> {
  return ask.db
    .selectFrom('clauseVersion')
    .leftJoin('account', 'account.id', 'clauseVersion.byId')
    .leftJoin('amendment', 'amendment.id', 'clauseVersion.amendmentId')
    .select(['clauseVersion.number', 'clauseVersion.text', 'clauseVersion.html', 'clauseVersion.at'])
    .select(['clauseVersion.how', 'clauseVersion.decision'])
    .select(['account.name as by', 'amendment.number as amendment'])
    .where('clauseVersion.clauseId', '=', clauseId)
    .orderBy('clauseVersion.number', 'desc')
    .execute()
}

/** What made new versions of clauses between two moments, in their order: by whom it was proposed, why, by which vote. */
export async function listChangesBetween(ask: Pick<Ask, 'db'>, standardId: string, from: string, to: string) {
  return ask.db
    .selectFrom('clauseVersion')
    .innerJoin('clause', 'clause.id', 'clauseVersion.clauseId')
    .leftJoin('amendment', 'amendment.id', 'clauseVersion.amendmentId')
    .select(['clauseVersion.clauseId', 'clauseVersion.number', 'clauseVersion.how', 'clauseVersion.decision'])
    .select(['amendment.number as amendment', 'amendment.reason'])
    .where('clause.standardId', '=', standardId)
    .where('clauseVersion.at', '>', from)
    .where('clauseVersion.at', '<=', to)
    .orderBy('clauseVersion.at')
    .orderBy('clauseVersion.number')
    .execute()
}

/** Clauses that stand no more: where their conversations and versions are to be found. */
export async function listStruck(
  ask: Pick<Ask, 'db'>,
  standardId: string,
): Promise<readonly { readonly id: string; readonly text: string; readonly struckAt: string }[]> {
  const rows = await ask.db
    .selectFrom('clause')
    .select(['id', 'text', 'struckAt'])
    .where('standardId', '=', standardId)
    .where('struckAt', 'is not', null)
    .orderBy('struckAt', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, struckAt: row.struckAt ?? '' }))
}

async function listOpenParts(ask: Pick<Ask, 'db'>, standardId: string) {
  return ask.db
    .selectFrom('amendmentPart')
    .innerJoin('amendment', 'amendment.id', 'amendmentPart.amendmentId')
    .select(['amendmentPart.amendmentId', 'amendmentPart.clauseId', 'amendmentPart.sectionId'])
    .where('amendment.standardId', '=', standardId)
    .where('amendment.state', 'in', openAmendmentStates)
    .execute()
}

function distinct(parts: readonly { readonly amendmentId: string }[]): number {
  return new Set(parts.map(({ amendmentId }) => amendmentId)).size
}
