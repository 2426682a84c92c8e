// Judges what a storm of pages that come back cost: the pages, everybody else, and the machine. Pure.
import type { Finding } from '../gate.ts'
import { percentile } from '../gate.ts'

export interface Storm {
  readonly missing: number
  readonly disorder: number
  /** Until the last page was back, each time. */
  readonly backs: readonly number[]
  /** What somebody else waited for an answer meanwhile. */
  readonly waits: readonly number[]
  /** With all pages open, its files counted. */
  readonly memoryMb: number
  /** Its own, with the same pages open and the heap tidied, before all and after all; null where it was not told. */
  readonly ownMb: { readonly before: number; readonly after: number } | null
}

export interface StormLimits {
  readonly backWithinMs: number
  /** Null where the machine is too busy to say. */
  readonly healthP99Ms: number | null
  readonly healthMaxMs: number | null
  readonly memoryMb: number
  readonly growsMb: number
}

export function judgeStorm(storm: Storm, limits: StormLimits): readonly Finding[] {
  const { missing, disorder, memoryMb, ownMb } = storm
  const slowest = Math.max(...storm.backs)
  const [p99, most] = [percentile(storm.waits, 0.99), Math.max(...storm.waits)]
  const all: readonly (readonly [boolean, Finding])[] = [
    [missing > 0, `${missing} pages do not know the newest.`],
    [disorder > 0, `${disorder} messages came twice or out of order.`],
    [slowest > limits.backWithinMs, `It took ${Math.round(slowest)} ms until all were back.`],
    [p99 > (limits.healthP99Ms ?? p99), `Meanwhile others waited ${Math.round(p99)} ms (p99).`],
    [most > (limits.healthMaxMs ?? most), `Meanwhile somebody waited ${Math.round(most)} ms.`],
    [memoryMb > limits.memoryMb, `With all pages open it takes ${Math.round(memoryMb)} MB.`],
    [ownMb === null, 'What it takes with its heap tidied was never told.'],
    [
      ownMb !== null && ownMb.after > ownMb.before + limits.growsMb,
      `With the same pages open, ${ownMb?.before.toFixed()} MB of its own became ${ownMb?.after.toFixed()}.`,
    ],
  ]
  return all.flatMap(([wrong, finding]) => (wrong ? [finding] : []))
}
