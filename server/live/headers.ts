// What every answer carries that does not come by way of the pages.
import type { IncomingMessage, ServerResponse } from 'node:http'

export function bareHeaders(baseUrl: string): Readonly<Record<string, string>> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    'Content-Security-Policy':
      "default-src 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
    ...(baseUrl.startsWith('https:')
      ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }
      : {}),
  }
}

/** A refused handshake is answered before the engine asks anybody for headers; upgrades have no answer to dress. */
export function dressRefusal(request: IncomingMessage, baseUrl: string): void {
  const { res } = request as IncomingMessage & { res?: ServerResponse }
  for (const [name, value] of Object.entries(bareHeaders(baseUrl))) res?.setHeader(name, value)
}
