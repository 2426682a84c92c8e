// One open page in the workshop: its copy of the section's document, what it has sent and what has been saved of it.
import * as Y from 'yjs'
import { lettersBetween } from '#app/domain/standards/text/letters.ts'
import { draftLimits, meet } from '#app/domain/standards/workshop/draft.ts'
import type { At, Joined, Person } from '#server/live/workshop/words.ts'

/** The way to the server and back. */
export interface Line {
  send(name: string, message: Record<string, unknown>): void
  ask(name: string, message: Record<string, unknown>): Promise<unknown>
  /** Until the returned function is called. */
  hear(name: string, listener: (message: never) => void): () => void
}

/** Own words that could not be merged after the document had begun anew. */
export interface OwnAside {
  readonly clause: string
  readonly base: string
  readonly ours: string
  readonly theirs: string
}

export interface SessionState {
  /** `apart`: without a line; everything written is kept here and sent later. `shown-out`: the server takes no more. */
  readonly line: 'joining' | 'joined' | 'apart' | 'shown-out'
  readonly shownOutFor: string | null
  readonly unsaved: boolean
  /** The server has the words and cannot store them just now. */
  readonly storeTrouble: boolean
  readonly people: readonly Person[]
  readonly at: Readonly<Record<string, At | null>>
  readonly who: string
  readonly asides: readonly OwnAside[]
  /** Counts the documents this page has had: editors are made anew with each. */
  readonly beginning: number
}

export interface Session {
  readonly document: Y.Doc
  readonly state: SessionState
  /** After each connection: both sides bring what the other lacks. */
  join(): Promise<void>
  apart(): void
  shownOut(reason: string): void
  place(at: At | null): void
  /** Puts the own words in place of those that stand there now. */
  insertAside(aside: OwnAside): void
  forgetAside(aside: OwnAside): void
  /** Sends what was gathered at once: the page is about to go. */
  flush(): void
  close(): void
}

const sendEveryMs = 80
const fromLine = 'line'

