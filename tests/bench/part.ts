// What a part of the bench is. A capability adds its own: one file in `parts/`, one line in `parts.ts`.
import type { BareServer } from './running/bare.ts'
import type { BenchServer } from './running/server.ts'
import type { BenchTown } from './town/town.ts'

export interface Part {
  /** The word after `npm run bench --`. */
  readonly name: string
  /** One sentence: what is measured and beside what. */
  readonly about: string
  /** Measures and gives its tables. It stops what it starts, even when it fails: `bench` does so for what it opened. */
  run(bench: Bench): Promise<readonly Table[]>
}

export interface Bench {
  /** How many contributions the towns of this run have, smallest first. */
  readonly sizes: readonly number[]
  /** A kept town; nothing may be written into it. */
  town(contributions: number): Promise<BenchTown>
  /** The same as a copy of one's own. */
  copyOfTown(contributions: number): Promise<BenchTown>
  /** The built server on a town. Stopped when the part ends, or by hand before. */
  serve(town: BenchTown, env?: Readonly<Record<string, string>>): Promise<BenchServer>
  /** One of the small programs in `bare/`, as a process of its own. */
  bare(program: string, env?: Readonly<Record<string, string>>): Promise<BareServer>
  /** Tells what is being done, since it takes a while. */
  say(what: string): void
}

export interface Table {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** What one should know to read it: one sentence. */
  readonly note?: string
  readonly aims?: readonly Aim[]
  /** What the picture shows of it. */
  readonly bars?: readonly Bar[]
}

export type Cell = string | number | null

export interface Aim {
  readonly what: string
  readonly value: number
  /** The largest value that meets the aim, or the smallest where more is better. */
  readonly limit: number
  readonly better: 'less' | 'more'
  readonly unit: string
}

/** Ours beside the bare thing, in the same unit. */
export interface Bar {
  readonly label: string
  readonly ours: number
  readonly bare: number
  readonly unit: string
}
