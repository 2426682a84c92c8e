// What a process holds, as Linux tells. Its own metrics stay unasked: asked, they begin to measure anew.
import { readdirSync, readFileSync } from 'node:fs'
import type { TownProcess } from './town-process.ts'

/** Memory in use by the process, in MB; not a number once it has ended. */
export function memoryOf({ pid, ended }: Pick<TownProcess, 'pid' | 'ended'>): number {
  if (ended() !== null) return Number.NaN
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return (Number(kilobytes) * 1024) / 1e6
}

/** Files and connections the process has open. */
export function openFilesOf({ pid }: Pick<TownProcess, 'pid'>): number {
  return readdirSync(`/proc/${pid}/fd`).length
}
