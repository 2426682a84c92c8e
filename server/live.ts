// Tells open pages what changed. The only place that emits, and it asks the same policy as the page.
import type { EventEmitter } from 'node:events'
import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Server } from 'socket.io'
import { inTurn } from './in-turn.ts'
import { askAgain, socketsOf } from './live/asking-again.ts'
import { gather } from './live/gather.ts'
import { bareHeaders, dressRefusal } from './live/headers.ts'
import { hear } from './live/hearing.ts'
import { countLines } from './live/lines.ts'
import { withMeetingTopics, withMeetingView } from './live/meeting-view.ts'
import { countPresent } from './live/presence.ts'
import { rightsChangedBy } from './live/rights.ts'
import { isGathering, mayWatch, newestOf } from './live/topics.ts'
import {
  actorOf,
  identify,
  isOwnPage,
  type LiveSocket,
  mayStillSend,
  type Received,
  type Sent,
  type SocketFacts,
} from './live/visitors.ts'
import { openWorkshop } from './live/workshop.ts'
import type { RunningPlatform } from './platform.ts'
import type { Settings } from './settings.ts'

export interface Live {
  close(): Promise<void>
}

export type WatchAnswer = {
  readonly topic: string
  readonly answer: 'watching' | 'stale' | 'refused'
  readonly upTo: number
}

const topicsAtMost = 12
/** Terms and pauses end by the clock, without an event. */
const sweepMs = 60_000

