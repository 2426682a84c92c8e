// Reads the items of a meeting: for the house itself in full, for others only what the policy lets them see.
import type { Kysely } from 'kysely'
import { fromJson } from '#db/columns.ts'
import type { AgendaItemTable, Tables } from '#db/tables.ts'
import { isNumber } from '../numbers.ts'
import { may, type Subject } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { type ItemAudience, type ItemKind, numberItems } from './agenda.ts'
import type { Hearers } from './events.ts'
import type { Project } from './meeting.form.ts'
import { type BodyMeeting, getMeeting } from './meeting.server.ts'

export interface AgendaItem extends Omit<AgendaItemTable, 'kind' | 'audience' | 'project' | 'removedAt'> {
  readonly kind: ItemKind
  readonly audience: ItemAudience
  readonly project: Project | null
}
export type NumberedItem = AgendaItem & { readonly number: string }

export function itemSubject(
  item: Pick<AgendaItem, 'id' | 'audience'>,
  meeting: Pick<BodyMeeting, 'body'>,
): Extract<Subject, { kind: 'agendaItem' }> {
  return { kind: 'agendaItem', id: item.id, public: item.audience === 'public', body: meeting.body }
}

export function hearersOf(item: Pick<AgendaItem, 'audience'>): Hearers {
  return item.audience === 'inside' ? 'inside' : 'everybody'
}

/** All items in their order and with their numbers, for the house itself: whoever shows them asks `readAgenda`. */
export async function agendaOf(db: Kysely<Tables>, meetingId: string): Promise<readonly NumberedItem[]> {
  const rows = await db
    .selectFrom('agendaItem')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('removedAt', 'is', null)
    .orderBy('place')
    .execute()
  return numberItems(rows.map(asItem))
}

/** What one who may not read an item sees of it: its number and its time, so that the rest adds up. */
export type ClosedItem = Pick<NumberedItem, 'id' | 'number' | 'minutes' | 'parentId'> & {
  readonly closed: true
}
export type SeenItem = (NumberedItem & { readonly closed: false }) | ClosedItem

export async function readAgenda(ask: Ask, meeting: BodyMeeting): Promise<readonly SeenItem[]> {
  const items = await agendaOf(ask.db, meeting.id)
  return items.map((item) => {
    if (may(ask.actor, 'agendaItem.read', itemSubject(item, meeting))) return { ...item, closed: false }
    const { id, number, minutes, parentId } = item
    return { id, number, minutes, parentId, closed: true }
  })
}

/** What was taken off after the invitation went out, as far as this reader may know of it. */
export async function takenOffSince(
  ask: Ask,
  meeting: BodyMeeting,
): Promise<readonly { readonly id: string; readonly title: string; readonly at: string }[]> {
  if (meeting.invitedAt === null) return []
  const rows = await ask.db
    .selectFrom('agendaItem')
    .select(['id', 'title', 'audience', 'removedAt'])
    .where('meetingId', '=', meeting.id)
    .where('removedAt', '>', meeting.invitedAt)
    .orderBy('removedAt')
    .execute()
  return rows.flatMap(({ id, title, audience, removedAt }) =>
    may(ask.actor, 'agendaItem.read', itemSubject({ id, audience: audience as ItemAudience }, meeting))
      ? [{ id, title, at: removedAt ?? '' }]
      : [],
  )
}

export async function getItem(db: Kysely<Tables>, id: string): Promise<AgendaItem> {
  const row = await db
    .selectFrom('agendaItem')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  return asItem(row)
}

/** The item behind an address, for one who may read it; else 'not_found', as if it were not there. */
export async function getReadableItem(
  ask: Ask,
  publicNumber: number,
): Promise<{ item: NumberedItem; meeting: BodyMeeting }> {
  const row = isNumber(publicNumber)
    ? await ask.db
        .selectFrom('agendaItem')
        .select(['id', 'meetingId'])
        .where('publicNumber', '=', publicNumber)
        .executeTakeFirst()
    : undefined
  if (!row) throw refuse('not_found')
  const meeting = await getMeeting(ask.db, row.meetingId)
  const item = (await agendaOf(ask.db, meeting.id)).find(({ id }) => id === row.id)
  if (!item || !may(ask.actor, 'agendaItem.read', itemSubject(item, meeting))) throw refuse('not_found')
  return { item, meeting }
}

function asItem(row: AgendaItemTable): AgendaItem {
  const { removedAt: _, ...item } = row
  return {
    ...item,
    kind: row.kind as ItemKind,
    audience: row.audience as ItemAudience,
    project: row.project === null ? null : fromJson<Project>(row.project),
  }
}

export function addressOf(meeting: Pick<BodyMeeting, 'number'>): string {
  return `/runder-tisch/sitzungen/${meeting.number}`
}

export async function goalsOf(
  ask: Pick<Ask, 'db'>,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const goals = new Map<string, string[]>()
  if (itemIds.length === 0) return goals
  const rows = await ask.db
    .selectFrom('agendaItemGoal')
    .selectAll()
    .where('itemId', 'in', [...itemIds])
    .orderBy('goal')
    .execute()
  for (const { itemId, goal } of rows) goals.set(itemId, [...(goals.get(itemId) ?? []), goal])
  return goals
}
