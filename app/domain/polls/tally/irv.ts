/** Instant run-off: the lowest drops out and its ballots move on, until somebody has more than half. */
import type { Election, OptionId, RankedBallot } from '#app/domain/polls/tally/ballots.ts'
import { brokenBy, byEarlierRounds } from '#app/domain/polls/tally/counting/earlier-rounds.ts'
import { inLotOrder, lotsFor } from '#app/domain/polls/tally/counting/lots.ts'
import { type Preferences, preferencesOf } from '#app/domain/polls/tally/counting/rankings.ts'
import { seatFromTop, tiersBy } from '#app/domain/polls/tally/counting/seats.ts'
import type { Figures, Result, Tie } from '#app/domain/polls/tally/result.ts'

/** `votes` of those still in; `continuing` ballots name one of them, `exhausted` ones no more; who is out after it. */
export type RunOffRound = {
  readonly votes: Figures
  readonly continuing: number
  readonly exhausted: number
  readonly excluded: readonly OptionId[]
}

/**
 * Drops the lowest until one has more than half of the continuing ballots. All lowest drop together when they are equal
 * and have less than the next one between them. Otherwise, among equals, the one with fewest votes in the latest
 * earlier round in which they differed, then the last by lot. A place shared by several options ends the ballot there.
 * @returns one round per count. The method is made for one seat; more are given from the top of its order.
 * @throws RangeError for an unknown option or one ranked twice
 * Source: alternative vote with backward tie-breaking, as in Robert's Rules of Order (preferential voting).
 */
export function irv(election: Election<RankedBallot>): Result<RunOffRound> {
  const { options } = election
  const name = (place: number) => options[place] as OptionId
  const papers = preferencesOf(election)
  const lots = lotsFor(options, election.lots)
  const rounds: RunOffRound[] = []
  const ties: Tie[] = []
  const history: Float64Array[] = []
  const dropped: number[][] = []
  let standing = options.map((_, place) => place)
  while (true) {
    const votes = firstAmong(papers, standing)
    history.push(votes)
    const continuing = standing.reduce((sum, place) => sum + (votes[place] as number), 0)
    const record = (excluded: readonly number[]) =>
      rounds.push({
        votes: Object.fromEntries(standing.map((place) => [name(place), votes[place] as number])),
        continuing,
        exhausted: papers.valid - continuing,
        excluded: excluded.map(name),
      })
    const tiers = tiersBy(
      standing.length,
      (a, b) => votesAt(votes, standing, b) - votesAt(votes, standing, a),
    ).map((tier) => tier.map((at) => standing[at] as number))
    const best = votes[tiers[0]?.[0] as number] ?? 0
    const lowest = tiers.at(-1) ?? []
    const narrowed = byEarlierRounds(lowest, history, 'fewest')
    const nobody = countOfFirst(history) === 0
    const stuck = nobody || (tiers.length === 1 && narrowed.length === standing.length && !lots.drawn)
    if (standing.length <= 1 || best * 2 > continuing || stuck) {
      record([])
      const order = [...tiers, ...dropped.reverse()]
      const open = nobody ? { ...election, seats: 0 } : election
      const seated = seatFromTop(open, order, rounds.length)
      return {
        method: 'irv',
        seats: election.seats,
        ...seated,
        rounds,
        ties: [
          ...ties,
          ...seated.ties,
          ...standOff(stuck && !nobody, seated.ties, standing.map(name), rounds.length),
        ],
        secondRound: [],
      }
    }
    const next = votes[tiers.at(-2)?.[0] as number] ?? 0
    const low = votes[lowest[0] as number] ?? 0
    let out = lowest
    if (lowest.length > 1 && (tiers.length === 1 || low * lowest.length >= next)) {
      out = inLotOrder(lots, narrowed).slice(-1)
      const by = brokenBy(narrowed, lots.by)
      const tied = by === 'earlier-round' ? lowest : narrowed
      ties.push({
        round: history.length,
        over: 'exclusion',
        options: tied.map(name),
        chosen: out.map(name),
        by,
      })
    }
    record(out)
    dropped.push(out)
    standing = standing.filter((place) => !out.includes(place))
  }
}

function votesAt(votes: Float64Array, standing: readonly number[], at: number): number {
  return votes[standing[at] as number] as number
}

function countOfFirst(history: readonly Float64Array[]): number {
  return history[0]?.reduce((sum, votes) => sum + votes, 0) ?? 0
}

/** With seats for all who are stuck together, the tie is only about their order, and still a tie. */
function standOff(
  stuck: boolean,
  reported: readonly Tie[],
  options: readonly OptionId[],
  round: number,
): readonly Tie[] {
  if (!stuck || reported.length > 0 || options.length < 2) return []
  return [{ round, over: 'order', options, chosen: [], by: 'open' }]
}

/** Every ballot counts for the first option on it that still stands. */
function firstAmong(papers: Preferences, standing: readonly number[]): Float64Array {
  const votes = new Float64Array(papers.size)
  const stands = new Uint8Array(papers.size)
  for (const place of standing) stands[place] = 1
  for (let row = 0; row < papers.rows; row++) {
    const start = row * papers.size
    const end = start + (papers.lengths[row] as number)
    for (let at = start; at < end; at++) {
      const option = papers.lists[at] as number
      if (!stands[option]) continue
      votes[option] = (votes[option] as number) + (papers.weights[row] as number)
      break
    }
  }
  return votes
}
