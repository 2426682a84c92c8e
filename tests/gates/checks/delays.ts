// Judges how long a server's event loop kept others waiting, in each life it had during a gate. Pure.
import type { Finding } from '../gate.ts'
import type { Delay } from '../harness/event-loop.ts'

export interface Stretch {
  readonly seconds: number
  readonly own: Delay
  /** What a process that does nothing had to wait for at the same time: that is the machine. */
  readonly idle: Delay
}

/** In less than that the hundredth part is a single moment, which the longest wait tells as well. */
const secondsForP99 = 2

export function judgeDelays(
  stretches: readonly Stretch[],
  limits: { readonly p99Ms: number; readonly maxMs: number },
): readonly Finding[] {
  const { p99, most } = worstOf(stretches)
  const long = p99 && p99.own.p99Ms > limits.p99Ms + p99.idle.p99Ms
  const longest = most && most.own.maxMs > limits.maxMs + most.idle.maxMs
  return [
    ...(long
      ? [
          `The event loop kept others waiting for ${p99.own.p99Ms} ms (p99), an idle process beside it ${p99.idle.p99Ms} ms.`,
        ]
      : []),
    ...(longest
      ? [
          `Once the event loop kept others waiting for ${most.own.maxMs} ms, an idle process beside it ${most.idle.maxMs} ms.`,
        ]
      : []),
    ...(stretches.length === 0 ? ['How long the event loop kept others waiting was never told.'] : []),
  ]
}

/** The stretches that stand out most beyond what the idle process had to wait for. */
export function worstOf(stretches: readonly Stretch[]): {
  readonly p99: Stretch | null
  readonly most: Stretch | null
} {
  const worst = (of: keyof Delay, among: readonly Stretch[]) =>
    among.reduce<Stretch | null>(
      (found, one) =>
        found === null || one.own[of] - one.idle[of] > found.own[of] - found.idle[of] ? one : found,
      null,
    )
  return {
    p99: worst(
      'p99Ms',
      stretches.filter(({ seconds }) => seconds >= secondsForP99),
    ),
    most: worst('maxMs', stretches),
  }
}
