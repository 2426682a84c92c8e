// Somebody at the door without JavaScript: reads pages, sends forms, keeps the one cookie. An answer that never came has status 0.
import http from 'node:http'
import type { Place } from './place.ts'

export interface Answer {
  /** 0: the connection broke or nothing came in time. */
  readonly status: number
  readonly text: string
  readonly location: string | null
  readonly headers: http.IncomingHttpHeaders
  readonly ms: number
}

export interface Visitor {
  get(path: string): Promise<Answer>
  /** Sends a form as a browser does; a file makes it multipart. */
  send(path: string, fields: Fields): Promise<Answer>
  /** Any request at all. */
  ask(method: string, path: string, headers?: Record<string, string>, body?: Buffer | string): Promise<Answer>
  /** The session's cookie, once signed in. */
  cookie(): string | null
  close(): void
}

export type Fields = Readonly<Record<string, string | number | readonly string[] | SentFile>>
export interface SentFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

export interface Visiting {
  /** What `sessions.ts` gave, or a cookie of one's own. */
  readonly cookie?: string | null
  /** The network address the visitor comes from. */
  readonly from?: string
  readonly timeoutMs?: number
  readonly agent?: http.Agent
}

export function visitor(place: Pick<Place, 'port' | 'baseUrl'>, who: Visiting = {}): Visitor {
  const agent = who.agent ?? new http.Agent({ keepAlive: true, maxSockets: 64 })
  let cookie = who.cookie ?? null
  const ask: Visitor['ask'] = (method, path, headers = {}, body) =>
    new Promise((resolve) => {
      const began = performance.now()
      const answer = (rest: Partial<Answer>) =>
        resolve({
          status: 0,
          text: '',
          location: null,
          headers: {},
          ms: performance.now() - began,
          ...rest,
        })
      const request = http.request(
        {
          host: '127.0.0.1',
          port: place.port,
          method,
          path,
          agent,
          timeout: who.timeoutMs ?? 15_000,
          headers: {
            ...(who.from ? { 'X-Forwarded-For': who.from } : {}),
            ...(cookie ? { Cookie: cookie } : {}),
            ...(method === 'GET' ? {} : { Origin: place.baseUrl }),
            ...(body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', () => answer({}))
          response.on('aborted', () => answer({}))
          response.on('end', () => {
            const given = response.headers['set-cookie']?.[0]?.split(';')[0]
            if (given) cookie = given.endsWith('=') ? null : given
            answer({
              status: response.statusCode ?? 0,
              text: Buffer.concat(chunks).toString('utf8'),
              location: response.headers.location ?? null,
              headers: response.headers,
            })
          })
        },
      )
      request.on('timeout', () => request.destroy())
      request.on('error', () => answer({}))
      request.end(body)
    })
  return {
    ask,
    get: (path) => ask('GET', path),
    send(path, fields) {
      const { type, body } = encode(fields)
      return ask('POST', path, { 'Content-Type': type }, body)
    },
    cookie: () => cookie,
    close: () => agent.destroy(),
  }
}

/** The value of a hidden field on a page, as its form would send it. */
export function fieldIn(page: string, name: string): string {
  const tag = new RegExp(`<input[^>]*\\bname="${name}"[^>]*>`).exec(page)?.[0] ?? ''
  const value = /\bvalue="([^"]*)"/.exec(tag)?.[1]
  if (value === undefined) {
    const words = page
      .slice(page.indexOf('<main'))
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
    throw new Error(`The page has no field '${name}', but says: ${words.slice(0, 200) || 'nothing'}`)
  }
  return value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
}

/** Whether the server said that it was done: led on, or answered a script with what was made. */
export function isDone({ status }: Answer): boolean {
  return status === 303 || status === 200 || status === 201
}

function encode(fields: Fields): { readonly type: string; readonly body: Buffer } {
  const entries = Object.entries(fields).flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.map((one): [string, string | SentFile] => [name, one])
      : [[name, typeof value === 'number' ? String(value) : value] as [string, string | SentFile]],
  )
  if (entries.every(([, value]) => typeof value === 'string')) {
    const body = new URLSearchParams(entries as [string, string][]).toString()
    return { type: 'application/x-www-form-urlencoded', body: Buffer.from(body) }
  }
  const boundary = 'stimmtisch-gate-boundary'
  const parts = entries.map(([name, value]) => {
    const file = typeof value === 'string' ? null : value
    const head = file
      ? `Content-Disposition: form-data; name="${name}"; filename="${file.name}"\r\nContent-Type: ${file.type}`
      : `Content-Disposition: form-data; name="${name}"`
    return Buffer.concat([
      Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`),
      file ? Buffer.from(file.bytes) : Buffer.from(value as string),
      Buffer.from('\r\n'),
    ])
  })
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  }
}
