/** Meek's single transferable vote: every elected candidate keeps just the part of each paper that is needed. */
import type { Election, OptionId, RankedBallot } from '#app/domain/polls/tally/ballots.ts'
import { decimals } from '#app/domain/polls/tally/counting/fraction.ts'
import { inLotOrder, lotsFor } from '#app/domain/polls/tally/counting/lots.ts'
import {
  distribute,
  type PaperTree,
  paperTree,
  type Standing,
  UNIT,
} from '#app/domain/polls/tally/counting/meek-papers.ts'
import { preferencesOf } from '#app/domain/polls/tally/counting/rankings.ts'
import { tiersByFigure } from '#app/domain/polls/tally/counting/seats.ts'
import type { ExactFigures, Tie } from '#app/domain/polls/tally/result.ts'
import type { StvResult } from '#app/domain/polls/tally/scottish-stv.ts'

/** Figures at the end of a round, nine decimals: quota, votes, what each keeps, the surplus; who is in, who is out. */
export type MeekRound = {
  readonly quota: string
  readonly votes: ExactFigures
  readonly keepFactors: ExactFigures
  readonly surplus: string
  readonly elected: readonly OptionId[]
  readonly excluded: readonly OptionId[]
}

const PLACES = 9
const OMEGA = 1_000
const MOST_PAPERS = 9_000_000

/**
 * Counts with keep factors in whole billionths. Every paper gives each of its candidates in turn keep × what it still
 * holds, rounded up. Quota = votes / (seats + 1) cut off after nine decimals, plus one billionth, new in each pass.
 * Whoever has it is elected. Else the keep factors of the elected become keep × quota / votes, until their surplus is
 * under a millionth or falls no more; then the lowest is excluded, where all within the surplus of the lowest are tied
 * and the last by lot goes. Without lots the first listed goes, as in the reference.
 * @returns one round per election or exclusion; `quota` is the last one
 * @throws RangeError for an unknown option, one ranked twice, or more than nine million papers
 * Source: Hill, Wichmann and Woodall, Algorithm 123, Computer Journal 30, 1987, in the rule of the Proportional
 * Representation Foundation ("Reference Meek Rule").
 */
export function meekStv(election: Election<RankedBallot>): StvResult<MeekRound> {
  const { options, seats } = election
  const name = (place: number) => options[place] as OptionId
  const lots = lotsFor(options, election.lots)
  const papers = preferencesOf(election)
  const standing: Standing[] = options.map(() => 'hopeful')
  const keep = new Float64Array(options.length).fill(UNIT)
  const winners: number[][] = []
  const excluded: number[] = []
  const rounds: MeekRound[] = []
  const ties: Tie[] = []
  const places = (kind: Standing) => options.flatMap((_, place) => (standing[place] === kind ? [place] : []))
  const elect = (chosen: readonly number[], votes: Float64Array) => {
    for (const place of chosen) standing[place] = 'elected'
    const tiers = tiersByFigure(chosen.map((place) => votes[place] as number))
    winners.push(...tiers.map((tier) => tier.map((at) => chosen[at] as number)))
  }
  const full = () =>
    places('elected').length >= seats || places('elected').length + places('hopeful').length <= seats

  let pass: Pass = { votes: new Float64Array(options.length), quota: 0, surplus: 0 }
  const valid = papers.weights.reduce((sum, weight, row) => sum + (papers.lengths[row] ? weight : 0), 0)
  if (valid > MOST_PAPERS) throw new RangeError('too many papers to count exactly')
  while (valid > 0 && !full()) {
    const tree = paperTree(papers, standing)
    pass = settle(tree, keep, standing, seats)
    const { votes, quota, surplus } = pass
    const figuresNow = {
      quota: inParts(quota),
      votes: named(options, votes),
      keepFactors: named(options, keep),
      surplus: inParts(surplus),
    }
    const hopeful = places('hopeful')
    const reached = hopeful.filter((place) => (votes[place] as number) >= quota)
    if (reached.length > 0) {
      elect(reached, votes)
      rounds.push({ ...figuresNow, elected: reached.map(name), excluded: [] })
      continue
    }
    const low = Math.min(...hopeful.map((place) => votes[place] as number))
    const tied = hopeful.filter((place) => (votes[place] as number) <= low + surplus)
    const order = inLotOrder(lots, tied)
    const out = (lots.drawn ? order.at(-1) : order[0]) as number
    if (tied.length > 1) {
      ties.push({
        round: rounds.length + 1,
        over: 'exclusion',
        options: tied.map(name),
        chosen: [name(out)],
        by: lots.by,
      })
    }
    standing[out] = 'excluded'
    keep[out] = 0
    excluded.push(out)
    rounds.push({ ...figuresNow, elected: [], excluded: [name(out)] })
  }
  const left = places('hopeful')
  const filling = valid > 0 && winners.flat().length < seats
  if (filling && left.length > 0) {
    elect(left, pass.votes)
    const last = rounds.pop()
    const votes = last?.votes ?? named(options, distribute(paperTree(papers, standing), keep))
    rounds.push({
      quota: last?.quota ?? inParts(0),
      votes,
      keepFactors: last?.keepFactors ?? named(options, keep),
      surplus: last?.surplus ?? inParts(0),
      elected: [...(last?.elected ?? []), ...left.map(name)],
      excluded: last?.excluded ?? [],
    })
  }
  const rest = filling ? [] : tiersByFigure(left.map((place) => pass.votes[place] as number))
  const order = [
    ...winners,
    ...rest.map((tier) => tier.map((at) => left[at] as number)),
    ...excluded.reverse().map((place) => [place]),
  ]
  return {
    method: 'meek-stv',
    seats,
    winners: winners.flat().map(name),
    ranking: order.map((tier) => tier.map(name)),
    rounds,
    ties,
    secondRound: [],
    quota: inParts(pass.quota),
  }
}

type Pass = { readonly votes: Float64Array; readonly quota: number; readonly surplus: number }

/** Passes over the papers until somebody reaches the quota or the surplus of the elected falls no more. */
function settle(tree: PaperTree, keep: Float64Array, standing: readonly Standing[], seats: number): Pass {
  let before = Number.POSITIVE_INFINITY
  while (true) {
    const votes = distribute(tree, keep)
    const cast = votes.reduce((sum, worth) => sum + worth, 0)
    const quota = Math.floor(cast / (seats + 1)) + 1
    let surplus = 0
    let reached = false
    standing.forEach((kind, place) => {
      if (kind === 'elected') surplus += (votes[place] as number) - quota
      else if (kind === 'hopeful' && (votes[place] as number) >= quota) reached = true
    })
    surplus = Math.max(0, surplus)
    if (reached || surplus < OMEGA || surplus >= before) return { votes, quota, surplus }
    before = surplus
    standing.forEach((kind, place) => {
      if (kind === 'elected') keep[place] = lowered(keep[place] as number, quota, votes[place] as number)
    })
  }
}

/** keep × quota / votes, rounded up after each of the two steps. */
function lowered(keep: number, quota: number, votes: number): number {
  const unit = BigInt(UNIT)
  const product = (BigInt(keep) * BigInt(quota) + unit - 1n) / unit
  const divisor = BigInt(votes)
  return Number((product * unit + divisor - 1n) / divisor)
}

function inParts(parts: number): string {
  return decimals(BigInt(parts), PLACES)
}

function named(options: readonly OptionId[], values: Float64Array): ExactFigures {
  return Object.fromEntries(options.map((option, place) => [option, inParts(values[place] as number)]))
}