export function openSession(section: string, line: Line, changed: (state: SessionState) => void): Session {
  let document = new Y.Doc()
  let generation: string | null = null
  let version = 0
  /** The words of each clause when everything of ours was last saved. */
  let base = new Map<string, string>()
  let pending: Uint8Array[] = []
  let number = 0
  let savedNumber = 0
  let at: At | null = null
  let placeWaits = false
  let sentAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  let joining: Promise<void> | null = null
  let joinAgain = false
  let closed = false
  let state: SessionState = {
    ...{ line: 'joining', shownOutFor: null, unsaved: false, storeTrouble: false },
    ...{ people: [], at: {}, who: '', asides: [], beginning: 0 },
  }

  function tell(next: Partial<SessionState>): void {
    if (closed) return
    state = { ...state, ...next }
    changed(state)
  }

  const wordsOf = (from: Y.Doc): Map<string, string> =>
    new Map([...from.share.keys()].map((clause) => [clause, from.getText(clause).toString()]))

  function listen(): void {
    document.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === fromLine) return
      pending.push(update)
      tell({ unsaved: true })
      sendSoon()
    })
  }
  listen()

  function sendSoon(): void {
    if (timer !== undefined || closed) return
    timer = setTimeout(sendNow, Math.max(0, sentAt + sendEveryMs - performance.now()))
  }
  function sendNow(): void {
    timer = undefined
    // Without a line nothing is gathered: after coming back the server is sent whatever it lacks.
    if (state.line !== 'joined') {
      pending = []
      return
    }
    sentAt = performance.now()
    if (pending.length > 0) {
      const words = pending.length === 1 ? (pending[0] as Uint8Array) : Y.mergeUpdates(pending)
      pending = []
      placeWaits = false
      sendWords(words)
    } else if (placeWaits) {
      placeWaits = false
      line.send('workshop-at', { section, at })
    }
  }
  function sendWords(words: Uint8Array): void {
    number++
    for (let from = 0; from < words.length; from += draftLimits.part) {
      const part = words.slice(from, from + draftLimits.part)
      const last = from + part.length === words.length
      line.send('workshop-write', { section, generation, number, part, last, at })
    }
  }

  async function joinNow(): Promise<void> {
    const before = generation
    const answer = (await line.ask('workshop-join', {
      ...{ section, generation, version },
      vector: Y.encodeStateVector(document),
    })) as Joined | null
    if (closed) return
    if (answer === null) throw new Error('The section could not be joined.')
    const words = new Uint8Array(answer.words)
    generation = answer.generation
    version = answer.version
    tell({ who: answer.who, people: answer.people, at: answer.at, line: 'joined', storeTrouble: false })
    if (before === null) {
      Y.applyUpdate(document, words, fromLine)
      base = wordsOf(document)
      tell({ beginning: 1 })
      // Written before the first answer came: nobody could, the editors appear with it.
      return
    }
    if (before === answer.generation) {
      Y.applyUpdate(document, words, fromLine)
      pending = []
      if (state.unsaved) sendWords(Y.encodeStateAsUpdate(document, new Uint8Array(answer.vector)))
      else base = wordsOf(document)
      return
    }
    beginAnew(words)
  }

  /** The server's document is another one now: what was written here since the last save comes in as a change of it. */
  function beginAnew(words: Uint8Array): void {
    const mine = wordsOf(document)
    const old = document
    document = new Y.Doc()
    Y.applyUpdate(document, words, fromLine)
    pending = []
    listen()
    const asides: OwnAside[] = []
    const theirs = wordsOf(document)
    // What others wrote they bring themselves: a page with nothing of its own to save brings nothing.
    const brings = state.unsaved
    tell({ unsaved: false })
    for (const [clause, ours] of mine) {
      const from = base.get(clause) ?? ''
      if (!brings || ours === from) continue
      const today = theirs.get(clause)
      // The clause is gone: its words wait for their author.
      const met = today === undefined ? { text: '', collided: true } : meet(from, ours, today)
      if (met.collided) asides.push({ clause, base: from, ours, theirs: today ?? '' })
      if (today !== undefined) rewriteWords(document, clause, met.text)
    }
    base = theirs
    old.destroy()
    tell({ asides: [...state.asides, ...asides], beginning: state.beginning + 1 })
  }

  const ears = [
    line.hear(
      'workshop-words',
      (message: {
        section: string
        generation: string
        words: ArrayBuffer | null
        at: Record<string, At | null>
      }) => {
        if (message.section !== section || message.generation !== generation) return
        if (message.words) Y.applyUpdate(document, new Uint8Array(message.words), fromLine)
        if (Object.keys(message.at).length > 0) tell({ at: { ...state.at, ...message.at } })
        if (document.store.pendingStructs !== null) void session.join()
      },
    ),
    line.hear('workshop-people', (message: { section: string; people: readonly Person[] }) => {
      if (message.section === section) tell({ people: message.people })
    }),
    line.hear(
      'workshop-saved',
      (message: { section: string; version: number; numbers: Record<string, number> }) => {
        if (message.section !== section || state.line !== 'joined') return
        version = message.version
        savedNumber = Math.max(savedNumber, message.numbers[state.who] ?? 0)
        const unsaved = pending.length > 0 || savedNumber < number
        if (!unsaved) base = wordsOf(document)
        tell({ unsaved, storeTrouble: false })
      },
    ),
    line.hear('workshop-unsaved', (message: { section: string }) => {
      if (message.section === section) tell({ storeTrouble: true })
    }),
    line.hear('workshop-again', (message: { section: string }) => {
      if (message.section === section) void session.join()
    }),
    line.hear('workshop-refused', (message: { section: string; reason: string }) => {
      if (message.section === section) session.shownOut(message.reason)
    }),
  ]

  const session: Session = {
    get document() {
      return document
    },
    get state() {
      return state
    },
    join() {
      if (joining) {
        joinAgain = true
        return joining
      }
      joining = (async () => {
        do {
          joinAgain = false
          if (!closed && state.line !== 'shown-out') await joinNow()
        } while (joinAgain)
      })()
        .catch(() => session.apart())
        .finally(() => {
          joining = null
        })
      return joining
    },
    apart() {
      if (state.line === 'joined' || state.line === 'joining')
        tell({ line: generation === null ? 'joining' : 'apart', people: [], at: {} })
    },
    shownOut(reason) {
      tell({ line: 'shown-out', shownOutFor: reason, people: [], at: {} })
    },
    place(where) {
      at = where
      placeWaits = true
      sendSoon()
    },
    insertAside(aside) {
      rewriteWords(document, aside.clause, aside.ours)
      session.forgetAside(aside)
    },
    forgetAside(aside) {
      tell({ asides: state.asides.filter((one) => one !== aside) })
    },
    flush() {
      clearTimeout(timer)
      sendNow()
    },
    close() {
      session.flush()
      closed = true
      for (const deaf of ears) deaf()
      document.destroy()
    },
  }
  return session
}

/** As few letters as can be, in one step for those who watch. */
function rewriteWords(document: Y.Doc, clause: string, words: string): void {
  const text = document.getText(clause)
  document.transact(() => {
    for (const { at, removed, added } of lettersBetween(text.toString(), words)) {
      if (removed > 0) text.delete(at, removed)
      if (added !== '') text.insert(at, added)
    }
  })
}
