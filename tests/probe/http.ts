// A bare HTTP client: sends exactly the headers it is given, follows nothing.
import { Agent, request as send } from 'node:http'
import { textOf } from './unpacked.ts'

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** As text: see unpacked.ts. */
  readonly body: string
}

export interface Ask {
  readonly method?: string
  readonly cookie?: string | null
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 })

export function request(port: number, path: string, ask: Ask = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers: Record<string, string> = {
      accept: 'text/html,application/json',
      ...(ask.cookie ? { cookie: ask.cookie } : {}),
      ...(ask.body === undefined
        ? {}
        : {
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': String(Buffer.byteLength(ask.body)),
          }),
      ...ask.headers,
    }
    const going = send(
      { agent, host: '127.0.0.1', port, path, method: ask.method ?? 'GET', headers, timeout: 20_000 },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () => {
          const { statusCode = 0, headers: told } = answer
          try {
            const body = textOf(told['content-type'] ?? '', Buffer.concat(parts))
            resolve({ status: statusCode, headers: told, body })
          } catch (error) {
            reject(new Error(`${path} is no zip, though it says so`, { cause: error }))
          }
        })
      },
    )
    going.on('timeout', () => going.destroy(new Error(`No answer for 20 s: ${ask.method ?? 'GET'} ${path}`)))
    going.on('error', reject)
    going.end(ask.body)
  })
}

/** As many requests at once as keep two cores busy. */
export const sideBySide = 4

/** Does the deeds side by side, `width` at a time, in their order. */
export async function together<T>(deeds: readonly T[], width: number, does: (deed: T) => Promise<void>) {
  const waiting = [...deeds]
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await does(next)
    }),
  )
}
