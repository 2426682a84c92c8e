// What of meetings is found by words: public items, what was resolved on them, published minutes. Nothing else is kept there.
import { expressionBuilder } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Ask } from '../query.server.ts'
import type { Work } from '../run.server.ts'
import { putIntoIndex, removeFromIndex } from '../search/indexing.server.ts'
import type { BodyMeeting } from './meeting.server.ts'
import { type MinutesText, withPeople } from './minutes.ts'

/** An item that is closed leaves the index, together with what was resolved on it. */
export async function indexItem(
  work: Work,
  item: { readonly id: string; readonly title: string; readonly text: string; readonly audience: string },
): Promise<void> {
  const { id, title, text, audience } = item
  if (audience === 'public') {
    await putIntoIndex(work, { id, kind: 'agendaItem', subjectId: id, title, body: text })
    return
  }
  await forgetItem(work, id)
}

export async function forgetItem(work: Work, itemId: string): Promise<void> {
  await removeFromIndex(work, itemId)
  const resolutions = await work.tx
    .selectFrom('resolution')
    .select('id')
    .where('itemId', '=', itemId)
    .execute()
  for (const { id } of resolutions) await removeFromIndex(work, id)
}

export async function indexResolution(
  work: Work,
  resolution: { readonly id: string; readonly itemId: string; readonly text: string },
): Promise<void> {
  const { id, itemId, text } = resolution
  await putIntoIndex(work, { id, kind: 'resolution', subjectId: itemId, title: text, body: '' })
}

/** The public version alone, and without anybody's name: names are looked up when it is read. */
export async function indexMinutes(
  work: Work,
  meeting: Pick<BodyMeeting, 'id' | 'title'>,
  text: MinutesText,
): Promise<void> {
  const items = text.items.map(({ number, title }) => `${number} ${title}`)
  const sentences = text.sentences.map((one) => withPeople(one.text, () => '…'))
  await putIntoIndex(work, {
    id: meeting.id,
    kind: 'minutes',
    subjectId: meeting.id,
    title: meeting.title,
    body: [...items, ...sentences].join('\n'),
  })
}

const from = () => expressionBuilder<Tables, never>()

export function openItems() {
  return from()
    .selectFrom('agendaItem')
    .select('agendaItem.id')
    .where('agendaItem.audience', '=', 'public')
    .where('agendaItem.removedAt', 'is', null)
}

export function openResolutions() {
  return from().selectFrom('resolution').select('resolution.id').where('resolution.itemId', 'in', openItems())
}

export function openMinutes() {
  return from()
    .selectFrom('minutes')
    .select('minutes.meetingId as id')
    .where('minutes.publishedAt', 'is not', null)
}

export interface FoundPlace {
  readonly number: number
  readonly to: string
  readonly title: string
}

/** Where the hits of a kind stand, by their ids. */
export async function placesOf(
  ask: Pick<Ask, 'db'>,
  kind: 'agendaItem' | 'resolution' | 'minutes',
  ids: readonly string[],
): Promise<ReadonlyMap<string, FoundPlace>> {
  if (ids.length === 0) return new Map()
  if (kind === 'minutes') {
    const rows = await ask.db
      .selectFrom('meeting')
      .select(['id', 'number', 'title'])
      .where('id', 'in', [...ids])
      .execute()
    return new Map(
      rows.map(({ id, number, title }) => [
        id,
        { number: Number(number), title, to: `/runder-tisch/sitzungen/${number}/niederschrift` },
      ]),
    )
  }
  const rows =
    kind === 'agendaItem'
      ? await ask.db
          .selectFrom('agendaItem')
          .select(['id', 'publicNumber', 'publicNumber as number', 'title'])
          .where('id', 'in', [...ids])
          .execute()
      : await ask.db
          .selectFrom('resolution')
          .innerJoin('agendaItem', 'agendaItem.id', 'resolution.itemId')
          .select([
            'resolution.id',
            'agendaItem.publicNumber',
            'resolution.number',
            'resolution.text as title',
          ])
          .where('resolution.id', 'in', [...ids])
          .execute()
  return new Map(
    rows.map(({ id, publicNumber, number, title }) => [
      id,
      { number: Number(number), title, to: `/runder-tisch/punkte/${publicNumber}` },
    ]),
  )
}
