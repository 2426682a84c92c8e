// What the drafting group writes live: no form, a page over a socket; done when the page is told that it is stored.
import { addClause } from '#app/domain/standards/draft.server.ts'
import { addSection } from '#app/domain/standards/section.server.ts'
import { openDocument } from '#app/domain/standards/workshop/document.server.ts'
import type { Place } from '../harness/place.ts'
import type { Inhabitant } from '../harness/settle-in.ts'
import type { Answer } from '../harness/visitor.ts'
import { type Desk, isStored, openDesk } from '../load/desk.ts'
import { kindOfWrite, type Write } from './kind.ts'
import { markPattern } from './marks.ts'
import { address, drafted } from './standards.ts'

export interface OpenSection {
  readonly editor: Inhabitant
  readonly section: string
  readonly clauses: readonly string[]
}

/** Many, since each write makes one of them longer. */
const clauseCount = 12
const atDesks = new WeakSet<Place>()

export const liveWriting = kindOfWrite({
  name: 'words written live',
  async furnish(town, busy): Promise<OpenSection> {
    const { editor, standardId } = await drafted(town, busy)
    const { id: section } = await town.does(editor.actor, addSection, { standardId, title: 'Gemeinsames' })
    const clauses: string[] = []
    for (let place = 1; place <= clauseCount; place++) {
      const added = { sectionId: section, text: `Absatz ${place}.` }
      clauses.push((await town.does(editor.actor, addClause, added)).id)
    }
    return { editor, section, clauses }
  },
  next(busy, mark, open: OpenSection) {
    // One page at a time: everybody else does the other things there are.
    if (atDesks.has(busy.place)) return null
    atDesks.add(busy.place)
    const clause = busy.pick(open.clauses)
    let desk: Desk | null = null
    const write: Write = {
      mark,
      async send() {
        atDesks.add(busy.place)
        try {
          if (desk) await desk.comeBack()
          else {
            desk = await openDesk(busy.place, open.editor.cookie, open.section)
            desk?.type(clause, ` ${mark}`)
          }
          const status = desk
            ? await answerAt(desk, () => busy.as(open.editor).get(`${address}/werkstatt/2`))
            : 0
          if (status === 200 || status === 403) desk?.close()
          else desk?.cut()
          return { status, text: '', location: null, headers: {}, ms: 0 }
        } finally {
          atDesks.delete(busy.place)
        }
      },
    }
    return write
  },
  found: async (db) =>
    (await db.selectFrom('sectionDraft').select('state').execute()).flatMap(({ state }) => marksIn(state)),
})

/** 200 when all is stored, 503 where it cannot be just now, 0 where the line is lost or nothing is told. */
async function answerAt(desk: Desk, load: () => Promise<Answer>): Promise<number> {
  // Whoever loads the page finds what others write at this moment: the town stores it at once for them.
  if (desk.state().line === 'joined') void load()
  const told = await desk.until((state) => {
    if (isStored(state)) return 200
    if (state.line === 'shown-out') return 403
    if (state.storeTrouble) return 503
    return state.line === 'apart' ? 0 : null
  })
  return told ?? 0
}

/** Every mark in a section as it is stored, whether its words have become versions of their clauses or not. */
export function marksIn(state: string): readonly string[] {
  const document = openDocument(Buffer.from(state, 'base64'))
  return [...document.share.keys()].flatMap(
    (clause) => document.getText(clause).toString().match(markPattern) ?? [],
  )
}
