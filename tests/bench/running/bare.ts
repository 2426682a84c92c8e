// Starts one of the bare programs beside which the server is measured.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { type Cost, costOf } from './cost.ts'

export interface BareServer {
  readonly url: string
  readonly pid: number
  cost(): Cost
  stop(): Promise<void>
}

/** The program tells its parent the port it listens on. */
export async function startBare(
  program: string,
  env: Readonly<Record<string, string>> = {},
): Promise<BareServer> {
  const child = fork(path.resolve('tests/bench/bare', program), {
    env: { ...process.env, ...env },
    execArgv: [],
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (told: { port: number }) => resolve(told.port))
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}.`)))
  })
  const pid = child.pid ?? 0
  return {
    url: `http://127.0.0.1:${port}`,
    pid,
    cost: () => costOf(pid),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill()
      await gone
    },
  }
}
