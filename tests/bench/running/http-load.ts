// Puts load on an address from another process and gives what came of it, the server's own cost included.
import { fork } from 'node:child_process'
import path from 'node:path'
import { type Cost, percentile } from './cost.ts'

export interface Target {
  readonly url: string
  cost(): Cost
}

export interface Asking {
  /** Asked for in turn. */
  readonly paths: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
  /** One of these in turn with each request, so that many people ask. */
  readonly cookies?: readonly string[]
  readonly connections?: number
  /** Ends after so many answers, or after so many milliseconds. */
  readonly most?: number
  readonly ms?: number
}

export interface Answers {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly failed: number
  readonly bytesEach: number
  readonly cpuMsEach: number
}

interface Told {
  readonly answered: number
  readonly failed: number
  readonly received: number
  readonly seconds: number
  readonly waits: readonly number[]
}

/** First a short run that does not count, so that the code is warm. */
export async function askFor(target: Target, asking: Asking): Promise<Answers> {
  const { most = 20_000 } = asking
  await load(target, { ...asking, most: Math.ceil(most / 3) })
  const before = target.cost()
  const { answered, failed, received, seconds, waits } = await load(target, asking)
  const after = target.cost()
  return {
    perSecond: answered / seconds,
    p50: percentile(waits, 0.5),
    p99: percentile(waits, 0.99),
    failed,
    bytesEach: received / answered,
    cpuMsEach: (after.cpuMs - before.cpuMs) / answered,
  }
}

function load(target: Target, asking: Asking): Promise<Told> {
  const { hostname, port } = new URL(target.url)
  const { paths, headers = {}, cookies = [null], connections = 8, most = 20_000, ms = 6000 } = asking
  const requests = Array.from({ length: paths.length * cookies.length }, (_, index) =>
    requestFor(`${hostname}:${port}`, paths[index % paths.length] ?? '/', {
      ...headers,
      ...(cookies[index % cookies.length] === null ? {} : { Cookie: cookies[index % cookies.length] ?? '' }),
    }),
  )
  const job = { host: hostname, port: Number(port), requests, connections, most, ms }
  return new Promise((resolve, reject) => {
    const child = fork(path.resolve('tests/bench/running/http-load.mjs'), {
      execArgv: [],
      serialization: 'advanced',
    })
    child.send(job)
    child.once('message', (told: Told) => resolve(told))
    child.once('exit', (code) => reject(new Error(`The load ended with ${code} and told nothing.`)))
  })
}

function requestFor(host: string, address: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ Host: host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  return `GET ${address} HTTP/1.1\r\n${lines.join('')}\r\n`
}
