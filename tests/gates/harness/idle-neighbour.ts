// A process beside the server that does nothing: what even it has to wait for is the machine, not the server.
import { spawn } from 'node:child_process'
import type { Delay } from './event-loop.ts'

export interface IdleNeighbour {
  /** Since it was asked last. */
  waited(): Promise<Delay>
  stop(): void
}

const script = `
  const { monitorEventLoopDelay } = require('node:perf_hooks')
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  process.stdin.on('data', () => {
    const over = (nanoseconds) => Math.max(0, Math.round(nanoseconds / 1e6 - 10))
    console.log(JSON.stringify({ p99Ms: over(delay.percentile(99)), maxMs: over(delay.max) }))
    delay.reset()
  })`

export function startIdleNeighbour(): IdleNeighbour {
  const child = spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'pipe', 'ignore'] })
  const abandon = () => child.kill('SIGKILL')
  process.once('exit', abandon)
  return {
    waited: () =>
      new Promise((resolve) => {
        child.stdout.once('data', (line: Buffer) => resolve(JSON.parse(line.toString()) as Delay))
        child.stdin.write('?')
      }),
    stop() {
      process.off('exit', abandon)
      abandon()
    },
  }
}
