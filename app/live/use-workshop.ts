// The live side of a section's workshop: fetched after the page stands, gone with it, and the text boxes stay without it.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Person } from '#server/live/workshop/words.ts'
import { liveLine, watchLive } from './connection.ts'
import type { Editor, EditorWish } from './workshop/editor.ts'
import type { OwnAside, Session, SessionState } from './workshop/session.ts'

export interface WorkshopNow {
  /** Null until the section has been joined once. */
  readonly state: SessionState | null
  /** Others here, each person once; one's own other windows are left out. */
  readonly others: readonly Person[]
  /** Puts an editor into the element until the returned function is called. */
  mount(element: HTMLElement, wish: EditorWish): () => void
  has(clause: string): boolean
  insertAside(aside: OwnAside): void
  forgetAside(aside: OwnAside): void
}

/** What others wrote meanwhile is taken in by itself; `onAside` says that the page should be loaded again. */
export function useWorkshop(section: string, onAside: () => void): WorkshopNow {
  const [state, setState] = useState<SessionState | null>(null)
  const session = useRef<Session | null>(null)
  const room = useRef<typeof import('./workshop/editor.ts') | null>(null)
  const editors = useRef(new Set<Editor>())
  const latest = useRef(onAside)
  latest.current = onAside

  useEffect(() => {
    let gone = false
    let stop = () => {}
    void import('./workshop/editor.ts').then((loaded) => {
      if (gone) return
      room.current = loaded
      let at: SessionState['at'] = {}
      const one = loaded.openSession(section, liveLine, (now) => {
        if (now.beginning > 0) setState(now)
        if (now.at === at) return
        at = now.at
        // After this very change has been drawn: an editor may be in the middle of one.
        queueMicrotask(() => {
          for (const editor of editors.current) editor.othersMoved()
        })
      })
      session.current = one
      const unwatch = watchLive({
        topic: `draft:${section}`,
        asOf: () => 0,
        watching: () => void one.join(),
        stale: () => undefined,
        refused: () => one.shownOut('right'),
        lost: () => one.apart(),
        news: () => undefined,
        present: () => undefined,
        typing: () => undefined,
      })
      const deaf = liveLine.hear(
        'workshop-saved',
        (message: { section: string; aside: readonly string[] }) => {
          if (message.section === section && message.aside.length > 0) latest.current()
        },
      )
      const warn = (event: BeforeUnloadEvent) => {
        if (one.state.unsaved && one.state.line !== 'joined') event.preventDefault()
      }
      const flush = () => one.flush()
      window.addEventListener('beforeunload', warn)
      window.addEventListener('pagehide', flush)
      stop = () => {
        window.removeEventListener('beforeunload', warn)
        window.removeEventListener('pagehide', flush)
        deaf()
        one.close()
        unwatch()
        session.current = null
      }
    })
    return () => {
      gone = true
      stop()
      setState(null)
    }
  }, [section])

  const mount = useCallback((element: HTMLElement, wish: EditorWish) => {
    if (!room.current || !session.current) return () => {}
    const editor = room.current.openEditor(element, session.current, wish)
    editors.current.add(editor)
    return () => {
      editors.current.delete(editor)
      editor.close()
    }
  }, [])
  const has = useCallback((clause: string) => session.current?.document.share.has(clause) ?? false, [])
  const me = state?.people.find(({ who }) => who === state.who)
  const others = [
    ...new Map(
      (state?.people ?? [])
        .filter(({ person }) => person !== me?.person)
        .map((person) => [person.person, person] as const),
    ).values(),
  ]
  return {
    ...{ state, others, mount, has },
    insertAside: (aside) => session.current?.insertAside(aside),
    forgetAside: (aside) => session.current?.forgetAside(aside),
  }
}
