// What of a standard lies on which item of an agenda: for pages, and for whoever opens the vote there.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Ask } from '../query.server.ts'

/** How many things one vote on this item decides. */
export async function bundled(db: Kysely<Tables>, itemId: string): Promise<number> {
  const amendments = await db
    .selectFrom('amendment')
    .select('id')
    .where('agendaItemId', '=', itemId)
    .execute()
  const sections = await db
    .selectFrom('sectionOnAgenda')
    .select('sectionId')
    .where('itemId', '=', itemId)
    .execute()
  return amendments.length + sections.length
}

/** Whether a vote on this item changes or adopts a standard: that takes two thirds at least. */
export async function changesStandard(db: Kysely<Tables>, itemId: string): Promise<boolean> {
  return (await bundled(db, itemId)) > 0
}

/** Where a thing lies: the item and its meeting, for a link. */
export async function placeOnAgenda(ask: Pick<Ask, 'db'>, itemId: string | null) {
  if (itemId === null) return null
  const row = await ask.db
    .selectFrom('agendaItem')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .select(['agendaItem.publicNumber', 'agendaItem.title', 'meeting.title as meeting', 'meeting.startsAt'])
    .where('agendaItem.id', '=', itemId)
    .executeTakeFirst()
  return row
    ? { ...row, publicNumber: Number(row.publicNumber), bundled: await bundled(ask.db, itemId) }
    : null
}

/** Sections of a standard that lie before the Round Table, each with the number of its item. */
export async function sectionsOnAgenda(
  ask: Pick<Ask, 'db'>,
  standardId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await ask.db
    .selectFrom('sectionOnAgenda')
    .innerJoin('section', 'section.id', 'sectionOnAgenda.sectionId')
    .innerJoin('agendaItem', 'agendaItem.id', 'sectionOnAgenda.itemId')
    .select(['sectionOnAgenda.sectionId', 'agendaItem.publicNumber'])
    .where('section.standardId', '=', standardId)
    .execute()
  return new Map(rows.map(({ sectionId, publicNumber }) => [sectionId, Number(publicNumber)]))
}

/** The item with this number in an address; undefined where none was asked for, null where there is none. */
export async function itemAsked(
  ask: Pick<Ask, 'db'>,
  number: string | null,
): Promise<string | null | undefined> {
  if (number === null) return undefined
  if (!/^[1-9]\d{0,8}$/.test(number)) return null
  const row = await ask.db
    .selectFrom('agendaItem')
    .select('id')
    .where('publicNumber', '=', Number(number))
    .executeTakeFirst()
  return row?.id ?? null
}
