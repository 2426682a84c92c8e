// Readers in a process of their own, and what they received of what was posted.
import { fork } from 'node:child_process'
import path from 'node:path'
import { percentile } from './cost.ts'
import type { Target } from './http-load.ts'

export interface Fanout {
  readonly p50: number
  readonly p99: number
  readonly lost: number
  readonly doubled: number
  readonly cpuUsPerDelivery: number
  readonly bytes: number
}

export interface Watching {
  readonly sockets: number
  readonly topic: string
  /** Where a message has its number; `"number":(\d+)` where nothing is said. */
  readonly pattern?: string
}

export interface FanoutWish extends Watching {
  readonly posts: number
  readonly everyMs: number
  /** Posts that come first and do not count, so that the code is warm. */
  readonly warm?: number
  /** The pause after each of those. */
  readonly warmEveryMs?: number
  /** Posts and gives the number the message will carry. */
  post(index: number): Promise<number>
  /** Waits until the next may be posted; no part of what is measured. */
  before?(index: number): Promise<void>
}

export interface Receipt {
  readonly socket: number
  readonly number: number
  readonly atMs: number
  readonly bytes: number
  /** The newest event the message told of: the same message has the same. */
  readonly upTo: number
}

export interface Readers {
  /** What came since the last report. */
  report(): Promise<readonly Receipt[]>
  close(): void
}

/** On the clock the receipts are told in. */
export function nowMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

export async function openReaders(target: Pick<Target, 'url'>, watching: Watching): Promise<Readers> {
  const { hostname, port } = new URL(target.url)
  const { sockets, topic, pattern = '"number":(\\d+)' } = watching
  const child = fork(path.resolve('tests/bench/running/sockets.mjs'), {
    execArgv: [],
    serialization: 'advanced',
  })
  const told = <T>() =>
    new Promise<T>((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`The readers ended with ${code}.`))
      child.once('exit', ended)
      child.once('message', (message) => {
        child.off('exit', ended)
        resolve(message as T)
      })
    })
  const joined = told<{ joined: number }>()
  child.send({ host: hostname, port: Number(port), path: '/live/', sockets, topic, pattern })
  await joined
  // Until everybody has been told who else is there.
  await pause(2500)
  return {
    async report() {
      const report = told<{ receipts: readonly (readonly [number, number, number, number, number])[] }>()
      child.send('report')
      return (await report).receipts.map(([socket, number, atMs, bytes, upTo]) => ({
        ...{ socket, number, atMs, bytes, upTo },
      }))
    },
    close() {
      if (child.connected) child.send('end')
    },
  }
}

export async function fanOut(target: Target, wish: FanoutWish): Promise<Fanout> {
  const readers = await openReaders(target, wish)
  try {
    const sentAt = new Map<number, number>()
    const { warm = 3, warmEveryMs = wish.everyMs / 2 } = wish
    for (let index = 0; index < warm; index++) {
      await wish.before?.(index)
      await wish.post(index)
      await pause(warmEveryMs)
    }
    await pause(wish.everyMs)
    await readers.report()
    const before = target.cost()
    for (let index = warm; index < wish.posts + warm; index++) {
      await wish.before?.(index)
      const at = nowMs()
      sentAt.set(await wish.post(index), at)
      await pause(wish.everyMs)
    }
    await pause(1500)
    const after = target.cost()
    const counted = (await readers.report()).filter(({ number }) => sentAt.has(number))
    const cpuMs = after.cpuMs - before.cpuMs
    return { ...heardOf(counted, sentAt, wish.sockets), cpuUsPerDelivery: (cpuMs * 1000) / counted.length }
  } finally {
    readers.close()
  }
}

/** Each reader's first word of each number counts; the same message twice is a double. */
function heardOf(
  counted: readonly Receipt[],
  sentAt: ReadonlyMap<number, number>,
  sockets: number,
): Omit<Fanout, 'cpuUsPerDelivery'> {
  const first = new Map<string, Receipt>()
  const messages = new Set<string>()
  for (const receipt of counted) {
    const { socket, number, upTo } = receipt
    messages.add(`${socket} ${number} ${upTo}`)
    if (!first.has(`${socket} ${number}`)) first.set(`${socket} ${number}`, receipt)
  }
  const waits = [...first.values()].map(({ number, atMs }) => atMs - (sentAt.get(number) ?? 0))
  return {
    p50: percentile(waits, 0.5),
    p99: percentile(waits, 0.99),
    lost: sockets * sentAt.size - first.size,
    doubled: counted.length - messages.size,
    bytes: counted[0]?.bytes ?? 0,
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
