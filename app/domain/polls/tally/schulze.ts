/** The Schulze method: who is ahead of whom over the strongest path of comparisons. */
import type { Election, OptionId, RankedBallot } from '#app/domain/polls/tally/ballots.ts'
import {
  type Pairwise,
  pairwise,
  tableOf,
  tiersByBeating,
} from '#app/domain/polls/tally/counting/pairwise.ts'
import { rankingsOf } from '#app/domain/polls/tally/counting/rankings.ts'
import { seatFromTop } from '#app/domain/polls/tally/counting/seats.ts'
import type { Result } from '#app/domain/polls/tally/result.ts'

type Table = ReturnType<typeof tableOf>

/** `pairs[x][y]`: ballots with x above y; `paths[x][y]`: strength of the strongest path; `dropped` by the default. */
export type SchulzeRound = {
  readonly pairs: Table
  readonly paths: Table
  readonly dropped: readonly OptionId[]
}

/**
 * Ranks the options by strongest paths. x is ahead of y when the strongest path from x to y beats that from y to x.
 * @param settings.strength `winning-votes` (default): a won comparison is as strong as the ballots behind it;
 *   `margins`: as strong as their lead
 * @param settings.defaultOption the option that stands for "none of these": whoever is not ranked above it by more
 *   ballots than below is dropped before the paths are sought, and comes after all others in the order
 * @returns one round; several winners are possible, then the lots decide about the seats
 * @throws RangeError for an unknown option or one ranked twice
 * Source: Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
 * election method, Social Choice and Welfare 36, 2011; default option and majority test: Debian Constitution A.5.
 */
export function schulze(
  election: Election<RankedBallot>,
  settings: { readonly strength?: 'winning-votes' | 'margins'; readonly defaultOption?: OptionId } = {},
): Result<SchulzeRound> {
  const rankings = rankingsOf(election)
  const pairs = pairwise(rankings)
  const { size, above } = pairs
  const standing = standingAgainst(election.options, pairs, settings.defaultOption)
  const margins = settings.strength === 'margins'
  const paths = strongestPaths(pairs, margins, standing)
  const rest = standing.map((stands) => !stands)
  const among = strongestPaths(pairs, margins, rest)
  const ahead = (x: number, y: number) =>
    standing[x] !== standing[y]
      ? standing[x] === true
      : ((standing[x] ? paths : among)[x * size + y] as number) >
        ((standing[x] ? paths : among)[y * size + x] as number)
  const tiers = tiersByBeating(size, ahead)
  const eligible = tiers.filter((tier) => tier.every((place) => standing[place]))
  const open = rankings.valid > 0 ? election : { ...election, seats: 0 }
  const { winners, ties } = seatFromTop(open, eligible, 1)
  return {
    method: 'schulze',
    seats: election.seats,
    winners,
    ranking: tiers.map((tier) => tier.map((place) => election.options[place] as OptionId)),
    rounds: [
      {
        pairs: tableOf(election.options, above),
        paths: tableOf(election.options, paths),
        dropped: election.options.filter((_, place) => !standing[place]),
      },
    ],
    ties,
    secondRound: [],
  }
}

function standingAgainst(
  options: readonly OptionId[],
  { size, above }: Pairwise,
  defaultOption: OptionId | undefined,
): boolean[] {
  if (defaultOption === undefined) return options.map(() => true)
  const none = options.indexOf(defaultOption)
  if (none < 0) throw new RangeError(`default option is not on the ballot: ${defaultOption}`)
  return options.map(
    (_, place) =>
      place === none || (above[place * size + none] as number) > (above[none * size + place] as number),
  )
}

/** Floyd and Warshall with the largest of the smallest; options that take no part have no strength. */
function strongestPaths({ size, above }: Pairwise, margins: boolean, part: readonly boolean[]): Float64Array {
  const paths = new Float64Array(size * size)
  for (let x = 0; x < size; x++) {
    for (let y = 0; y < size; y++) {
      if (x === y || !part[x] || !part[y]) continue
      const forth = above[x * size + y] as number
      const back = above[y * size + x] as number
      if (forth > back) paths[x * size + y] = margins ? forth - back : forth
    }
  }
  for (let via = 0; via < size; via++) {
    for (let x = 0; x < size; x++) {
      if (x === via) continue
      const first = paths[x * size + via] as number
      for (let y = 0; y < size; y++) {
        if (y === x || y === via) continue
        const strength = Math.min(first, paths[via * size + y] as number)
        if (strength > (paths[x * size + y] as number)) paths[x * size + y] = strength
      }
    }
  }
  return paths
}
