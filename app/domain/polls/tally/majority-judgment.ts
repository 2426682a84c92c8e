/** Majority judgment: the grade in the middle decides, then how many stand above and below it. */
import type { Election, OptionId, ScoreBallot } from '#app/domain/polls/tally/ballots.ts'
import { marksOf, markTable } from '#app/domain/polls/tally/counting/marks.ts'
import { seatFromTop, tiersBy } from '#app/domain/polls/tally/counting/seats.ts'
import type { Result } from '#app/domain/polls/tally/result.ts'

/** By option: ballots per grade from the worst to the best, the lower middle grade, ballots above and below it. */
export type JudgmentRound = {
  readonly grades: Readonly<Record<OptionId, readonly number[]>>
  readonly median: Readonly<Record<OptionId, number>>
  readonly above: Readonly<Record<OptionId, number>>
  readonly below: Readonly<Record<OptionId, number>>
  readonly valid: number
}

/**
 * Orders the options by their lower median grade. Equal medians: the larger of the groups above and below decides
 * (above: better; below, or both equal: worse), then the median ballots move to that side and it is done again.
 * A missing grade is the worst, which the ballot must say.
 * @param settings.grades how many grades there are, 0 being the worst; a ballot with any other number is invalid
 * @returns one round; a tie for the last seat goes to the lots
 * @throws RangeError for an unknown option
 * Source: Balinski and Laraki, Majority Judgment, 2011; order of equals as published by Mieux Voter.
 */
export function majorityJudgment(
  election: Election<ScoreBallot>,
  settings: { readonly grades: number },
): Result<JudgmentRound> {
  const highest = settings.grades - 1
  const counted = marksOf(election, highest)
  return judgeTallies(election, markTable(counted, highest, 0), counted.valid)
}

/**
 * The same from counts of grades, where the single ballots are not at hand.
 * @param tallies `tallies[option][grade]`, grade 0 the worst; every option with the same number of ballots
 */
export function judgeTallies(
  election: Omit<Election<unknown>, 'ballots'>,
  tallies: readonly (readonly number[])[],
  valid: number,
): Result<JudgmentRound> {
  const keys = tallies.map(orderKey)
  const tiers = tiersBy(tallies.length, (a, b) => compareKeys(keys[b] as number[], keys[a] as number[]))
  const seated = seatFromTop(valid > 0 ? election : { ...election, seats: 0 }, tiers, 1)
  const middles = tallies.map(middleOf)
  const byName = <Value>(value: (place: number) => Value) =>
    Object.fromEntries(election.options.map((option, place) => [option, value(place)]))
  return {
    method: 'majority-judgment',
    seats: election.seats,
    ...seated,
    rounds: [
      {
        grades: byName((place) => tallies[place] ?? []),
        median: byName((place) => middles[place]?.median ?? 0),
        above: byName((place) => middles[place]?.above ?? 0),
        below: byName((place) => middles[place]?.below ?? 0),
        valid,
      },
    ],
    secondRound: [],
  }
}

function middleOf(tally: readonly number[]): {
  readonly median: number
  readonly above: number
  readonly below: number
} {
  const all = tally.reduce((sum, ballots) => sum + ballots, 0)
  let below = 0
  let median = 0
  while (median < tally.length - 1 && (below + (tally[median] as number)) * 2 < all) {
    below += tally[median] as number
    median += 1
  }
  return { median, below, above: all - below - (tally[median] ?? 0) }
}

/** Median, then the deciding group with its sign, again and again: larger is better, place by place. */
function orderKey(tally: readonly number[]): number[] {
  const left = [...tally]
  const key: number[] = []
  for (let step = 0; step < tally.length; step++) {
    const { median, above, below } = middleOf(left)
    const up = above > below
    key.push(median, up ? above : -below)
    const to = up
      ? left.findIndex((ballots, grade) => grade > median && ballots > 0)
      : left.findLastIndex((ballots, grade) => grade < median && ballots > 0)
    if (to < 0) break
    left[to] = (left[to] as number) + (left[median] as number)
    left[median] = 0
  }
  return key
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
