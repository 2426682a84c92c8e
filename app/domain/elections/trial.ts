// Knows who stands in a dry run: test candidates for every branch, so that its own seats and the open ones are filled.
import type { ElectionRules } from './election.ts'

/** So many more than there are seats: somebody must lose, or there is nothing to see. */
const more = 3

/** @returns keys as a ballot has them, each with its branch; a branch has one more than its own seats */
export function testCandidates({
  seats,
  branches,
}: Pick<ElectionRules, 'seats' | 'branches'>): readonly { readonly key: string; readonly branch: string }[] {
  const standing = branches.flatMap(({ name, minimum }) => Array<string>(minimum + 1).fill(name))
  for (let at = 0; standing.length < seats + more; at++) {
    standing.push(branches[at % branches.length]?.name ?? '')
  }
  return standing.map((branch, place) => ({ key: String(place + 1), branch }))
}
