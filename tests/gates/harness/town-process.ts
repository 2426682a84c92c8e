// The built server as a process of its own: started, killed, stopped and started again. Needs `npm run build` first.
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import type { Place } from './place.ts'
import { visitor } from './visitor.ts'

export interface TownProcess {
  readonly pid: number
  /** From the start of the process to its first healthy answer. */
  readonly startedInMs: number
  /** What it wrote, the newest at the end. */
  log(): string
  /** Null while it runs. */
  ended(): { readonly code: number | null; readonly signal: NodeJS.Signals | null } | null
  /** kill -9: it gets no word in. */
  kill(): Promise<void>
  /** Asks it to stop and waits; gives its exit code and how long it took. */
  stop(): Promise<{ readonly code: number | null; readonly ms: number }>
}

export interface Starting {
  readonly env?: Readonly<Record<string, string>>
  /** A module to load before the server: how a gate is shown a server that was broken on purpose. */
  readonly broken?: string | undefined
  /** Flags for node, such as a limit of memory. */
  readonly node?: readonly string[]
  /** A command that starts the rest, such as `prlimit --nofile=256`. */
  readonly through?: readonly string[]
  readonly withinMs?: number
  /** Kills it as soon as it says this, whatever it is doing then. */
  readonly killWhenSaid?: string
}

export async function startTown(place: Place, how: Starting = {}): Promise<TownProcess> {
  const began = performance.now()
  const broken = how.broken ? [`--import=${path.resolve('tests/gates/broken', how.broken)}`] : []
  const [command = '', ...args] = [
    ...(how.through ?? []),
    process.execPath,
    ...(how.node ?? []),
    ...broken,
    path.resolve('build/server/index.js'),
  ]
  const { NODE_OPTIONS: _, VITEST: __, ...inherited } = process.env
  const child = spawn(command, args, {
    // The arenas as `npm start` sets them.
    env: { ...inherited, MALLOC_ARENA_MAX: '2', ...place.env, ...how.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log = keepLog(child)
  const ended = () =>
    child.exitCode === null && child.signalCode === null
      ? null
      : { code: child.exitCode, signal: child.signalCode }
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  // A test run that is broken off leaves no server behind.
  const abandon = () => child.kill('SIGKILL')
  process.once('exit', abandon)
  void gone.then(() => process.off('exit', abandon))

  const { killWhenSaid } = how
  if (killWhenSaid !== undefined)
    child.stderr?.on('data', () => {
      if (log().includes(killWhenSaid)) abandon()
    })

  async function send(signal: NodeJS.Signals): Promise<void> {
    if (ended() === null) child.kill(signal)
    await gone
  }
  const door = visitor(place, { timeoutMs: 1000 })
  const until = began + (how.withinMs ?? 30_000)
  while (true) {
    if (ended() !== null) throw new Error(`The server ended while it started:\n${log().slice(-2000)}`)
    if ((await door.get('/healthz')).status === 200) break
    if (performance.now() > until) {
      await send('SIGKILL')
      throw new Error(`The server did not start in time:\n${log().slice(-2000)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  door.close()
  return {
    pid: child.pid ?? 0,
    startedInMs: Math.round(performance.now() - began),
    log,
    ended,
    kill: () => send('SIGKILL'),
    async stop() {
      const asked = performance.now()
      await send('SIGTERM')
      return { code: child.exitCode, ms: Math.round(performance.now() - asked) }
    },
  }
}

/** What the process survived and only its log tells. */
export function leftAlone(town: Pick<TownProcess, 'log'> | null): readonly string[] {
  const line = town
    ?.log()
    .split('\n')
    .find((one) => one.includes('A promise was left alone.'))
  return line ? [`A promise was left alone: ${line.slice(0, 600)}`] : []
}

const keptCharacters = 200_000

function keepLog(child: ChildProcess): () => string {
  let kept = ''
  const keep = (chunk: Buffer) => {
    kept = (kept + chunk.toString()).slice(-keptCharacters)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  return () => kept
}
