// An open page in the workshop without a browser: the page's own session over a socket, joined anew after every cut.
import type { Socket } from 'socket.io-client'
import { type Line, openSession, type Session, type SessionState } from '#app/live/workshop/session.ts'

/** `socket` is connected, or comes to it; what is told of before the first joining is told too. */
export async function openPage(
  socket: Socket,
  section: string,
  changed: (state: SessionState) => void = () => undefined,
): Promise<Session> {
  const topic = `draft:${section}`
  const session = openSession(section, lineOver(socket), changed)
  const enter = async () => {
    const answer = await socket
      .timeout(20_000)
      .emitWithAck('watch', { topic, asOf: 0 })
      .catch(() => null)
    if (answer?.answer === 'refused') session.shownOut('right')
    else if (answer !== null) await session.join()
  }
  socket.on('connect', enter)
  socket.on('disconnect', () => session.apart())
  socket.on('refused', (told: { topic: string }) => told.topic === topic && session.shownOut('right'))
  if (socket.connected) await enter()
  return session
}

export function lineOver(socket: Socket): Line {
  return {
    send: (name, message) => void socket.emit(name, message),
    ask: (name, message) => socket.timeout(20_000).emitWithAck(name, message),
    hear(name, listener) {
      socket.on(name, listener as never)
      return () => void socket.off(name, listener as never)
    },
  }
}
