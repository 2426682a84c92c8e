// Gathers bursts: at most a few messages a second for each topic, and the last word always goes out.
import type { News } from '#app/domain/platform.ts'

/** What open pages are told: that something changed, never what it says. */
export interface NewsMessage {
  readonly topic: string
  /** The newest event told of. */
  readonly upTo: number
  /** The newest event's type. */
  readonly type: string
  /** Every type in this message, once each. */
  readonly types: readonly string[]
  /** The highest number within a conversation that was posted. */
  readonly number?: number
  /** What anybody may see of the thing as it is now: so a crowd costs one reading and nobody asks again. */
  readonly view?: unknown
}

const pauseMs = 340

export interface Gathering {
  add(news: News): void
  close(): void
}

export function gather(send: (message: NewsMessage) => void): Gathering {
  const resting = new Map<string, { timer: NodeJS.Timeout; waiting: NewsMessage | null }>()

  function sendNow(message: NewsMessage): void {
    resting.set(message.topic, { timer: setTimeout(() => wake(message.topic), pauseMs), waiting: null })
    send(message)
  }
  function wake(topic: string): void {
    const waiting = resting.get(topic)?.waiting ?? null
    resting.delete(topic)
    if (waiting) sendNow(waiting)
  }
  return {
    add(news) {
      for (const topic of news.topics) {
        const message = messageOf(topic, news)
        const rest = resting.get(topic)
        if (rest) rest.waiting = merge(rest.waiting, message)
        else sendNow(message)
      }
    },
    close() {
      for (const { timer, waiting } of resting.values()) {
        clearTimeout(timer)
        if (waiting) send(waiting)
      }
      resting.clear()
    },
  }
}

function messageOf(topic: string, { number, event }: News): NewsMessage {
  const told = { topic, upTo: number, type: event.type, types: [event.type] }
  return event.type === 'contribution.posted' ? { ...told, number: event.number } : told
}

export function merge(earlier: NewsMessage | null, later: NewsMessage): NewsMessage {
  if (earlier === null) return later
  const number = Math.max(earlier.number ?? 0, later.number ?? 0)
  return {
    ...later,
    upTo: Math.max(earlier.upTo, later.upTo),
    types: [...new Set([...earlier.types, ...later.types])],
    ...(number > 0 ? { number } : {}),
  }
}
