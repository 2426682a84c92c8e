// Knows how long somebody still has: counted on the server's clock, stopped and extended by the chair.

export interface SpeechClock {
  readonly startedAt: string
  /** What the rules of procedure allow, with every extension. Milliseconds. */
  readonly allowedMs: number
  readonly extensions: number
  /** When the clock was stopped; null while it runs. */
  readonly stoppedAt: string | null
  /** Stopped before, all together. Milliseconds. */
  readonly stoppedMs: number
}

export function startClock(now: string, allowedMs: number): SpeechClock {
  return { startedAt: now, allowedMs, extensions: 0, stoppedAt: null, stoppedMs: 0 }
}

export function stopClock(clock: SpeechClock, now: string): SpeechClock {
  return clock.stoppedAt === null ? { ...clock, stoppedAt: now } : clock
}

export function resumeClock(clock: SpeechClock, now: string): SpeechClock {
  if (clock.stoppedAt === null) return clock
  const stopped = Math.max(0, Date.parse(now) - Date.parse(clock.stoppedAt))
  return { ...clock, stoppedAt: null, stoppedMs: clock.stoppedMs + stopped }
}

export function extendClock(clock: SpeechClock, byMs: number): SpeechClock {
  return { ...clock, allowedMs: clock.allowedMs + byMs, extensions: clock.extensions + 1 }
}

/** Net speaking time so far: what was stopped does not count. Milliseconds. */
export function spokenMs(clock: SpeechClock, now: string): number {
  const until = Date.parse(clock.stoppedAt ?? now)
  return Math.max(0, until - Date.parse(clock.startedAt) - clock.stoppedMs)
}

/** What is left; negative once the time is over. Milliseconds. */
export function leftMs(clock: SpeechClock, now: string): number {
  return clock.allowedMs - spokenMs(clock, now)
}
