// What a process has used: from /proc, so the bench runs on Linux.
import { readFileSync } from 'node:fs'

export interface Cost {
  /** Processor time of all its threads, in milliseconds. */
  readonly cpuMs: number
  readonly memoryMb: number
}

const msPerTick = 10

export function costOf(pid: number): Cost {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return {
    cpuMs: (Number(fields[11]) + Number(fields[12])) * msPerTick,
    memoryMb: Number(resident ?? 0) / 1024,
  }
}

/** The share of the time that a value lies below, from values in any order. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}
