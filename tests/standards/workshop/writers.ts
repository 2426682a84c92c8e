// People at their keyboards: the browser's own session over a Socket.IO client, in a town with a live door.

import type { Socket } from 'socket.io-client'
import { vi } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import type { Session, SessionState } from '#app/live/workshop/session.ts'
import { connectTo } from '#tests/live/town.ts'
import { openPage } from './page.ts'

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
  const session = await openPage(socket, section, (state) => states.push(state))
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
