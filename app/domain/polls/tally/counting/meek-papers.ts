/** The ballots of a Meek count, folded into a tree: equal beginnings are worked out once. */
import type { Preferences } from '#app/domain/polls/tally/counting/rankings.ts'

/** Billionths: the count works with nine decimals. */
export const UNIT = 1_000_000_000

/** Where a candidate stands; what a paper gives follows from it. */
export type Standing = 'hopeful' | 'elected' | 'excluded'

/**
 * One node per different beginning of a paper, parents first. `papers` pass through a node.
 * A paper stops at its first hopeful candidate, who keeps all that is left.
 */
export type PaperTree = {
  readonly candidate: readonly number[]
  readonly parent: readonly number[]
  readonly papers: readonly number[]
}

export function paperTree(papers: Preferences, standing: readonly Standing[]): PaperTree {
  const { size, rows, lists, lengths, weights } = papers
  const candidate: number[] = []
  const parent: number[] = []
  const count: number[] = []
  const child = new Map<number, number>()
  for (let row = 0; row < rows; row++) {
    let node = -1
    for (let at = 0; at < (lengths[row] as number); at++) {
      const option = lists[row * size + at] as number
      if (standing[option] === 'excluded') continue
      const key = (node + 1) * size + option
      let next = child.get(key)
      if (next === undefined) {
        next = candidate.length
        child.set(key, next)
        candidate.push(option)
        parent.push(node)
        count.push(0)
      }
      count[next] = (count[next] as number) + (weights[row] as number)
      node = next
      if (standing[option] === 'hopeful') break
    }
  }
  return { candidate, parent, papers: count }
}

/** Votes by candidate in billionths: each gets its keep factor's share of what a paper still holds, rounded up. */
export function distribute(tree: PaperTree, keep: Float64Array): Float64Array {
  const votes = new Float64Array(keep.length)
  const rest = new Float64Array(tree.candidate.length)
  for (let node = 0; node < rest.length; node++) {
    const up = tree.parent[node] as number
    const held = up < 0 ? UNIT : (rest[up] as number)
    const option = tree.candidate[node] as number
    const given = share(held, keep[option] as number)
    rest[node] = held - given
    votes[option] = (votes[option] as number) + given * (tree.papers[node] as number)
  }
  return votes
}

/**
 * held × keep / UNIT, rounded up, for whole numbers up to UNIT. The product can pass 2^53, so the quotient is taken
 * roughly and the exact remainder from the lower 32 bits sets it right.
 */
export function share(held: number, keep: number): number {
  if (keep === UNIT) return held
  const rough = Math.floor((held * keep) / UNIT)
  const remainder = (Math.imul(held, keep) - Math.imul(rough, UNIT)) | 0
  return rough + Math.ceil(remainder / UNIT)
}
