// Which amendments a synopsis shows: of one item, one section, one clause, one amendment, open ones or all.

import { itemAsked } from '#app/domain/standards/agenda-view.server.ts'
import { isOpenAmendment } from '#app/domain/standards/amendment.ts'
import { listAmendments, type ReadAmendment } from '#app/domain/standards/amendment-view.server.ts'
import type { Door } from '#app/http/door.server.ts'
import type { StandardTable } from '#db/tables.ts'

export async function askedAmendments(
  door: Pick<Door, 'ask' | 'url'>,
  standard: Pick<StandardTable, 'id'>,
): Promise<readonly ReadAmendment[]> {
  const wish = (name: string) => door.url.searchParams.get(name)
  const [section, clause, one] = [wish('abschnitt'), wish('absatz'), wish('vorschlag')]
  const item = await itemAsked(door.ask, wish('punkt'))
  const closedToo = wish('alle') === '1' || item !== undefined
  return (await listAmendments(door.ask, standard)).filter(
    ({ state, number, parts, agendaItemId }) =>
      (item === undefined || agendaItemId === item) &&
      (closedToo || isOpenAmendment(state) || String(number) === one) &&
      (one === null || String(number) === one) &&
      parts.some(
        (part) =>
          (section === null || String(part.section) === section) &&
          (clause === null || (part.number ?? part.after) === clause),
      ),
  )
}
