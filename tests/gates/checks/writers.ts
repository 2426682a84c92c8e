// Whether something that went on in the background slowed those down who wrote meanwhile. Pure.
import { type Finding, percentile } from '../gate.ts'

/** A hundredth part of few writes is one of them: a moment more than usual is none. */
const aMomentMs = 20

export function judgeWriters(
  usual: readonly number[],
  meanwhile: readonly number[],
  times: number | null,
): readonly Finding[] {
  const [before, then] = [percentile(usual, 0.99), percentile(meanwhile, 0.99)]
  return times !== null && then > times * before + aMomentMs
    ? [`Writers waited ${Math.round(then)} ms (p99) while it was made, ${Math.round(before)} before.`]
    : []
}
