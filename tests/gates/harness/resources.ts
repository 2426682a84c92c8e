// What a process holds, as Linux tells. Its own metrics stay unasked: asked, they begin to measure anew.
import { readdirSync, readFileSync } from 'node:fs'
import type { TownProcess } from './town-process.ts'

type Running = Pick<TownProcess, 'pid' | 'ended'>

/** Memory in use by the process, in MB, with what it has read of its files; not a number once it has ended. */
export function memoryOf(town: Running): number {
  return megabytes(town, 'VmRSS')
}

/** The same without its files, whose pages the system takes back when it needs to. */
export function ownMemoryOf(town: Running): number {
  return megabytes(town, 'RssAnon')
}

function megabytes({ pid, ended }: Running, of: 'VmRSS' | 'RssAnon'): number {
  if (ended() !== null) return Number.NaN
  const kilobytes = new RegExp(`${of}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return (Number(kilobytes) * 1024) / 1e6
}

/** Files and connections the process has open. */
export function openFilesOf({ pid }: Pick<TownProcess, 'pid'>): number {
  return readdirSync(`/proc/${pid}/fd`).length
}
