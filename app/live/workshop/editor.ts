// The editor of one clause: a text box for everybody, with the others' cursors in it. Fetched on the workshop's page only.
import { standardKeymap } from '@codemirror/commands'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next'
import { cleanPasted } from '#app/domain/standards/text/pasted.ts'
import { asClauseText, type ClauseTrouble, clauseTrouble } from '#app/domain/standards/workshop/draft.ts'
import { othersIn, othersMoved, tellPlace } from './cursors.ts'
import { markdownOf } from './pasted-page.ts'
import type { Session } from './session.ts'

export { openSession } from './session.ts'

export interface EditorWish {
  readonly clause: string
  readonly label: string
  /** The id of the sentence that says how to get out. */
  readonly hint: string
  readonly lang: string
  readonly most: number
  readonly readOnly: boolean
  /** Somebody wants to put in more than a clause may hold. */
  tooLong(): void
  /** Why the words as they stand, whoever wrote them, cannot become a version; null where they can. Told with each change. */
  trouble(now: ClauseTrouble | null): void
}

export interface Editor {
  othersMoved(): void
  focus(): void
  close(): void
}

export function openEditor(parent: HTMLElement, session: Session, wish: EditorWish): Editor {
  const text = session.document.getText(wish.clause)
  const look = (words: string) => wish.trouble(clauseTrouble(asClauseText(words)))
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text.toString(),
      extensions: [
        keymap.of([{ key: 'Escape', run: stepOut }, ...yUndoManagerKeymap, ...standardKeymap]),
        EditorView.lineWrapping,
        EditorView.cspNonce.of(nonceOfPage()),
        EditorView.contentAttributes.of({
          'aria-label': wish.label,
          'aria-describedby': wish.hint,
          lang: wish.lang,
          dir: 'auto',
          spellcheck: 'true',
          autocorrect: 'on',
          autocapitalize: 'sentences',
        }),
        EditorState.readOnly.of(wish.readOnly),
        EditorView.editable.of(!wish.readOnly),
        yCollab(text, null),
        notTooLong(wish),
        EditorView.updateListener.of(({ docChanged, state }) => docChanged && look(state.doc.toString())),
        cleanPaste,
        othersIn(session, wish.clause),
        tellPlace(session, wish.clause),
      ],
    }),
  })
  look(text.toString())
  return {
    othersMoved: () => view.dispatch({ effects: othersMoved.of(null) }),
    focus: () => view.focus(),
    close: () => view.destroy(),
  }
}

/**
 * Tab goes on to the next control as in any text box; Escape goes to the box around, and from there Tab goes on, too. While the
 * box around has the focus the text inside it is passed by, or Tab would lead straight back in.
 */
function stepOut(view: EditorView): boolean {
  const around = view.dom.closest<HTMLElement>('[data-step-out]')
  if (around === null) return false
  const text = view.contentDOM
  around.focus()
  text.tabIndex = -1
  around.addEventListener('blur', () => text.removeAttribute('tabindex'), { once: true })
  return true
}

/** What others wrote is never held back, only what this person adds. */
function notTooLong({ most, tooLong }: EditorWish) {
  return EditorState.transactionFilter.of((one) => {
    if (!one.docChanged || !one.isUserEvent('input')) return one
    const [before, after] = [one.startState.doc.length, one.newDoc.length]
    if (after <= most || after <= before) return one
    tooLong()
    return []
  })
}

const cleanPaste = EditorView.domEventHandlers({
  paste(event, view) {
    const plain = event.clipboardData?.getData('text/plain') ?? ''
    const page = event.clipboardData?.getData('text/html') ?? ''
    const words =
      page === '' ? cleanPasted(plain) : markdownOf(new DOMParser().parseFromString(page, 'text/html').body)
    if (view.state.readOnly || words === '') return false
    view.dispatch(view.state.replaceSelection(words), { userEvent: 'input.paste', scrollIntoView: true })
    event.preventDefault()
    return true
  },
})

/** The page's own scripts carry it; an attribute would not show it, the property does. */
function nonceOfPage(): string {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
}
