// How often one account, or one network block, may try a thing. Kept in memory; a forged header cannot reach it.
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { LimitName, Platform } from '#app/domain/platform.ts'

export const limits: Readonly<Record<LimitName, { points: number; seconds: number }>> = {
  'sign-in': { points: 10, seconds: 900 },
  code: { points: 30, seconds: 900 },
  post: { points: 30, seconds: 300 },
  'guest-post': { points: 6, seconds: 3600 },
  search: { points: 120, seconds: 60 },
  report: { points: 12, seconds: 3600 },
  form: { points: 240, seconds: 60 },
  // One silent signal of a kind and person a minute: what is counted names nobody, so it must be held back here.
  signal: { points: 1, seconds: 60 },
}

export function openLimits(): Platform['allow'] {
  const keepers = Object.fromEntries(
    Object.entries(limits).map(([name, { points, seconds }]) => [
      name,
      new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }),
    ]),
  ) as Record<LimitName, RateLimiterMemory>
  return (limit, who) =>
    keepers[limit].consume(who).then(
      () => true,
      () => false,
    )
}
