// An open page as the browser keeps it: watches a topic from the newest event it knows, asks the same again after every cut.
import { io } from 'socket.io-client'
import type { NewsMessage } from '#server/live/gather.ts'
import type { WatchAnswer } from '#server/live.ts'
import type { Place } from '../harness/place.ts'

export interface Reader {
  readonly topic: string
  /** The newest event it knows of. */
  upTo(): number
  /** Messages that told nothing newer than an earlier message had. */
  disorder(): number
  connected(): boolean
  watching(): boolean
  /** Cuts the line, as a tunnel does; it comes back by itself. */
  cut(): void
  onChange(changed: () => void): void
  close(): void
}

export function openReader(
  place: Pick<Place, 'baseUrl'>,
  topic: string,
  { cookie = null, asOf = 0 }: { readonly cookie?: string | null; readonly asOf?: number } = {},
): Reader {
  let newest = asOf
  let told = 0
  let disorder = 0
  let watching = false
  let changed = () => undefined as unknown
  const socket = io(place.baseUrl, {
    path: '/live',
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 3000,
    randomizationFactor: 0.8,
    extraHeaders: { Origin: place.baseUrl, ...(cookie ? { Cookie: cookie } : {}) },
  })
  const ask = () => {
    socket
      .timeout(8000)
      .emitWithAck('watch', { topic, asOf: newest })
      .then((answer: WatchAnswer | null) => {
        watching = answer !== null && answer.answer !== 'refused'
        if (answer?.answer === 'refused') changed()
        if (answer && answer.upTo > newest) {
          newest = answer.upTo
          changed()
        }
      })
      .catch(() => {
        if (socket.connected) setTimeout(ask, 500 + Math.random() * 1500)
      })
  }
  socket.on('connect', ask)
  socket.on('disconnect', () => {
    watching = false
  })
  socket.on('refused', () => {
    watching = false
    changed()
  })
  socket.on('come-back', ({ withinMs }: { withinMs: number }) => {
    socket.io.reconnectionDelay(300 + Math.random() * withinMs)
  })
  socket.on('news', (message: NewsMessage) => {
    if (message.topic !== topic) return
    if (message.upTo <= told) disorder++
    told = Math.max(told, message.upTo)
    // What came between joining and the answer to `watch` is told by both; a page drops what is not newer.
    if (message.upTo <= newest) return
    newest = message.upTo
    changed()
  })
  return {
    topic,
    upTo: () => newest,
    disorder: () => disorder,
    connected: () => socket.connected,
    watching: () => watching,
    cut: () => socket.io.engine?.close(),
    onChange(listener) {
      changed = listener
    },
    close: () => socket.disconnect(),
  }
}
