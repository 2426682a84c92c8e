// Knows how many marks each name has where a count has parts: every part counts the same marks, each for those it is about.
import type { TickRound } from './tally/approval.ts'
import type { Figures } from './tally/result.ts'

/** The largest figure is a name's own; null where the rounds hold no marks. */
export function marksOf(rounds: readonly unknown[]): Figures | null {
  const ticks = rounds as readonly Partial<TickRound>[]
  if (ticks.length === 0 || ticks.some(({ votes }) => votes === undefined)) return null
  const marks: Record<string, number> = {}
  for (const { votes } of ticks) {
    for (const [key, count] of Object.entries(votes ?? {})) marks[key] = Math.max(marks[key] ?? 0, count)
  }
  return marks
}

/** Parts of a count whose branches have seats of their own; empty where it has none. */
export function partsOf(
  result: object,
): readonly { readonly branch: string | null; readonly seats: number; readonly rounds: number }[] {
  return 'parts' in result ? (result.parts as ReturnType<typeof partsOf>) : []
}
