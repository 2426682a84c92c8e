// Somebody at an open section of the workshop: types, is told what is stored, and after every cut brings what was not.
import { io } from 'socket.io-client'
import type { SessionState } from '#app/live/workshop/session.ts'
import { openPage } from '#tests/standards/workshop/page.ts'
import type { Place } from '../harness/place.ts'

export interface Desk {
  state(): SessionState
  text(clause: string): string
  /** Before or behind all that stands there, as one stroke. */
  type(clause: string, letters: string, before?: boolean): void
  /** The first answer to this question that is not null, asked now and at each change; null when patience is at its end. */
  until<T>(question: (state: SessionState) => T | null, patienceMs?: number): Promise<T | null>
  /** Loses the line and stays away until `comeBack`, which waits until the page is in again or nobody answers. */
  cut(): void
  comeBack(): Promise<void>
  close(): void
}

export const isStored = ({ line, unsaved }: SessionState): boolean => line === 'joined' && !unsaved

const asLongAsAForm = 15_000

/** Null where nobody answers at the door. */
export async function openDesk(
  place: Pick<Place, 'baseUrl'>,
  cookie: string,
  section: string,
): Promise<Desk | null> {
  const socket = io(place.baseUrl, {
    path: '/live',
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 100,
    reconnectionDelayMax: 500,
    extraHeaders: { Origin: place.baseUrl, Cookie: cookie },
  })
  const questions = new Set<() => void>()
  const connected = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true))
    socket.once('connect_error', () => resolve(false))
  })
  const session = connected
    ? await openPage(socket, section, () => {
        for (const ask of questions) ask()
      })
    : null
  if (session?.state.line !== 'joined') {
    socket.disconnect()
    return null
  }
  const until: Desk['until'] = (question, patienceMs = asLongAsAForm) =>
    new Promise((resolve) => {
      const answered = (answer: Parameters<typeof resolve>[0]) => {
        questions.delete(ask)
        clearTimeout(patience)
        resolve(answer)
      }
      const ask = () => {
        const answer = question(session.state)
        if (answer !== null) answered(answer)
      }
      const patience = setTimeout(answered, patienceMs, null)
      questions.add(ask)
      ask()
    })
  return {
    until,
    state: () => session.state,
    text: (clause) => session.document.getText(clause).toString(),
    type(clause, letters, before = false) {
      const text = session.document.getText(clause)
      text.insert(before ? 0 : text.length, letters)
    },
    cut: () => void socket.disconnect(),
    async comeBack() {
      const away = new Promise<void>((resolve) => socket.once('connect_error', () => resolve()))
      socket.connect()
      await Promise.race([away, until(({ line }) => (line === 'apart' || line === 'joining' ? null : line))])
    },
    close() {
      session.close()
      socket.disconnect()
    },
  }
}
