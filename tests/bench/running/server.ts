// The built server on a town of the bench.
import { openPlace } from '#tests/gates/harness/place.ts'
import { startTown } from '#tests/gates/harness/town-process.ts'
import type { BenchTown } from '../town/town.ts'
import { type Cost, costOf } from './cost.ts'

export interface BenchServer {
  readonly url: string
  readonly pid: number
  readonly startedInMs: number
  cost(): Cost
  stop(): Promise<void>
}

export async function serveTown(
  town: BenchTown,
  env: Readonly<Record<string, string>> = {},
): Promise<BenchServer> {
  const place = await openPlace({ dataDir: town.dataDir })
  const process = await startTown(place, {
    env: { SESSION_SECRET: town.secret, METRICS_PORT: '', ...env },
    withinMs: 60_000,
  })
  return {
    url: place.baseUrl,
    pid: process.pid,
    startedInMs: process.startedInMs,
    cost: () => costOf(process.pid),
    stop: async () => void (await process.stop()),
  }
}
