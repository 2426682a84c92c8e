// Lines of ballots for the bench, as voters write them: no two of a kind if it can be helped.
import type { BallotForm } from '#app/domain/polls/tally/ballots.ts'

/** `highest` is the highest mark an option may get. */
export function linesFor(
  form: BallotForm,
  count: number,
  options: number,
  next: () => number,
  highest = 5,
): readonly string[] {
  const keys = Array.from({ length: options }, (_, index) => String(index + 1))
  return Array.from({ length: count }, () => lineFor(form, keys, next, highest))
}

function lineFor(form: BallotForm, keys: readonly string[], next: () => number, highest: number): string {
  switch (form) {
    case 'choice':
      return keys[Math.floor(next() ** 2 * keys.length)] ?? ''
    case 'approval':
      return keys.filter((_, index) => next() < 0.6 - index / 40 || index === 0).join(',')
    case 'ranked': {
      // Early options are liked a little more, so that there is something to count.
      const liked = keys.map((key, index) => ({ key, rank: next() + index / 60 }))
      return liked
        .sort((a, b) => a.rank - b.rank)
        .slice(0, 8 + Math.floor(next() * 13))
        .map(({ key }) => key)
        .join('>')
    }
    case 'score':
      return keys.map((key) => `${key}:${Math.floor(next() * (highest + 1))}`).join(',')
  }
}
