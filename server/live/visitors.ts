// Who sits behind a socket: asked again each time, since a session can end and a right can be taken away.
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'socket.io'
import { type Actor, guest } from '#app/domain/actor.ts'
import { findVisitor } from '#app/domain/people/session.server.ts'
import { sessionTokenIn } from '#app/http/session-cookie.ts'
import type { RunningPlatform } from '../platform.ts'

export interface SocketFacts {
  /** The session's secret it came with; null for guests. */
  token: string | null
  accountId: string | null
  sessionId: string | null
  readonly topics: Set<string>
  /** How many more messages it may send for now. */
  credit: number
  creditAt: number
  /** The same for the letters of somebody who sits in the workshop. */
  readonly writing: { credit: number; creditAt: number }
}

export type LiveSocket = Socket<Received, Sent, Record<never, never>, SocketFacts>
export type Received = Record<string, (...told: unknown[]) => void>
export type Sent = Record<string, (...told: unknown[]) => void>

/** Browsers name the page a socket comes from; programs that are no browser name none and hold no cookie. */
export function isOwnPage(request: IncomingMessage, baseUrl: string): boolean {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (origin !== undefined) return origin === new URL(baseUrl).origin
  return site === undefined || site === 'same-origin'
}

export async function identify(platform: RunningPlatform, socket: LiveSocket): Promise<void> {
  const token = sessionTokenIn(socket.request.headers.cookie, platform.baseUrl)
  const visitor = token === null ? null : await findVisitor(platform, token)
  Object.assign(socket.data, {
    token: visitor === null ? null : token,
    accountId: visitor?.actor.accountId ?? null,
    sessionId: visitor?.sessionId ?? null,
    topics: new Set<string>(),
    credit: burst,
    creditAt: performance.now(),
    writing: { credit: writingBurst, creditAt: performance.now() },
  } satisfies SocketFacts)
}

/** The person as they stand at this moment; null where the session has ended. */
export async function actorOf(
  platform: RunningPlatform,
  facts: Pick<SocketFacts, 'token'>,
): Promise<Actor | null> {
  if (facts.token === null) return guest
  return (await findVisitor(platform, facts.token))?.actor ?? null
}

const burst = 40
const perSecond = 4
/** A page gathers the letters of a moment; a long time without a line comes back in many parts. */
const writingBurst = 160
const writingPerSecond = 25

/** A page sends a handful of messages; whoever sends hundreds is cut off. Writing has a measure of its own. */
export function mayStillSend(facts: SocketFacts, name: string): boolean {
  const writes = name === 'workshop-write' || name === 'workshop-at'
  const seated = writes && [...facts.topics].some((topic) => topic.startsWith('draft:'))
  return seated ? spend(facts.writing, writingBurst, writingPerSecond) : spend(facts, burst, perSecond)
}

function spend(purse: { credit: number; creditAt: number }, most: number, each: number): boolean {
  const now = performance.now()
  purse.credit = Math.min(most, purse.credit + ((now - purse.creditAt) / 1000) * each) - 1
  purse.creditAt = now
  return purse.credit >= 0
}
