// What a process holds, as Linux tells. Its own metrics stay unasked: asked, they begin to measure anew.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Starting, TownProcess } from './town-process.ts'

type Running = Pick<TownProcess, 'pid' | 'ended'>

/** Memory in use by the process, in MB, with what it has read of its files; not a number once it has ended. */
export function memoryOf(town: Running): number {
  if (town.ended() !== null) return Number.NaN
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${town.pid}/status`, 'utf8'))?.[1]
  return (Number(kilobytes) * 1024) / 1e6
}

/** What is left after the heap was tidied: the heap's own, and the process's without its files, in MB. */
export interface Tidied {
  readonly heapMb: number
  readonly ownMb: number
}

/** How to start a town whose heap can be tidied, and the tidying; null where it did not answer. */
export function tidying(file: string): {
  readonly starting: Starting
  tidy(town: Running): Promise<Tidied | null>
} {
  // What stands behind the last end of a line is still being written.
  const noted = () => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [])
  return {
    starting: {
      node: [`--import=${path.resolve('tests/gates/harness/tidied.mjs')}`],
      env: { TIDIED_INTO: file },
    },
    async tidy({ pid, ended }) {
      const before = noted().length
      if (ended() !== null) return null
      process.kill(pid, 'SIGUSR2')
      for (let turn = 0; turn < 100 && ended() === null; turn++) {
        await pause(50)
        const lines = noted()
        if (lines.length > before) return JSON.parse(lines.at(-1) ?? '') as Tidied
      }
      return null
    },
  }
}

/** Files and connections the process has open. */
export function openFilesOf({ pid }: Pick<TownProcess, 'pid'>): number {
  return readdirSync(`/proc/${pid}/fd`).length
}

/** Each open page is a file of the server's, and one of the gate's. */
export function tooFewFiles(limits: string, needed: number): string | null {
  const most = /^Max open files\s+(\d+|unlimited)/m.exec(limits)?.[1] ?? 'unlimited'
  return most === 'unlimited' || Number(most) >= needed
    ? null
    : `it needs ${needed.toLocaleString('en-GB')} files and connections, and a process may have ${most} here (ulimit -n)`
}
