/** Ranked Pairs: the clearest comparisons are locked first, one that would close a circle is left out. */
import type { Election, OptionId, RankedBallot } from '#app/domain/polls/tally/ballots.ts'
import { pairwise, tableOf, tiersByBeating } from '#app/domain/polls/tally/counting/pairwise.ts'
import { rankingsOf } from '#app/domain/polls/tally/counting/rankings.ts'
import { seatFromTop } from '#app/domain/polls/tally/counting/seats.ts'
import type { Result } from '#app/domain/polls/tally/result.ts'

/** One comparison won: `votes` put `over` above `under`, `against` the other way round. */
export type Pair = {
  readonly over: OptionId
  readonly under: OptionId
  readonly votes: number
  readonly against: number
}

/** Equally clear comparisons are looked at together; those that close a circle are `left`. */
export type PairRound = { readonly locked: readonly Pair[]; readonly left: readonly Pair[] }

/** `pairs[x][y]`: ballots with x above y. */
export type RankedPairsResult = Result<PairRound> & { readonly pairs: ReturnType<typeof tableOf> }

type Edge = { readonly x: number; readonly y: number; readonly votes: number; readonly against: number }

/**
 * Locks the comparisons by strength. Comparisons of equal strength are taken together: each is locked unless it lies
 * on a circle of those locked before and its equals. So no lot is needed for the order itself.
 * @param settings.strength `winning-votes` (default): by ballots behind a comparison, then by fewer against;
 *   `margins`: by the lead
 * @returns one round per strength; options none is locked above share a tier, then the lots decide about the seats
 * @throws RangeError for an unknown option or one ranked twice
 * Source: Tideman, Independence of clones as a criterion for voting rules, Social Choice and Welfare 4, 1987; equal
 * pairs as in CondorcetPHP.
 */
export function rankedPairs(
  election: Election<RankedBallot>,
  settings: { readonly strength?: 'winning-votes' | 'margins' } = {},
): RankedPairsResult {
  const rankings = rankingsOf(election)
  const { size, above } = pairwise(rankings)
  const locked = new Uint8Array(size * size)
  const named = (edge: Edge): Pair => ({
    over: election.options[edge.x] as OptionId,
    under: election.options[edge.y] as OptionId,
    votes: edge.votes,
    against: edge.against,
  })
  const rounds: PairRound[] = []
  for (const equals of byStrength(size, above, settings.strength === 'margins')) {
    const trial = locked.slice()
    for (const { x, y } of equals) trial[x * size + y] = 1
    const reach = reachable(size, trial)
    const fine = equals.filter(({ x, y }) => !reach[y * size + x])
    for (const { x, y } of fine) locked[x * size + y] = 1
    rounds.push({
      locked: fine.map(named),
      left: equals.filter((edge) => !fine.includes(edge)).map(named),
    })
  }
  const tiers = tiersByBeating(size, (x, y) => locked[x * size + y] === 1)
  const open = rankings.valid > 0 ? election : { ...election, seats: 0 }
  const seated = seatFromTop(open, tiers, Math.max(1, rounds.length))
  return {
    method: 'ranked-pairs',
    seats: election.seats,
    ...seated,
    rounds,
    secondRound: [],
    pairs: tableOf(election.options, above),
  }
}

function byStrength(size: number, above: Float64Array, margins: boolean): Edge[][] {
  const edges: Edge[] = []
  for (let x = 0; x < size; x++) {
    for (let y = 0; y < size; y++) {
      const votes = above[x * size + y] as number
      const against = above[y * size + x] as number
      if (votes > against) edges.push({ x, y, votes, against })
    }
  }
  const stronger = (a: Edge, b: Edge) =>
    margins ? b.votes - b.against - (a.votes - a.against) : b.votes - a.votes || a.against - b.against
  edges.sort((a, b) => stronger(a, b) || a.x - b.x || a.y - b.y)
  const groups: Edge[][] = []
  for (const edge of edges) {
    const last = groups.at(-1)
    if (last?.[0] && stronger(last[0], edge) === 0) last.push(edge)
    else groups.push([edge])
  }
  return groups
}

/** Warshall: from where one can get where along the edges. */
function reachable(size: number, edges: Uint8Array): Uint8Array {
  const reach = edges.slice()
  for (let via = 0; via < size; via++) {
    for (let x = 0; x < size; x++) {
      if (!reach[x * size + via]) continue
      for (let y = 0; y < size; y++) if (reach[via * size + y]) reach[x * size + y] = 1
    }
  }
  return reach
}
