// Where the others write: a line with a name at each cursor, and their selections. For the eyes; it is told in words elsewhere.
import { type Extension, type Range, StateEffect } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, WidgetType } from '@codemirror/view'
import * as Y from 'yjs'
import type { At, Person } from '#server/live/workshop/words.ts'
import type { Session } from './session.ts'

export const tints = 6

/** Dispatched when somebody else’s cursor moved, came or went. */
export const othersMoved = StateEffect.define<null>()

class Caret extends WidgetType {
  constructor(
    readonly name: string,
    readonly tint: number,
  ) {
    super()
  }
  override eq(other: Caret): boolean {
    return other.name === this.name && other.tint === this.tint
  }
  override toDOM(): HTMLElement {
    const caret = document.createElement('span')
    caret.className = 'caret'
    caret.dataset.tint = String(this.tint)
    caret.setAttribute('aria-hidden', 'true')
    // Drawn by the style sheet, so that nobody copies or finds it in the text.
    caret.dataset.name = this.name
    return caret
  }
  override get estimatedHeight(): number {
    return -1
  }
  override ignoreEvent(): boolean {
    return true
  }
}

export function othersIn(session: Session, clause: string): Extension {
  return ViewPlugin.define(
    (view) => ({
      decorations: draw(session, clause, view),
      update(update) {
        const moved = update.transactions.some((one) => one.effects.some((effect) => effect.is(othersMoved)))
        if (moved || update.docChanged) this.decorations = draw(session, clause, update.view)
      },
    }),
    { decorations: (plugin) => (plugin as { decorations: DecorationSet }).decorations },
  )
}

function draw(session: Session, clause: string, view: EditorView): DecorationSet {
  const { at, people, who } = session.state
  const length = view.state.doc.length
  const marks: Range<Decoration>[] = []
  for (const person of people) {
    const place = at[person.who]
    if (person.who === who || !place || place.clause !== clause) continue
    const head = indexOf(session.document, clause, place.head)
    const anchor = indexOf(session.document, clause, place.anchor) ?? head
    if (head === null || anchor === null || Math.max(head, anchor) > length) continue
    const tint = tintOf(person)
    const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)]
    if (from < to)
      marks.push(
        Decoration.mark({ class: 'seat-selection', attributes: { 'data-tint': String(tint) } }).range(
          from,
          to,
        ),
      )
    marks.push(Decoration.widget({ widget: new Caret(person.name, tint), side: 1 }).range(head))
  }
  return Decoration.set(marks, true)
}

export function tintOf(person: Person): number {
  return person.person % tints
}

function indexOf(document: Y.Doc, clause: string, written: string): number | null {
  try {
    const position = Y.createRelativePositionFromJSON(JSON.parse(written))
    const found = Y.createAbsolutePositionFromRelativePosition(position, document)
    return found !== null && found.type === document.getText(clause) ? found.index : null
  } catch {
    return null
  }
}

/** Tells the others where this person's cursor stands, and that it has left. */
export function tellPlace(session: Session, clause: string): Extension {
  return EditorView.updateListener.of((update) => {
    const { view } = update
    if (view.hasFocus && (update.selectionSet || update.docChanged || update.focusChanged)) {
      const text = session.document.getText(clause)
      const { anchor, head } = view.state.selection.main
      session.place({ clause, anchor: written(text, anchor), head: written(text, head) } satisfies At)
    } else if (update.focusChanged && !view.hasFocus) session.place(null)
  })
}

function written(text: Y.Text, index: number): string {
  return JSON.stringify(Y.createRelativePositionFromTypeIndex(text, Math.min(index, text.length)))
}
