// The second signer's own small server: Node and nothing else. It sees codes and blinded messages, never a ballot.
import { readFileSync } from 'node:fs'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { Place } from './place.ts'
import { type NotSigned, signOnce } from './sign.ts'

/** What the pages of the house ask. */
export const signPath = '/unterschrift'

const statusOf: Readonly<Record<NotSigned, number>> = {
  'code-unknown': 403,
  'code-used': 409,
  'not-readable': 400,
  over: 410,
}

const mostBytes = 16_000

/** With a certificate of its own it needs no proxy. */
export function openSignerServer(
  place: Place,
  secure: { readonly cert: string; readonly key: string } | null,
): Server {
  const answer = listener(place)
  if (secure === null) return createServer(answer)
  const files = { cert: readFileSync(secure.cert), key: readFileSync(secure.key) }
  return createSecureServer(files, answer) as unknown as Server
}

function listener(place: Place): RequestListener {
  return (request, response) => {
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Access-Control-Allow-Origin', place.house)
    const path = (request.url ?? '').split('?')[0]
    if (request.method === 'OPTIONS') {
      response.setHeader('Access-Control-Allow-Methods', 'POST')
      response.setHeader('Access-Control-Allow-Headers', 'content-type')
      response.writeHead(204).end()
    } else if (request.method === 'POST' && path === signPath) {
      take(place, request, response).catch(() => send(response, 500, { reason: 'not-readable' }))
    } else if (request.method === 'GET' && path === '/') {
      send(response, 200, { ...place.card, codes: place.codes.size, signed: place.signed.size })
    } else send(response, 404, {})
  }
}

async function take(place: Place, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = await signOnce(place, await bodyOf(request))
  send(response, 'reason' in answer ? statusOf[answer.reason] : 200, answer)
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk
    if (text.length > mostBytes) return null
  }
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(value))
}
