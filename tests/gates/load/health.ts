// Somebody who asks every few moments whether the town is well, and notes how long each answer took.
import type { Place } from '../harness/place.ts'
import { visitor } from '../harness/visitor.ts'

export interface Asking {
  readonly waits: readonly number[]
  /** Answers by status; 0 is none. */
  readonly statuses: ReadonlyMap<number, number>
  stop(): Promise<void>
}

export function askEveryFewMoments(place: Place, path = '/healthz', everyMs = 20): Asking {
  const door = visitor(place, { timeoutMs: 10_000 })
  const waits: number[] = []
  const statuses = new Map<number, number>()
  let stopped = false
  const asking = (async () => {
    while (!stopped) {
      const { status, ms } = await door.get(path)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (status === 200) waits.push(ms)
      await new Promise((resolve) => setTimeout(resolve, everyMs))
    }
  })()
  return {
    waits,
    statuses,
    async stop() {
      stopped = true
      await asking
      door.close()
    },
  }
}
