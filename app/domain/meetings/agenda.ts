// Knows an agenda: what kinds of items there are, their numbers 1, 2, 2.1, and how they change places.
import { refuse } from '../refusal.ts'

export const itemKinds = ['report', 'consultation', 'resolution', 'project', 'questions', 'routine'] as const
export type ItemKind = (typeof itemKinds)[number]

/** 'inside': nothing of it is told outside the body but its number and that it is not public. */
export const itemAudiences = ['public', 'inside'] as const
export type ItemAudience = (typeof itemAudiences)[number]

export interface Placed {
  readonly id: string
  readonly parentId: string | null
  /** Order among those of the same parent, from 0. */
  readonly place: number
}

/** Items in the order in which they are called, each with its number: '2', below it '2.1'. */
export function numberItems<T extends Placed>(
  items: readonly T[],
): readonly (T & { readonly number: string })[] {
  const below = (parentId: string | null) =>
    items.filter((item) => item.parentId === parentId).sort((a, b) => a.place - b.place)
  return below(null).flatMap((item, index) => [
    { ...item, number: `${index + 1}` },
    ...below(item.id).map((child, inner) => ({ ...child, number: `${index + 1}.${inner + 1}` })),
  ])
}

/** What happened to an item after the invitation went out; null for one that stands as it was sent. */
export interface ItemMark {
  readonly is: 'added' | 'changed'
  readonly at: string
}

export function markOf(
  item: { readonly addedAt: string; readonly changedAt: string | null },
  invitedAt: string | null,
): ItemMark | null {
  if (item.changedAt === null || invitedAt === null) return null
  return { is: item.addedAt >= invitedAt ? 'added' : 'changed', at: item.changedAt }
}

export const moves = ['up', 'down', 'in', 'out'] as const
export type Move = (typeof moves)[number]

/**
 * One step: up or down among its neighbours, in below the one before it, or out again behind its parent. Ids stay,
 * so a link to an item always leads to it. `locked`: an item that is current or done stays where it is.
 */
export function moveItem(
  items: readonly Placed[],
  id: string,
  move: Move,
  locked: ReadonlySet<string>,
): readonly Placed[] {
  const item = items.find((one) => one.id === id)
  if (!item) throw refuse('not_found')
  if (locked.has(id)) throw refuse('item_is_running')
  const row = siblings(items, item.parentId)
  const index = row.findIndex((one) => one.id === id)
  switch (move) {
    case 'up':
    case 'down': {
      const other = row[index + (move === 'up' ? -1 : 1)]
      if (!other || locked.has(other.id)) throw refuse('item_cannot_move')
      return renumber(items, item.parentId, swap(row, index, row.indexOf(other)))
    }
    case 'in': {
      const above = row[index - 1]
      const hasOwn = items.some((one) => one.parentId === id)
      if (item.parentId !== null || !above || hasOwn || locked.has(above.id)) throw refuse('item_cannot_move')
      const moved = items.map((one) => (one.id === id ? { ...one, parentId: above.id } : one))
      const into = [...siblings(items, above.id), { ...item, parentId: above.id }]
      return renumber(renumber(moved, above.id, into), null, siblings(moved, null))
    }
    case 'out': {
      const parent = items.find((one) => one.id === item.parentId)
      if (!parent) throw refuse('item_cannot_move')
      const moved = items.map((one) => (one.id === id ? { ...one, parentId: null } : one))
      const top = siblings(items, null).flatMap((one) =>
        one.id === parent.id ? [one, { ...item, parentId: null }] : [one],
      )
      return renumber(renumber(moved, null, top), parent.id, siblings(moved, parent.id))
    }
  }
}

function siblings(items: readonly Placed[], parentId: string | null): readonly Placed[] {
  return items.filter((item) => item.parentId === parentId).sort((a, b) => a.place - b.place)
}

function swap<T>(row: readonly T[], one: number, other: number): readonly T[] {
  const changed = [...row]
  const [a, b] = [row[one], row[other]]
  if (a !== undefined && b !== undefined) {
    changed[one] = b
    changed[other] = a
  }
  return changed
}

function renumber(
  items: readonly Placed[],
  parentId: string | null,
  row: readonly Placed[],
): readonly Placed[] {
  return items.map((item) => {
    const place = row.findIndex((one) => one.id === item.id)
    return place === -1 ? item : { ...item, parentId, place }
  })
}
