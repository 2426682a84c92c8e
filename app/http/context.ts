// What the server hands to every page: the platform, who asks, and how to answer in this very response.
import type { Actor } from '#app/domain/actor.ts'
import type { Platform } from '#app/domain/platform.ts'

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends Visit {}
  interface Future {
    v3_singleFetch: true
  }
}

export type Visit = {
  readonly platform: Platform
  readonly actor: Actor
  /** The session this visit came with; null for guests. */
  readonly sessionId: string | null
  /** The word every inline script of this answer carries. */
  readonly nonce: string
  /** The network block the visit came from, for limits only; never stored, never logged. */
  readonly peer: string
  readonly site: Site
  /** What a fault of this visit is answered with: 500, or 503 where only the database is away for a moment. */
  readonly trouble: { status: number }
  readonly isDatabaseAway: (error: unknown) => boolean
}

/** What every page says of the town. */
export interface Site {
  readonly name: string
  readonly town: string
  readonly demo: boolean
  /** Nothing is public before the imprint stands. */
  readonly setUp: boolean
  readonly imprint: Imprint | null
}

export interface Imprint {
  readonly provider: string
  readonly address: string
  readonly represented: string
  readonly mail: string
  readonly phone: string
  readonly responsible: string
}
