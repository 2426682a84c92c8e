// Which amendments cannot be adopted side by side without asking somebody.
import type { StandardTable } from '#db/tables.ts'
import { breather } from '../breather.server.ts'
import { groupedBy } from '../lists.ts'
import { isNumber } from '../numbers.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import {
  type AmendmentPart,
  isOpenAmendment,
  openAmendmentStates,
  type PartKind,
  partsCollide,
  placeOf,
} from './amendment.ts'
import { asRead, listRows, type ReadAmendment } from './amendment-view.server.ts'

export interface ComparedAmendment extends ReadAmendment {
  /** Numbers of open amendments that cannot be adopted beside it without asking somebody. */
  readonly collides: readonly number[]
}

/** All amendments to a standard by their number, each with what it collides with: words are compared only where two open ones meet. */
export async function compareAmendments(
  ask: Ask,
  standard: Pick<StandardTable, 'id'>,
): Promise<readonly ComparedAmendment[]> {
  const rows = await listRows(ask, standard)
  const openAt = groupedBy(
    rows.filter(({ state }) => isOpenAmendment(state)).flatMap(({ parts }) => parts),
    placeOf,
  )
  const numbers = new Map(rows.map(({ id, number }) => [id, number]))
  const breathe = breather()
  const collisions = new Map<string, readonly number[]>()
  for (const { id, state, parts } of rows) {
    const collides = new Set<number>()
    for (const part of isOpenAmendment(state) ? parts : []) {
      for (const other of openAt.get(placeOf(part)) ?? []) {
        if (other.amendmentId === id) continue
        await breathe()
        if (partsCollide(part, other, other.today ?? '')) collides.add(numbers.get(other.amendmentId) ?? 0)
      }
    }
    collisions.set(
      id,
      [...collides].sort((a, b) => a - b),
    )
  }
  const read = await asRead(ask, rows)
  return read.map((amendment) => ({ ...amendment, collides: collisions.get(amendment.id) ?? [] }))
}

/** One by its number, with what it collides with; 'not_found' where there is none. Reads no others but at its places. */
export async function readAmendment(
  ask: Ask,
  standard: Pick<StandardTable, 'id'>,
  number: number,
): Promise<ComparedAmendment> {
  const found = isNumber(number)
    ? await ask.db
        .selectFrom('amendment')
        .select('id')
        .where('standardId', '=', standard.id)
        .where('number', '=', number)
        .executeTakeFirst()
    : undefined
  const rows = found ? await listRows(ask, standard, [found.id]) : []
  const [row] = rows
  const [amendment] = await asRead(ask, rows)
  if (!row || !amendment) throw refuse('not_found')
  const colliding = isOpenAmendment(row.state) ? await findColliding(ask, standard.id, row.parts, row.id) : []
  return { ...amendment, collides: colliding.map((other) => other.number) }
}

/** Open amendments that could not be adopted beside these parts without asking somebody. */
export async function findColliding(
  ask: Pick<Ask, 'db'>,
  standardId: string,
  parts: readonly Pick<
    AmendmentPart,
    'kind' | 'clauseId' | 'sectionId' | 'afterClauseId' | 'baseText' | 'text'
  >[],
  except: string | null = null,
): Promise<readonly { readonly id: string; readonly number: number }[]> {
  if (parts.length === 0) return []
  const clauseIds = parts.map(({ clauseId }) => clauseId ?? '')
  const sectionIds = parts.map(({ sectionId }) => sectionId)
  const others = await ask.db
    .selectFrom('amendmentPart')
    .innerJoin('amendment', 'amendment.id', 'amendmentPart.amendmentId')
    .leftJoin('clause', 'clause.id', 'amendmentPart.clauseId')
    .selectAll('amendmentPart')
    .select(['amendment.number', 'clause.text as today'])
    .where('amendment.standardId', '=', standardId)
    .where('amendment.state', 'in', openAmendmentStates)
    // Only what works on the same clause, or is put into the same section, can collide.
    .where((eb) =>
      eb.or([
        eb('amendmentPart.clauseId', 'in', clauseIds),
        eb.and([eb('amendmentPart.kind', '=', 'insert'), eb('amendmentPart.sectionId', 'in', sectionIds)]),
      ]),
    )
    .orderBy('amendment.number')
    .execute()
  const breathe = breather()
  const hits = new Map<string, { readonly id: string; readonly number: number }>()
  for (const { kind, today, ...other } of others) {
    if (other.amendmentId === except) continue
    await breathe()
    const collides = parts.some((part) =>
      partsCollide(part, { ...other, kind: kind as PartKind }, today ?? ''),
    )
    if (collides) hits.set(other.amendmentId, { id: other.amendmentId, number: other.number })
  }
  return [...hits.values()]
}
