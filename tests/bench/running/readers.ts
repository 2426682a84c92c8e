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

export interface FanoutWish {
  readonly sockets: number
  readonly topic: string
  readonly posts: number
  readonly everyMs: number
  /** Posts and gives the number the message will carry. */
  post(index: number): Promise<number>
}

type Receipt = readonly [socket: number, number: number, atMs: number, bytes: number]

export async function fanOut(target: Target, wish: FanoutWish): Promise<Fanout> {
  const { hostname, port } = new URL(target.url)
  const child = fork(path.resolve('tests/bench/running/sockets.mjs'), {
    execArgv: [],
    serialization: 'advanced',
  })
  const told = <T>() =>
    new Promise<T>((resolve, reject) => {
      child.once('message', (message) => resolve(message as T))
      child.once('exit', (code) => reject(new Error(`The readers ended with ${code}.`)))
    })
  const joined = told<{ joined: number }>()
  child.send({ host: hostname, port: Number(port), path: '/live/', sockets: wish.sockets, topic: wish.topic })
  await joined
  // Until everybody has been told who else is there.
  await pause(2500)
  const sentAt = new Map<number, number>()
  for (let warm = 0; warm < 3; warm++) {
    await wish.post(warm)
    await pause(wish.everyMs)
  }
  const early = told<{ receipts: Receipt[] }>()
  child.send('report')
  await early
  const before = target.cost()
  for (let index = 0; index < wish.posts; index++) {
    const at = Number(process.hrtime.bigint()) / 1e6
    sentAt.set(await wish.post(index + 3), at)
    await pause(wish.everyMs)
  }
  await pause(1500)
  const after = target.cost()
  const report = told<{ receipts: Receipt[] }>()
  child.send('report')
  const { receipts } = await report
  child.removeAllListeners('exit')
  child.send('end')
  const counted = receipts.filter(([, number]) => sentAt.has(number))
  const once = new Set(counted.map(([socket, number]) => `${socket} ${number}`))
  const waits = counted.map(([, number, at]) => at - (sentAt.get(number) ?? 0))
  return {
    p50: percentile(waits, 0.5),
    p99: percentile(waits, 0.99),
    lost: wish.sockets * wish.posts - once.size,
    doubled: counted.length - once.size,
    cpuUsPerDelivery: ((after.cpuMs - before.cpuMs) * 1000) / counted.length,
    bytes: counted[0]?.[3] ?? 0,
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
