// People at their keyboards: the browser's own session over a Socket.IO client, in a town with a live door.

import type { Socket } from 'socket.io-client'
import { vi } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { type Line, openSession, type Session, type SessionState } from '#app/live/workshop/session.ts'
import { connectTo } from '#tests/live/town.ts'

export interface Writer {
  readonly session: Session
  readonly socket: Socket
  readonly states: SessionState[]
  text(clause: string): string
  type(clause: string, at: number, letters: string): void
  /** Everything of this page is stored. */
  saved(): Promise<void>
  /** Cuts the line until `comeBack`. */
  cut(): void
  comeBack(): void
  close(): void
}

export interface Writing {
  readonly baseUrl: string
  session(actor: Actor): Promise<{ token: string }>
}

export async function writer(town: Writing, actor: Actor, section: string): Promise<Writer> {
  const { token } = await town.session(actor)
  const { baseUrl } = town
  const { socket } = await connectTo({ token, baseUrl, origin: baseUrl, transport: 'websocket' })
  const states: SessionState[] = []
  const session = openSession(section, lineOver(socket), (state) => states.push(state))
  const enter = async () => {
    const answer = await socket
      .timeout(4000)
      .emitWithAck('watch', { topic: `draft:${section}`, asOf: 0 })
      .catch(() => null)
    if (answer?.answer === 'refused') session.shownOut('right')
    else if (answer !== null) await session.join()
  }
  socket.on('connect', enter)
  socket.on('disconnect', () => session.apart())
  socket.on('refused', ({ topic }) => topic === `draft:${section}` && session.shownOut('right'))
  await enter()
  return {
    ...{ session, socket, states },
    text: (clause) => session.document.getText(clause).toString(),
    type: (clause, at, letters) => session.document.getText(clause).insert(at, letters),
    saved: () =>
      vi.waitUntil(() => session.state.line === 'joined' && !session.state.unsaved, {
        timeout: 15_000,
      }) as unknown as Promise<void>,
    cut: () => void socket.disconnect(),
    comeBack: () => void socket.connect(),
    close() {
      session.close()
      socket.disconnect()
    },
  }
}

export function lineOver(socket: Socket): Line {
  return {
    send: (name, message) => void socket.emit(name, message),
    ask: (name, message) => socket.timeout(6000).emitWithAck(name, message),
    hear(name, listener) {
      socket.on(name, listener as never)
      return () => void socket.off(name, listener as never)
    },
  }
}