export function openLive(
  server: HttpServer,
  platform: RunningPlatform,
  settings: Settings,
  how: {
    /** How long a letter of the workshop waits at most before it is stored. */
    readonly saveDraftsEveryMs?: number
    /** How many connections one network block may hold. */
    readonly linesAtMost?: number
  } = {},
): Live {
  const lines = countLines(settings.trustProxy, how.linesAtMost)
  const io = new Server<Received, Sent, Record<never, never>, SocketFacts>(server, {
    path: '/live',
    serveClient: false,
    transports: ['websocket', 'polling'],
    // Compression costs four times the work for each delivery and ten times the memory for each reader.
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: 16_384,
    connectTimeout: 10_000,
    // In development Vite listens on the same server.
    destroyUpgrade: !settings.development,
    allowRequest: (request, answer) => {
      dressRefusal(request, settings.baseUrl)
      inTurn(() => answer(null, isOwnPage(request, settings.baseUrl) && lines.mayEnter(request)))
    },
  })
  // Node hands the line over without a listener, and a line that breaks while its upgrade waits must not end the process.
  server.on('upgrade', (_request, line) => line.on('error', () => undefined))
  io.engine.on('headers', (headers: Record<string, string>) => {
    Object.assign(headers, bareHeaders(settings.baseUrl))
  })
  io.engine.on('connection', (line: { request: IncomingMessage; once: EventEmitter['once'] }) => {
    line.once('close', lines.hold(line.request))
  })
  const everybody = (): readonly LiveSocket[] => [...io.of('/').sockets.values()]
  const inRoom = (topic: string) => io.of('/').adapter.rooms.get(topic)
  let telling = Promise.resolve()
  const gathering = gather((message) => {
    if (!inRoom(message.topic)) return
    // One after the other, so that a later word never overtakes an earlier one.
    telling = telling
      .then(async () => {
        io.to(message.topic).emit('news', await withMeetingView(platform, message))
      })
      .catch((error: unknown) => fault(platform, error))
  })
  const presence = countPresent(
    (topic) => everybody().filter((socket) => socket.rooms.has(topic)),
    (topic, count) => io.to(topic).emit('present', { topic, count }),
  )
  const leave = (socket: LiveSocket, topic: string) => {
    socket.data.topics.delete(topic)
    void socket.leave(topic)
    socket.emit('refused', { topic })
    gone(socket, topic)
  }
  const gone = (socket: LiveSocket, topic: string) => {
    if (isGathering(topic)) presence.changed(topic)
    workshop.left(socket, topic)
  }
  const workshop = openWorkshop(
    platform,
    (topic, name, message, but) => (but ? io.to(topic).except(but) : io.to(topic)).emit(name, message),
    leave,
    how.saveDraftsEveryMs ?? 2_500,
  )
  const hearing = hear(platform, settings.databaseUrl, async (news) => {
    const concerned = rightsChangedBy(news.event)
    if (concerned) await askAgain(platform, await socketsOf(platform, everybody(), concerned), leave)
    workshop.heard(news.event)
    gathering.add(await withMeetingTopics(platform, news))
  })
  const sweep = setInterval(() => {
    const signedIn = everybody().filter(({ data }) => data.token !== null)
    askAgain(platform, signedIn, leave).catch((error) => fault(platform, error))
  }, sweepMs)

  io.use((socket, next) =>
    inTurn(() => {
      identify(platform, socket).then(
        () => next(),
        (error) => {
          fault(platform, error)
          next(new Error('later'))
        },
      )
    }),
  )
  io.on('connection', (socket) => {
    socket.use(([name], next) => {
      if (mayStillSend(socket.data, String(name))) next()
      else socket.disconnect(true)
    })
    socket.on('error', () => undefined)
    socket.on('watch', (wish, reply) => {
      if (typeof reply !== 'function') return
      watch(socket, wish).then(
        (answer) => reply(answer),
        (error) => fault(platform, error),
      )
    })
    socket.on('leave', (wish) => {
      const topic = topicIn(wish)
      if (topic === null || !socket.data.topics.delete(topic)) return
      void socket.leave(topic)
      gone(socket, topic)
    })
    workshop.attach(socket)
    socket.on('typing', (wish) => {
      const topic = topicIn(wish)
      if (topic === null || socket.data.accountId === null || !isGathering(topic)) return
      if (socket.rooms.has(topic)) socket.to(topic).emit('typing', { topic })
    })
    socket.on('disconnecting', () => {
      for (const topic of socket.data.topics) gone(socket, topic)
    })
  })

  /** Asked, joined, and only then compared: what is committed in between is either told or seen to be newer. */
  async function watch(socket: LiveSocket, wish: unknown): Promise<WatchAnswer | null> {
    const topic = topicIn(wish)
    const asOf = (wish as { asOf?: unknown } | null)?.asOf
    if (topic === null || !Number.isSafeInteger(asOf)) return null
    const { topics } = socket.data
    const refused = { topic, answer: 'refused', upTo: 0 } as const
    if (topics.size >= topicsAtMost && !topics.has(topic)) return refused
    // Noted before it is asked, so that a right taken away meanwhile is noticed by whoever asks again.
    topics.add(topic)
    await new Promise<void>(inTurn)
    if (!socket.connected || !topics.has(topic)) return null
    await hearing.ready
    const actor = await actorOf(platform, socket.data)
    if (actor === null) {
      socket.disconnect(true)
      return null
    }
    if (!(await mayWatch(platform.database.read, actor, topic)) || !topics.has(topic)) {
      const kind = /^[a-z-]{1,30}(?=:|$)/.exec(topic)?.[0] ?? 'unknown'
      platform.log('info', 'Somebody may not hear.', { account: actor.accountId, of: kind })
      topics.delete(topic)
      void socket.leave(topic)
      return refused
    }
    if (!socket.connected) return null
    await socket.join(topic)
    if (isGathering(topic)) presence.changed(topic)
    const upTo = await newestOf(platform.database.read, topic)
    return { topic, answer: upTo > (asOf as number) ? 'stale' : 'watching', upTo }
  }

  return {
    async close() {
      clearInterval(sweep)
      presence.close()
      gathering.close()
      await workshop.close()
      io.emit('come-back', { withinMs: 3000 })
      await new Promise((resolve) => setTimeout(resolve, 30))
      // Closing the connections, not the sockets: a dismissed socket would never come back by itself.
      io.engine.close()
      await io.of('/').adapter.close()
      await hearing.close()
    },
  }
}

function topicIn(wish: unknown): string | null {
  if (typeof wish !== 'object' || wish === null || !('topic' in wish)) return null
  const { topic } = wish
  return typeof topic === 'string' && topic.length <= 100 && !topic.includes('\0') ? topic : null
}

function fault(platform: RunningPlatform, error: unknown): void {
  platform.log('error', 'A live message failed.', {
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  })
}
