// How many are there: counted from who is connected at this moment, told from two on, never stored.
import type { LiveSocket } from './visitors.ts'

const pauseMs = 1500

export interface Presence {
  /** Somebody came or went. */
  changed(topic: string): void
  close(): void
}

export function countPresent(
  socketsIn: (topic: string) => readonly LiveSocket[],
  tell: (topic: string, count: number | null) => void,
): Presence {
  const due = new Map<string, NodeJS.Timeout>()
  const waited = new Set<string>()
  function count(topic: string): void {
    due.delete(topic)
    const people = new Set(socketsIn(topic).map((socket) => socket.data.sessionId ?? socket.id))
    tell(topic, people.size >= 2 ? people.size : null)
    waited.add(topic)
    setTimeout(() => waited.delete(topic), pauseMs).unref()
  }
  return {
    changed(topic) {
      if (due.has(topic)) return
      due.set(
        topic,
        setTimeout(() => count(topic), waited.has(topic) ? pauseMs : 100),
      )
    },
    close() {
      for (const timer of due.values()) clearTimeout(timer)
      due.clear()
    },
  }
}
