// Which amendments a synopsis shows: of one item, one section, one clause, one amendment, open ones or all.

import { itemAsked } from '#app/domain/standards/agenda-view.server.ts'
import { isOpenAmendment } from '#app/domain/standards/amendment.ts'
import type { ReadPart } from '#app/domain/standards/amendment-view.server.ts'
import { type ComparedAmendment, compareAmendments } from '#app/domain/standards/collisions.server.ts'
import type { Door } from '#app/http/door.server.ts'
import type { StandardTable } from '#db/tables.ts'

/** What the address asks for; null where it does not. */
export function wishesIn(url: URL) {
  const wish = (name: string) => url.searchParams.get(name) || null
  return {
    section: wish('abschnitt'),
    clause: wish('absatz'),
    amendment: wish('vorschlag'),
    item: wish('punkt'),
    closedToo: wish('alle') === '1',
  }
}

export type Wishes = ReturnType<typeof wishesIn>

export async function askedAmendments(
  door: Pick<Door, 'ask' | 'url'>,
  standard: Pick<StandardTable, 'id'>,
): Promise<readonly ComparedAmendment[]> {
  const wishes = wishesIn(door.url)
  const item = await itemAsked(door.ask, wishes.item)
  const closedToo = wishes.closedToo || item !== undefined || wishes.amendment !== null
  const isAsked = (part: ReadPart) =>
    (wishes.section === null || String(part.section) === wishes.section) &&
    (wishes.clause === null || (part.number ?? part.after) === wishes.clause)
  return (await compareAmendments(door.ask, standard))
    .filter(
      ({ state, number, agendaItemId }) =>
        (item === undefined || agendaItemId === item) &&
        (closedToo || isOpenAmendment(state)) &&
        (wishes.amendment === null || String(number) === wishes.amendment),
    )
    .map((amendment) => ({ ...amendment, parts: amendment.parts.filter(isAsked) }))
    .filter(({ parts }) => parts.length > 0)
}
