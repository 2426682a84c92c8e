// Knows how two changes of one text become one text, and when only a human can say how.
import { changesBetween } from './changes.ts'
import { applyEdits, type Edit } from './edits.ts'
import { isWord, tokensOf } from './tokens.ts'

/** A place that both changed: the words of the common ancestor and of either side. */
export interface Collision {
  readonly base: string
  readonly ours: string
  readonly theirs: string
}

/** A stretch of the merged text: settled words, or a place that waits for a human. */
export type Stretch =
  | { readonly kind: 'settled'; readonly text: string }
  | ({ readonly kind: 'collision' } & Collision)

export interface Merge {
  /** Null while a collision waits. */
  readonly text: string | null
  readonly stretches: readonly Stretch[]
  readonly collisions: readonly Collision[]
}

interface Group {
  readonly from: number
  readonly to: number
  readonly ours: readonly Edit[]
  readonly theirs: readonly Edit[]
}

/**
 * Three-way merge on words. `base` is the common ancestor of `ours` and `theirs`.
 *
 * Changes merge by themselves only where at least one word of the base stays unchanged between them: two people who
 * change neighbouring words may each be right and wrong together. The same change made by both counts once. Everything
 * else is a collision and is never settled here. Swapping `ours` and `theirs` swaps only the sides of the collisions.
 */
export function mergeTexts(base: string, ours: string, theirs: string): Merge {
  const tokens = tokensOf(base)
  const groups = groupEdits(tokens, changesBetween(base, ours), changesBetween(base, theirs))
  const stretches: Stretch[] = []
  const settle = (words: readonly string[]) => {
    const last = stretches.at(-1)
    const text = words.join('')
    if (text === '') return
    if (last?.kind === 'settled')
      stretches[stretches.length - 1] = { kind: 'settled', text: last.text + text }
    else stretches.push({ kind: 'settled', text })
  }
  let from = 0
  for (const group of groups) {
    settle(tokens.slice(from, group.from))
    const part = tokens.slice(group.from, group.to)
    const oursNow = rewritten(part, group.from, group.ours)
    const theirsNow = rewritten(part, group.from, group.theirs)
    if (group.theirs.length === 0) settle([oursNow])
    else if (group.ours.length === 0 || oursNow === theirsNow) settle([theirsNow])
    else stretches.push({ kind: 'collision', base: part.join(''), ours: oursNow, theirs: theirsNow })
    from = group.to
  }
  settle(tokens.slice(from))
  const collisions = stretches.flatMap((stretch) =>
    stretch.kind === 'collision' ? [{ base: stretch.base, ours: stretch.ours, theirs: stretch.theirs }] : [],
  )
  return {
    text:
      collisions.length > 0
        ? null
        : stretches.map((one) => (one.kind === 'settled' ? one.text : '')).join(''),
    stretches,
    collisions,
  }
}

/** Whether two changes of the same text cannot both be taken without asking somebody. */
export function collide(base: string, one: string, other: string): boolean {
  const tokens = tokensOf(base)
  return groupEdits(tokens, changesBetween(base, one), changesBetween(base, other)).some(
    ({ from, to, ours, theirs }) => {
      if (ours.length === 0 || theirs.length === 0) return false
      const part = tokens.slice(from, to)
      return rewritten(part, from, ours) !== rewritten(part, from, theirs)
    },
  )
}

/** Edits of both sides in the order of the base; those with no untouched word between them belong together. */
function groupEdits(
  tokens: readonly string[],
  ours: readonly Edit[],
  theirs: readonly Edit[],
): readonly Group[] {
  const all = [
    ...ours.map((edit) => ({ edit, side: 'ours' as const })),
    ...theirs.map((edit) => ({ edit, side: 'theirs' as const })),
  ].sort((a, b) => a.edit.at - b.edit.at)
  const groups: { from: number; to: number; ours: Edit[]; theirs: Edit[] }[] = []
  for (const { edit, side } of all) {
    const last = groups.at(-1)
    const to = edit.at + edit.removed.length
    const sameGroup = last !== undefined && !tokens.slice(last.to, edit.at).some(isWord)
    const group = sameGroup ? last : { from: edit.at, to, ours: [], theirs: [] }
    if (!sameGroup) groups.push(group)
    group.to = Math.max(group.to, to)
    group[side].push(edit)
  }
  return groups
}

function rewritten(part: readonly string[], from: number, edits: readonly Edit[]): string {
  return applyEdits(
    part,
    edits.map((edit) => ({ ...edit, at: edit.at - from })),
  ).join('')
}
