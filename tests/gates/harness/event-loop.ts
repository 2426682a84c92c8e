// How long the server's event loop kept others waiting, as its own metrics tell.

import type { Place } from './place.ts'
import { visitor } from './visitor.ts'

export interface Delay {
  readonly p99Ms: number
  readonly maxMs: number
}

/** Since it was asked last. The measure ticks every 10 ms, which is taken off. */
export async function eventLoopDelay(place: Place): Promise<Delay> {
  const metrics = visitor({ port: place.metricsPort, baseUrl: place.baseUrl })
  const { text } = await metrics.get('/metrics')
  metrics.close()
  const seconds = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN)
  const over = (name: string) => Math.max(0, Math.round(seconds(name) * 1000 - 10))
  return { p99Ms: over('nodejs_eventloop_lag_p99_seconds'), maxMs: over('nodejs_eventloop_lag_max_seconds') }
}
