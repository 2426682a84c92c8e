// A town with a live door, and browsers' own Socket.IO clients in front of it.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io, type Socket } from 'socket.io-client'
import { type Actor, system } from '#app/domain/actor.ts'
import { startSession } from '#app/domain/people/session.server.ts'
import type { NewsMessage } from '#server/live/gather.ts'
import { type Live, openLive, type WatchAnswer } from '#server/live.ts'
import type { DatabaseKind } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'

export interface LiveTown extends TestTown {
  readonly live: Live
  readonly baseUrl: string
  /** Signs somebody in and gives the secret of the session. */
  session(actor: Actor): Promise<{ token: string; sessionId: string }>
  connect(as?: Partial<Connecting>): Promise<Client>
}

export interface Connecting {
  readonly token: string | null
  readonly origin: string | null
  readonly baseUrl: string
  readonly transport: 'websocket' | 'polling'
  /** As a proxy of ours would tell it. */
  readonly from?: string
}

export interface Client {
  readonly socket: Socket
  readonly news: readonly NewsMessage[]
  readonly told: readonly { readonly name: string; readonly message: unknown }[]
  watch(topic: string, asOf: number): Promise<WatchAnswer | null>
  /** The next message of this name that nobody has waited for, or the failure to get one in time. */
  next<T>(name: string, withinMs?: number): Promise<T>
}

export async function openLiveTown(
  database: DatabaseKind,
  pace?: Parameters<typeof openLive>[3],
): Promise<LiveTown> {
  const server = await listening()
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const town = await openTestTown(database, { BASE_URL: baseUrl })
  const live = openLive(server, town.platform, town.settings, pace)
  const clients: Socket[] = []
  const closeTown = town.close
  return Object.assign(town, {
    live,
    baseUrl,
    async session(actor: Actor) {
      const { token, sessionId } = await town.does(system, startSession, {
        accountId: actor.accountId ?? '',
        device: 'Test',
        replaces: null,
      })
      return { token, sessionId }
    },
    async connect(as: Partial<Connecting> = {}) {
      const client = await connectTo({ token: null, origin: baseUrl, baseUrl, transport: 'websocket', ...as })
      clients.push(client.socket)
      return client
    },
    async close() {
      for (const socket of clients) socket.disconnect()
      await live.close()
      await new Promise((resolve) => server.close(resolve))
      await closeTown()
    },
  })
}

export function listening(port = 0): Promise<Server> {
  const server = createServer((_request, response) => response.end())
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)))
}

export function connectTo({ token, origin, baseUrl, transport, from }: Connecting): Promise<Client> {
  const socket = io(baseUrl, {
    path: '/live',
    transports: [transport],
    forceNew: true,
    reconnectionDelay: 50,
    extraHeaders: {
      ...(origin === null ? {} : { Origin: origin }),
      ...(token === null ? {} : { Cookie: `stimmtisch=${token}` }),
      ...(from === undefined ? {} : { 'X-Forwarded-For': from }),
    },
  })
  const told: { name: string; message: unknown }[] = []
  const taken = new Set<object>()
  socket.onAny((name: string, message: unknown) => told.push({ name, message }))
  const client: Client = {
    socket,
    told,
    get news() {
      return told.filter((one) => one.name === 'news').map((one) => one.message as NewsMessage)
    },
    watch: (topic, asOf) => socket.timeout(3000).emitWithAck('watch', { topic, asOf }),
    async next<T>(name: string, withinMs = 1000): Promise<T> {
      const until = Date.now() + withinMs
      while (Date.now() < until) {
        const found = told.find((one) => one.name === name && !taken.has(one))
        if (found) {
          taken.add(found)
          return found.message as T
        }
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      throw new Error(`No '${name}' within ${withinMs} ms; heard: ${JSON.stringify(told)}`)
    },
  }
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(client))
    socket.once('connect_error', (error) => {
      socket.disconnect()
      reject(error)
    })
  })
}
