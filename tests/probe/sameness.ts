// Whether two answers are the same but for what differs each time.
import type { Reply } from './http.ts'

/** An answer without what differs each time: its own address, nonces, form keys, seals. */
export function bare(reply: Reply, own: readonly string[]): string {
  const {
    date: _,
    etag: __,
    'content-length': ___,
    connection: ____,
    'keep-alive': _____,
    ...headers
  } = reply.headers
  const nonce = /'nonce-([\w-]+)'/.exec(String(headers['content-security-policy']))?.[1] ?? 'no nonce'
  let text = `${reply.status}\n${JSON.stringify(headers)}\n${reply.body}`.replaceAll(/%2f/gi, '/')
  for (const name of own.flatMap((one) => [one, one.replaceAll('-', ' ')]))
    if (name !== '')
      text = text.replaceAll(
        new RegExp(`(?<![\\w-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`, 'g'),
        'X',
      )
  return text
    .replaceAll(nonce, 'NONCE')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'KEY')
    .replace(/[\w-]{60,}(\.[\w-]+)*/g, 'SEAL')
}

export function difference(a: string, b: string): string {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return `…${a.slice(Math.max(0, at - 30), at + 50)}… and …${b.slice(Math.max(0, at - 30), at + 50)}…`.replace(
    /\s+/g,
    ' ',
  )
}
