// How long the server's event loop kept others waiting, as its own metrics tell.

import type { Stretch } from '../checks/delays.ts'
import type { IdleNeighbour } from './idle-neighbour.ts'
import type { Place } from './place.ts'
import { visitor } from './visitor.ts'

export interface Delay {
  readonly p99Ms: number
  readonly maxMs: number
}

/** Since it was asked last. The measure ticks every 10 ms, which is taken off. Not a number where nobody answers. */
export async function eventLoopDelay(place: Place): Promise<Delay> {
  const metrics = visitor({ port: place.metricsPort, baseUrl: place.baseUrl })
  const { text } = await metrics.get('/metrics')
  metrics.close()
  const seconds = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN)
  const over = (name: string) => Math.max(0, Math.round(seconds(name) * 1000 - 10))
  return { p99Ms: over('nodejs_eventloop_lag_p99_seconds'), maxMs: over('nodejs_eventloop_lag_max_seconds') }
}

export interface DelayWatch {
  readonly stretches: readonly Stretch[]
  /** What was before does not count: a start, a pause. */
  begin(): Promise<void>
  /** Keeps what was since it began, or was kept last. Before a process ends, since nobody can ask it afterwards. */
  keep(): Promise<void>
}

export function watchDelays(place: Place, neighbour: IdleNeighbour): DelayWatch {
  const stretches: Stretch[] = []
  let since = performance.now()
  const ask = async () => {
    const [own, idle] = await Promise.all([eventLoopDelay(place), neighbour.waited()])
    const seconds = (performance.now() - since) / 1000
    since = performance.now()
    return { seconds, own, idle }
  }
  return {
    stretches,
    begin: async () => void (await ask()),
    async keep() {
      const stretch = await ask()
      if (!Number.isNaN(stretch.own.maxMs)) stretches.push(stretch)
    },
  }
}
