// Somebody who asks every few moments whether the town is well, and notes how long each answer took. A process of its own,
// so that what the crowd of a gate waits for among itself is not held against the town.
import { spawn } from 'node:child_process'
import type { Place } from '../harness/place.ts'

export interface Asking {
  /** Known once it has stopped. */
  readonly waits: readonly number[]
  /** Answers by status; 0 is none. Known once it has stopped. */
  readonly statuses: ReadonlyMap<number, number>
  stop(): Promise<void>
}

const script = `
  const http = require('node:http')
  const [port, path, everyMs] = process.argv.slice(1)
  const agent = new http.Agent({ keepAlive: true })
  const answers = []
  let stopped = false
  process.stdin.on('data', () => { stopped = true }).on('end', () => process.exit())
  const ask = () => new Promise((resolve) => {
    const began = performance.now()
    const done = (status) => resolve([status, performance.now() - began])
    http.get({ host: '127.0.0.1', port, path, agent, timeout: 10_000 }, (answer) => {
      answer.resume().on('end', () => done(answer.statusCode)).on('error', () => done(0))
    }).on('timeout', function () { this.destroy() }).on('error', () => done(0))
  })
  const go = async () => {
    while (!stopped) {
      answers.push(await ask())
      await new Promise((resolve) => setTimeout(resolve, Number(everyMs)))
    }
    process.stdout.write(JSON.stringify(answers), () => process.exit())
  }
  void go()`

export function askEveryFewMoments({ port }: Pick<Place, 'port'>, path = '/healthz', everyMs = 20): Asking {
  const child = spawn(process.execPath, ['-e', script, String(port), path, String(everyMs)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const abandon = () => child.kill('SIGKILL')
  process.once('exit', abandon)
  let told = ''
  child.stdout.on('data', (piece: Buffer) => {
    told += piece.toString()
  })
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const waits: number[] = []
  const statuses = new Map<number, number>()
  return {
    waits,
    statuses,
    async stop() {
      child.stdin.write('stop')
      await gone
      process.off('exit', abandon)
      for (const [status, ms] of JSON.parse(told) as readonly (readonly [number, number])[]) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        if (status === 200) waits.push(ms)
      }
    },
  }
}
