/** Single transferable vote as Scottish councils are elected: quota, surpluses, exclusions, five decimals. */
import type { Election, OptionId, RankedBallot } from '#app/domain/polls/tally/ballots.ts'
import { brokenBy, byEarlierRounds } from '#app/domain/polls/tally/counting/earlier-rounds.ts'
import { decimals } from '#app/domain/polls/tally/counting/fraction.ts'
import { inLotOrder, type Lots, lotsFor } from '#app/domain/polls/tally/counting/lots.ts'
import { type Piles, pilesOf, total } from '#app/domain/polls/tally/counting/piles.ts'
import { preferencesOf } from '#app/domain/polls/tally/counting/rankings.ts'
import { tiersBy } from '#app/domain/polls/tally/counting/seats.ts'
import type { ExactFigures, Result, Tie } from '#app/domain/polls/tally/result.ts'

/** What a stage did: counted first preferences, handed on a surplus (`amount`), or the papers of one excluded. */
export type StageDeed =
  | { readonly kind: 'first-preferences' }
  | { readonly kind: 'surplus'; readonly of: OptionId; readonly amount: string }
  | { readonly kind: 'exclusion'; readonly of: OptionId }

/**
 * At the end of the stage, with five decimals: votes, and the worth of papers that name nobody standing any more. What is
 * cut off below the fifth decimal belongs to neither. Who was elected by the stage.
 */
export type Stage = {
  readonly deed: StageDeed
  readonly votes: ExactFigures
  readonly nonTransferable: string
  readonly elected: readonly OptionId[]
}

export type StvResult<Round> = Result<Round> & { readonly quota: string }

const PLACES = 5
const UNIT = 10 ** PLACES

/**
 * Counts ranked papers for several seats. Quota = whole part of valid papers / (seats + 1), plus 1. After each stage
 * whoever has the quota is elected; then the largest surplus is handed on, each of the candidate's papers at
 * value × surplus / votes, cut off after five decimals; without a surplus the lowest candidate is excluded. It ends when
 * the seats are full or as many candidates are left as seats. Equals: the latest earlier stage in which they differed,
 * then lot. A paper is valid when it has one single first preference; a shared place ends it.
 * @returns one round per stage, stage 1 being the first preferences; `quota` with five decimals
 * @throws RangeError for an unknown option or one ranked twice
 * Source: The Scottish Local Government Elections Order 2007, SSI 2007/42, Schedule 1, rules 45 to 52.
 */
export function scottishStv(election: Election<RankedBallot>): StvResult<Stage> {
  const { options, seats } = election
  const name = (place: number) => options[place] as OptionId
  const lots = lotsFor(options, election.lots)
  const papers = preferencesOf(election)
  const piles = pilesOf(papers, UNIT)
  const valid = total(piles.votes)
  const quota = (Math.floor(valid / UNIT / (seats + 1)) + 1) * UNIT
  const history: Float64Array[] = []
  const stages: Stage[] = []
  const ties: Tie[] = []
  const winners: number[][] = []
  const excluded: number[] = []
  const waiting = new Set<number>()
  let standing = options.map((_, place) => place)
  let filled = 0
  let spent = 0

  const closeStage = (deed: StageDeed) => {
    history.push(piles.votes.slice())
    const reached = standing.filter((place) => (piles.votes[place] as number) >= quota)
    elect(reached)
    for (const place of reached) if ((piles.votes[place] as number) > quota) waiting.add(place)
    let elected = reached
    if (filled < seats && standing.length <= seats - filled) {
      elected = [...reached, ...standing]
      elect(standing)
    }
    stages.push({
      deed,
      votes: Object.fromEntries(
        options.map((option, place) => [option, inParts(piles.votes[place] as number)]),
      ),
      nonTransferable: inParts(spent),
      elected: elected.map(name),
    })
  }
  const elect = (places: readonly number[]) => {
    const tiers = tiersBy(places.length, (a, b) => votesOf(piles, places[b]) - votesOf(piles, places[a]))
    winners.push(...tiers.map((tier) => tier.map((at) => places[at] as number)))
    filled += places.length
    standing = standing.filter((place) => !places.includes(place))
  }

  if (valid > 0) closeStage({ kind: 'first-preferences' })
  while (valid > 0 && filled < seats && standing.length > 0) {
    const stage = history.length + 1
    if (waiting.size > 0) {
      const from = pick([...waiting], 'most', { piles, history, lots, ties, name, stage })
      const surplus = (piles.votes[from] as number) - quota
      waiting.delete(from)
      spent += handOn(piles, from, standing, surplus)
      piles.votes[from] = quota
      closeStage({ kind: 'surplus', of: name(from), amount: inParts(surplus) })
    } else {
      const from = pick(standing, 'fewest', { piles, history, lots, ties, name, stage })
      standing = standing.filter((place) => place !== from)
      excluded.push(from)
      spent += handOn(piles, from, standing, null)
      piles.votes[from] = 0
      closeStage({ kind: 'exclusion', of: name(from) })
    }
  }
  const rest = tiersBy(standing.length, (a, b) => votesOf(piles, standing[b]) - votesOf(piles, standing[a]))
  const order = [
    ...winners,
    ...rest.map((tier) => tier.map((at) => standing[at] as number)),
    ...excluded.reverse().map((place) => [place]),
  ]
  return {
    method: 'scottish-stv',
    seats,
    winners: winners.flat().map(name),
    ranking: order.map((tier) => tier.map(name)),
    rounds: stages,
    ties,
    secondRound: [],
    quota: inParts(quota),
  }
}

function inParts(parts: number): string {
  return decimals(BigInt(parts), PLACES)
}

function votesOf(piles: Piles, place: number | undefined): number {
  return piles.votes[place ?? -1] ?? 0
}

/** The one with most or fewest votes; equals by earlier stages, then by lot: the best lot gains, the last loses. */
function pick(
  among: readonly number[],
  want: 'most' | 'fewest',
  count: {
    readonly piles: Piles
    readonly history: readonly Float64Array[]
    readonly lots: Lots
    readonly ties: Tie[]
    readonly name: (place: number) => OptionId
    readonly stage: number
  },
): number {
  const votes = among.map((place) => votesOf(count.piles, place))
  const sought = want === 'most' ? Math.max(...votes) : Math.min(...votes)
  const tied = among.filter((_, at) => votes[at] === sought)
  if (tied.length === 1) return tied[0] as number
  const left = byEarlierRounds(tied, count.history, want)
  const order = inLotOrder(count.lots, left)
  // Without lots the first listed is taken either way, as reference counts do.
  const chosen = (want === 'most' || !count.lots.drawn ? order[0] : order.at(-1)) as number
  const by = brokenBy(left, count.lots.by)
  count.ties.push({
    round: count.stage,
    over: want === 'most' ? 'surplus' : 'exclusion',
    options: (by === 'earlier-round' ? tied : left).map(count.name),
    chosen: [count.name(chosen)],
    by,
  })
  return chosen
}

/** Moves every paper of one candidate to its next standing candidate; with a surplus at its share of it. */
function handOn(piles: Piles, from: number, standing: readonly number[], surplus: number | null): number {
  const held = BigInt(piles.votes[from] as number)
  const shares = new Map<number, number>()
  const shareOf = (value: number): number => {
    if (surplus === null) return value
    const known = shares.get(value)
    if (known !== undefined) return known
    const share = Number((BigInt(value) * BigInt(surplus)) / held)
    shares.set(value, share)
    return share
  }
  return piles.moveAll(from, standing, shareOf)
}
