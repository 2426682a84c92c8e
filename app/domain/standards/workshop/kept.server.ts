// The draft of a section in the database, and how the clauses as they stand today come into its document.
import type { Kysely } from 'kysely'
import type * as Y from 'yjs'
import { fromJson } from '#db/columns.ts'
import type { Tables } from '#db/tables.ts'
import { asClause } from '../clause.server.ts'
import type { Clause } from '../clause.ts'
import { rewrite, wordsOf } from './document.server.ts'
import { asClauseText, meet } from './draft.ts'

/** Per clause: the version whose words the document has taken in, and for one that is closed what was told of since. */
export type Merged = Readonly<Record<string, { readonly of: number; readonly told?: string }>>

export interface Draft {
  readonly generation: string
  readonly state: Uint8Array
  readonly merged: Merged
  readonly unsettledSince: string | null
  readonly writerId: string | null
  readonly savedAt: string
  readonly version: number
}

export interface Aside {
  readonly clauseId: string
  readonly why: 'collided' | 'struck' | 'adopted'
  readonly base: string
  readonly ours: string
  readonly theirs: string
}

export interface MetRows {
  readonly merged: Merged
  readonly asides: readonly Aside[]
  /** The clauses the drafting group's pen still reaches. */
  readonly open: readonly Clause[]
}

export async function findDraft(db: Kysely<Tables>, sectionId: string): Promise<Draft | null> {
  const row = await db
    .selectFrom('sectionDraft')
    .selectAll()
    .where('sectionId', '=', sectionId)
    .executeTakeFirst()
  if (!row) return null
  return {
    ...row,
    version: Number(row.version),
    state: Buffer.from(row.state, 'base64'),
    merged: fromJson<Merged>(row.merged),
  }
}

/**
 * Brings the clauses as they stand today into the document: new ones come in, words saved by another way are merged,
 * and what was written into a clause that is closed by now is set aside.
 */
export async function meetRows(
  db: Kysely<Tables>,
  sectionId: string,
  document: Y.Doc,
  merged: Merged,
): Promise<MetRows> {
  const known = Object.keys(merged)
  const rows = await db
    .selectFrom('clause')
    .selectAll()
    .where((eb) => eb.or([eb('sectionId', '=', sectionId), ...(known.length ? [eb('id', 'in', known)] : [])]))
    .orderBy('id')
    .execute()
  const next: Record<string, Merged[string]> = {}
  const asides: Aside[] = []
  const open: Clause[] = []
  for (const clause of rows.map(asClause)) {
    const seen = merged[clause.id]
    const isOpen = clause.struckAt === null && clause.stage !== 'adopted' && clause.sectionId === sectionId
    if (isOpen) open.push(clause)
    if (!seen) {
      if (!isOpen) continue
      rewrite(document, clause.id, clause.text)
      next[clause.id] = { of: clause.version }
      continue
    }
    const live = wordsOf(document, clause.id)
    if (!isOpen) {
      const words = asClauseText(live)
      const before = seen.told ?? (await baseOf(db, clause.id, seen.of))
      if (words !== before && words !== clause.text)
        asides.push({
          ...{ clauseId: clause.id, why: clause.stage === 'adopted' ? 'adopted' : 'struck' },
          ...{ base: before, ours: words, theirs: clause.text },
        })
      next[clause.id] = { of: seen.of, told: words }
    } else if (clause.version === seen.of) {
      next[clause.id] = seen
    } else {
      const base = await baseOf(db, clause.id, seen.of)
      const met = meet(base, live, clause.text)
      rewrite(document, clause.id, met.text)
      if (met.collided)
        asides.push({ clauseId: clause.id, why: 'collided', base, ours: live, theirs: clause.text })
      next[clause.id] = { of: clause.version }
    }
  }
  return { merged: next, asides, open }
}

async function baseOf(db: Kysely<Tables>, clauseId: string, number: number): Promise<string> {
  const row = await db
    .selectFrom('clauseVersion')
    .select('text')
    .where('clauseId', '=', clauseId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.text ?? ''
}

/** Whether the document says something else than its clauses. */
export function isAhead(document: Y.Doc, open: readonly Clause[]): boolean {
  return open.some((clause) => asClauseText(wordsOf(document, clause.id)) !== clause.text)
}
