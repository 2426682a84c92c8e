// The browser's one live connection, shared by everything on the page that watches something.
import type { Socket } from 'socket.io-client'
import type { NewsMessage } from '#server/live/gather.ts'
import type { WatchAnswer } from '#server/live.ts'

export interface Watching {
  readonly topic: string
  /** The newest event the page has seen by now. */
  asOf(): number
  watching(): void
  stale(): void
  refused(): void
  lost(): void
  news(message: NewsMessage): void
  present(count: number | null): void
  typing(): void
}

// Lives as long as the page: the only state of its kind, since a browser holds one copy of this module.
const watchings = new Set<Watching>()
let connecting: Promise<Socket> | null = null
const ears = new Set<readonly [string, (message: never) => void]>()

/** Watches a topic until the returned function is called. */
export function watchLive(one: Watching): () => void {
  watchings.add(one)
  connecting ??= connect()
  connecting.then(
    (socket) => socket.connected && ask(socket, one),
    () => one.lost(),
  )
  return () => {
    watchings.delete(one)
    void connecting?.then((socket) => {
      if (socket.connected && !others(one.topic)) socket.emit('leave', { topic: one.topic })
      if (watchings.size > 0) return
      socket.disconnect()
      connecting = null
    })
  }
}

/** For what a page says beside watching: sent only while the connection stands. */
export const liveLine = {
  send(name: string, message: Record<string, unknown>): void {
    void connecting?.then((socket) => socket.connected && socket.emit(name, message))
  },
  async ask(name: string, message: Record<string, unknown>): Promise<unknown> {
    const socket = await connecting
    if (!socket?.connected) throw new Error('There is no connection.')
    return socket.timeout(8000).emitWithAck(name, message)
  },
  /** Until the returned function is called, whatever connections come and go. */
  hear(name: string, listener: (message: never) => void): () => void {
    const ear = [name, listener] as const
    ears.add(ear)
    return () => void ears.delete(ear)
  },
}

export function tellTyping(topic: string): void {
  void connecting?.then((socket) => socket.connected && socket.volatile.emit('typing', { topic }))
}

async function connect(): Promise<Socket> {
  const { io } = await import('socket.io-client')
  const socket = io({
    path: '/live',
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 400,
    reconnectionDelayMax: 8000,
    // A crowd that was cut off together must not come back together.
    randomizationFactor: 0.8,
    timeout: 8000,
  })
  socket.on('connect', () => {
    for (const one of watchings) ask(socket, one)
  })
  socket.on('disconnect', (reason) => {
    for (const one of watchings) one.lost()
    // Dismissed by the server: the session ended. What is public stays open to a guest.
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 2000 + Math.random() * 3000)
  })
  socket.on('connect_error', () => {
    for (const one of watchings) one.lost()
  })
  socket.on('come-back', ({ withinMs }: { withinMs: number }) => {
    socket.io.reconnectionDelay(300 + Math.random() * withinMs)
  })
  socket.on('news', (message: NewsMessage) => each(message.topic, (one) => one.news(message)))
  socket.on('present', (message: { topic: string; count: number | null }) =>
    each(message.topic, (one) => one.present(message.count)),
  )
  socket.on('typing', (message: { topic: string }) => each(message.topic, (one) => one.typing()))
  socket.on('refused', (message: { topic: string }) => each(message.topic, (one) => one.refused()))
  socket.onAny((name: string, message: unknown) => {
    for (const [heard, listener] of ears) if (heard === name) listener(message as never)
  })
  return socket
}

/** The same question after every reconnect: nothing is replayed, what was missed is seen to be newer. */
function ask(socket: Socket, one: Watching): void {
  socket
    .timeout(6000)
    .emitWithAck('watch', { topic: one.topic, asOf: one.asOf() })
    .then((answer: WatchAnswer | null) => {
      if (!watchings.has(one)) return
      if (answer === null || answer.answer === 'refused') return one.refused()
      one.watching()
      if (answer.answer === 'stale') one.stale()
    })
    .catch(() => {
      one.lost()
      setTimeout(
        () => watchings.has(one) && socket.connected && ask(socket, one),
        2000 + Math.random() * 3000,
      )
    })
}

function others(topic: string): boolean {
  return [...watchings].some((one) => one.topic === topic)
}

function each(topic: string, tell: (one: Watching) => void): void {
  for (const one of watchings) if (one.topic === topic) tell(one)
}
