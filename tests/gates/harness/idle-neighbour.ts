// A process beside the server that does nothing: what even it has to wait for is the machine, not the server.
import { spawn } from 'node:child_process'

export interface IdleNeighbour {
  /** Since it was asked last. */
  p99Ms(): Promise<number>
  stop(): void
}

const script = `
  const { monitorEventLoopDelay } = require('node:perf_hooks')
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  process.stdin.on('data', () => {
    console.log(Math.max(0, Math.round(delay.percentile(99) / 1e6 - 10)))
    delay.reset()
  })`

export function startIdleNeighbour(): IdleNeighbour {
  const child = spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'pipe', 'ignore'] })
  const abandon = () => child.kill('SIGKILL')
  process.once('exit', abandon)
  return {
    p99Ms: () =>
      new Promise((resolve) => {
        child.stdout.once('data', (line: Buffer) => resolve(Number(line.toString())))
        child.stdin.write('?')
      }),
    stop() {
      process.off('exit', abandon)
      abandon()
    },
  }
}
