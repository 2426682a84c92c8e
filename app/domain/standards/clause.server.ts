// Clauses in the database: find one, keep one with its version, and give the clauses of a section their places.
import type { Kysely } from 'kysely'
import type { ClauseTable, SectionTable, Tables } from '#db/tables.ts'
import { addLifelineStep } from '../lifelines.server.ts'
import type { LifelineKind } from '../lifelines.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import type { Clause, ClauseStage } from './clause.ts'
import { indexClause } from './search.server.ts'

export type ClauseOrigin = 'drafted' | 'edited' | 'amended' | 'split' | 'joined' | 'adopted'

export async function getClause(db: Kysely<Tables>, id: string): Promise<Clause> {
  const row = await db.selectFrom('clause').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return asClause(row)
}

export async function getSection(db: Kysely<Tables>, id: string): Promise<SectionTable> {
  const row = await db.selectFrom('section').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return row
}

export function asClause(row: ClauseTable): Clause {
  return { ...row, stage: row.stage as ClauseStage }
}

/** The clauses that stand in a section, in their order. */
export async function listStanding(db: Kysely<Tables>, sectionId: string): Promise<readonly Clause[]> {
  const rows = await db
    .selectFrom('clause')
    .selectAll()
    .where('sectionId', '=', sectionId)
    .where('struckAt', 'is', null)
    .orderBy('place')
    .execute()
  return rows.map(asClause)
}

/** Puts a new clause at the end of a section, with its first version and its conversation. */
export async function insertClause(
  work: Work,
  section: Pick<SectionTable, 'id' | 'standardId'>,
  words: Pick<Clause, 'text' | 'html' | 'sanitiser' | 'stage'>,
  origin: Origin,
): Promise<Clause> {
  const id = work.newId()
  const clause: Clause = {
    id,
    standardId: section.standardId,
    sectionId: section.id,
    conversationId: await openConversation(work, 'clause', id),
    place: (await listStanding(work.tx, section.id)).length + 1,
    version: 1,
    plainText: null,
    plainHtml: null,
    plainOf: null,
    struckAt: null,
    joinedIntoId: null,
    ...words,
  }
  await work.tx.insertInto('clause').values(clause).execute()
  await keepVersion(work, clause, origin)
  return clause
}

export interface Origin {
  readonly how: ClauseOrigin
  /** Whose words they are, where that is somebody else than the one who saves. */
  readonly byId?: string | null
  readonly amendmentId?: string
  readonly decision?: string
}

/**
 * Writes new words where nobody wrote others meanwhile, keeps them as a version, and finds them in the search.
 * `clause` holds the new words and the number of the new version already.
 */
export async function saveWords(work: Work, clause: Clause, origin: Origin): Promise<void> {
  const { text, html, sanitiser, version } = clause
  const saved = await work.tx
    .updateTable('clause')
    .set({ text, html, sanitiser, version, stage: clause.stage })
    .where('id', '=', clause.id)
    .where('version', '=', version - 1)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw refuse('somebody_was_faster')
  await keepVersion(work, clause, origin)
}

/** It stands no more: found no longer, its line ends here, its versions and its conversation stay. */
export async function saveStruck(work: Work, clause: Clause): Promise<void> {
  await saveClause(work, clause)
  await indexClause(work, clause)
  await addLifelineStep(work, `clause:${clause.id}`, 'struck')
}

/** Everything about a clause but its words. */
export async function saveClause(work: Work, clause: Clause): Promise<void> {
  const { id, version, text: _text, html: _html, sanitiser: _sanitiser, ...rest } = clause
  const saved = await work.tx
    .updateTable('clause')
    .set(rest)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw refuse('somebody_was_faster')
}

async function keepVersion(work: Work, clause: Clause, origin: Origin): Promise<void> {
  await work.tx
    .insertInto('clauseVersion')
    .values({
      clauseId: clause.id,
      number: clause.version,
      text: clause.text,
      html: clause.html,
      at: work.now,
      byId: origin.byId === undefined ? work.actor.accountId : origin.byId,
      how: origin.how,
      amendmentId: origin.amendmentId ?? null,
      decision: origin.decision ?? null,
    })
    .execute()
  await indexClause(work, clause)
  await addLifelineStep(work, `clause:${clause.id}`, hops[origin.how], { note: origin.decision ?? null })
}

const hops = {
  drafted: 'drafted',
  edited: 'reworded',
  amended: 'amended',
  split: 'split_clause',
  joined: 'joined_clause',
  adopted: 'clause_adopted',
} as const satisfies Readonly<Record<ClauseOrigin, LifelineKind>>

/** The places of a section anew, from 1 without gaps, in the order given. */
export async function renumber(work: Work, clauses: readonly Pick<Clause, 'id'>[]): Promise<void> {
  for (const [at, { id }] of clauses.entries()) {
    await work.tx
      .updateTable('clause')
      .set({ place: at + 1 })
      .where('id', '=', id)
      .execute()
  }
}

export async function openConversation(
  work: Work,
  subjectKind: 'clause' | 'amendment',
  subjectId: string,
): Promise<string> {
  const id = work.newId()
  await work.tx
    .insertInto('conversation')
    .values({
      id,
      subjectKind,
      subjectId,
      state: 'open',
      contributionCount: 0,
      movedAt: work.now,
      version: 1,
    })
    .execute()
  return id
}
