// Guests' pages from memory. A page made for one guest is shown to the next as long as nothing happened in town: the
// number of the newest event is asked with every answer, on whichever process it was written. Pages say "vor 5 Minuten"
// and change at deadlines without an event, so none is shown for longer than ten seconds. Nonces and form keys are
// new in every answer.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Visit } from '#app/http/context.ts'
import { type KeptPage, openKeptPages } from './guest-pages/kept.ts'
import { watchMaking } from './guest-pages/making.ts'
import { cutPage } from './guest-pages/pieces.ts'
import type { RunningPlatform } from './platform.ts'

export interface GuestPages {
  /** Answers from memory, or lets the page be made. */
  answer(request: IncomingMessage, response: ServerResponse, make: () => void): void
  /** Gives the visit a page is made with. `keep` gets what to do with the page when it is whole, where it is a guest's. */
  watch(
    request: IncomingMessage,
    visiting: () => Promise<Visit>,
    keep: (whole: WholePage) => void,
  ): Promise<Visit>
}

export type WholePage = (response: ServerResponse, body: Buffer) => void

const longestMs = 10_000
const longestAddress = 300
/** A standard of a thousand clauses in one page; all pages together have a limit of their own. */
const largestPage = 2_000_000

export function openGuestPages(platform: RunningPlatform): GuestPages {
  const kept = openKeptPages()
  /** Addresses whose page is being made, so that a crowd waits for one page instead of making a thousand. */
  const making = new Map<string, Promise<void>>()
  const now = () => Date.parse(platform.now())

  function fresh(address: string, newest: number): KeptPage | null {
    const found = kept.find(address)
    if (!found) return null
    const age = now() - found.madeAt
    if (found.event === newest && age >= 0 && age < longestMs) return found
    kept.forget(address)
    return null
  }

  function send(response: ServerResponse, found: KeptPage, zipped: boolean): void {
    const nonce = newNonce()
    const words = [Buffer.from(nonce)]
    for (let key = 0; key < found.keys; key++) words.push(Buffer.from(platform.newId()))
    const { parts, length } = zipped ? found.page.fillCompressed(words) : found.page.fill(words)
    const headers = [...found.headers]
    for (const place of found.noncePlaces)
      headers[place] = headers[place]?.replaceAll(found.nonce, nonce) ?? ''
    if (zipped) headers.push('Content-Encoding', 'gzip')
    headers.push('Content-Length', String(length))
    response.writeHead(200, headers)
    // Corked the parts leave together; a copy of every page would be tidied away after every answer.
    response.cork()
    for (const part of parts) response.write(part)
    response.end()
  }

  async function answerSoon(
    address: string,
    zipped: boolean,
    response: ServerResponse,
    make: () => void,
  ): Promise<void> {
    const newest = await platform.database.newestEvent()
    const found = fresh(address, newest)
    if (found) return send(response, found, zipped)
    const underWay = making.get(address)
    if (underWay) {
      await underWay
      const made = fresh(address, await platform.database.newestEvent())
      if (made) return send(response, made, zipped)
      return make()
    }
    let done = () => {}
    making.set(
      address,
      new Promise((resolve) => {
        done = resolve
      }),
    )
    response.once('close', () => {
      making.delete(address)
      done()
    })
    make()
  }

  return {
    answer(request, response, make) {
      const address = addressOf(request)
      if (address === null) return make()
      const zipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
      answerSoon(address, zipped, response, make).catch(() => {
        if (!response.headersSent) make()
      })
    },
    async watch(request, visiting, keep) {
      const address = addressOf(request)
      if (address === null) return visiting()
      const madeAt = now()
      // Asked before the page reads anything: what is committed meanwhile makes it old at once.
      const event = await platform.database.newestEvent()
      const watched = watchMaking(await visiting())
      keep((response, body) => {
        if (!watched.isForEverybody() || !isKeepable(response, body)) return
        const words = watched.words()
        const { nonce } = watched.visit
        const page = cutPage(body, words)
        const headers = keptHeaders(response)
        kept.keep(address, {
          page,
          keys: words.length - 1,
          headers,
          noncePlaces: headers.flatMap((value, place) => (value.includes(nonce) ? [place] : [])),
          nonce,
          event,
          madeAt,
        })
      })
      return watched.visit
    },
  }
}

/** Null for whatever is more than a guest asking for a page. */
function addressOf({ method, url = '', headers }: IncomingMessage): string | null {
  if (method !== 'GET' || url.length > longestAddress) return null
  if (headers.cookie !== undefined || headers.authorization !== undefined || headers.range !== undefined)
    return null
  const path = url.split('?', 1)[0] ?? ''
  if (path.includes('.') || path.startsWith('/live') || path === '/healthz' || /[?&]_data=/.test(url))
    return null
  return url
}

function isKeepable(response: ServerResponse, body: Buffer): boolean {
  return (
    response.statusCode === 200 &&
    body.length <= largestPage &&
    response.getHeader('content-type') === 'text/html; charset=utf-8' &&
    response.getHeader('cache-control') === 'no-cache' &&
    response.getHeader('set-cookie') === undefined
  )
}

const ownToEachAnswer = new Set([
  'content-length',
  'content-encoding',
  'date',
  'connection',
  'transfer-encoding',
])

function keptHeaders(response: ServerResponse): readonly string[] {
  return Object.entries(response.getHeaders())
    .filter(([name]) => !ownToEachAnswer.has(name))
    .flatMap(([name, value]) => [name, String(value)])
}

export function newNonce(): string {
  return randomBytes(16).toString('base64url')
}
