// Standards: amendments, what the drafting group writes, and the talk about a clause.
import { addClause } from '#app/domain/standards/draft.server.ts'
import { proposeAmendment } from '#app/domain/standards/propose.server.ts'
import { addSection } from '#app/domain/standards/section.server.ts'
import { foundStandard, publishStandard } from '#app/domain/standards/standard.server.ts'
import { keyClause } from '#tests/standards/workshop.ts'
import type { Inhabitant, SettlingIn } from '../harness/settle-in.ts'
import { isDone } from '../harness/visitor.ts'
import type { BusyTown } from './busy-town.ts'
import { kindOfWrite } from './kind.ts'
import { marksIn } from './marks.ts'

export interface Drafted {
  readonly standardId: string
  readonly editor: Inhabitant
  readonly clauseId: string
  readonly conversationId: string
}

export const address = '/standards/dauerlauf'
const texts = new WeakMap<SettlingIn, Promise<Drafted>>()

export function drafted(town: SettlingIn, busy: BusyTown): Promise<Drafted> {
  const known = texts.get(town) ?? draft(town, busy)
  texts.set(town, known)
  return known
}

async function draft(town: SettlingIn, { holders }: BusyTown): Promise<Drafted> {
  const editor = await town.person('Kornfeld', { seat: { body: 'ag-standards', function: 'chair' } })
  const { id: standardId } = await town.does(holders.chair.actor, foundStandard, {
    slug: 'dauerlauf',
    title: 'Gut zusammenarbeiten',
    about: 'Wie wir arbeiten.',
    bodySlug: 'ag-standards',
  })
  const { id: sectionId } = await town.does(editor.actor, addSection, { standardId, title: 'Räume' })
  const { id: clauseId } = await town.does(editor.actor, addClause, { sectionId, text: keyClause })
  await town.does(editor.actor, publishStandard, { standardId })
  await town.does(editor.actor, proposeAmendment, {
    standardId,
    reason: 'Rechtzeitig heißt für jeden etwas anderes.',
    parts: [
      {
        ...{ kind: 'change', clauseId, sectionId: null, afterClauseId: null, baseVersion: 1 },
        text: keyClause.replace('rechtzeitig', 'drei Tage vorher'),
      },
    ],
  })
  const { conversationId } = await town.platform.database.read
    .selectFrom('clause')
    .select('conversationId')
    .where('id', '=', clauseId)
    .executeTakeFirstOrThrow()
  return { standardId, editor, clauseId, conversationId }
}

export const amendments = kindOfWrite({
  name: 'amendment',
  furnish: drafted,
  next(busy, mark, { clauseId }: Drafted) {
    const door = busy.as(busy.pick(busy.people))
    const part = { 'kind-0': 'change', 'clause-0': clauseId, 'base-0': 1, 'after-0': '' }
    const words = {
      'text-0': keyClause.replace('rechtzeitig', mark),
      reason: 'Damit sich alle darauf verlassen.',
    }
    const fields = { intent: 'send', ...part, ...words, idempotencyKey: mark }
    return { mark, send: () => door.send(`${address}/aenderungen/neu`, fields) }
  },
  found: async (db) => marksIn(await db.selectFrom('amendmentPart').select('text').execute()),
})

/** A clause of its own each time, so that no edit meets another. */
export const clauseEdits = kindOfWrite({
  name: 'clause, written and edited',
  furnish: drafted,
  next(busy, mark, { editor }: Drafted) {
    const door = busy.as(editor)
    const to = `${address}/werkstatt/1`
    let clauseId = ''
    return {
      mark,
      async send() {
        if (clauseId === '') {
          const first = { intent: 'add-clause', text: 'Noch ein Satz.', idempotencyKey: `${mark}-first` }
          const added = await door.send(to, first)
          if (!isDone(added)) return added
          clauseId = added.location?.split('#absatz-')[1] ?? ''
        }
        const edit = { intent: 'save', clause: clauseId, version: 1, text: `Ein ganzer Satz. ${mark}` }
        return door.send(to, { ...edit, idempotencyKey: mark })
      },
    }
  },
  found: async (db) =>
    marksIn(await db.selectFrom('clauseVersion').select('text').where('how', '=', 'edited').execute()),
})

export const clauseTalk = kindOfWrite({
  name: 'contribution to a clause',
  furnish: drafted,
  next(busy, mark, { conversationId }: Drafted) {
    const fields = { move: 'question', text: `Zu diesem Absatz: ${mark}`, idempotencyKey: mark }
    const door = busy.as(busy.pick(busy.people))
    return { mark, send: () => door.send(`/gespraech/${conversationId}`, fields) }
  },
  found: async (db) =>
    marksIn(
      await db
        .selectFrom('contribution')
        .select('text')
        .where('text', 'like', 'Zu diesem Absatz:%')
        .execute(),
    ),
})
