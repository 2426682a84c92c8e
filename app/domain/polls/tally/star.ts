/** STAR: score, then automatic run-off between the two highest sums. */
import type { Election, OptionId, ScoreBallot } from '#app/domain/polls/tally/ballots.ts'
import { inLotOrder, type Lots, lotsFor } from '#app/domain/polls/tally/counting/lots.ts'
import { type Marks, marksOf, markTable, unmarked } from '#app/domain/polls/tally/counting/marks.ts'
import { type Pairwise, pairwise } from '#app/domain/polls/tally/counting/pairwise.ts'
import { tiersBy } from '#app/domain/polls/tally/counting/seats.ts'
import {
  type Figures,
  figures,
  type Result,
  type Tie,
  type TieBreak,
} from '#app/domain/polls/tally/result.ts'

/** One seat: sums of those still in, the two finalists, how many ballots preferred each, and neither. */
export type StarRound = {
  readonly sums: Figures
  readonly finalists: readonly OptionId[]
  readonly preferred: Figures
  readonly noPreference: number
  readonly elected: readonly OptionId[]
}

type Count = {
  readonly sums: Float64Array
  readonly topMarks: readonly number[]
  readonly pairs: Pairwise
  readonly lots: Lots
  readonly name: (place: number) => OptionId
  readonly ties: Tie[]
}

/**
 * The two highest sums go into the run-off; of these the one wins that more ballots marked higher. A missing mark is 0.
 * Ties for the run-off: those who lose most comparisons among the tied drop out, then those with fewest top marks, then
 * lot. Ties in it: higher sum, more top marks, lot. Several seats: the same again without those elected (bloc STAR).
 * A tie in the last run-off stays open while no lots are drawn, and both finalists are named.
 * @param settings.highest the top mark, 5 unless told; a ballot with any other number is invalid
 * @returns one round per seat
 * @throws RangeError for an unknown option
 * Source: Equal Vote Coalition, STAR Voting, official tie-breaking protocol.
 */
export function star(
  election: Election<ScoreBallot>,
  settings: { readonly highest?: number } = {},
): Result<StarRound> {
  const highest = settings.highest ?? 5
  const { options, seats } = election
  const counted = marksOf(election, highest)
  const table = markTable(counted, highest, 0)
  const count: Count = {
    sums: Float64Array.from(table, (line) => line.reduce((sum, ballots, mark) => sum + ballots * mark, 0)),
    topMarks: table.map((line) => line[highest] as number),
    pairs: headToHead(counted, highest),
    lots: lotsFor(options, election.lots),
    name: (place) => options[place] as OptionId,
    ties: [],
  }
  const rounds: StarRound[] = []
  const tiers: number[][] = []
  let standing = options.map((_, place) => place)
  const winners: number[] = []
  const size = options.length
  while (counted.valid > 0 && winners.length < seats && standing.length > 0) {
    const round = rounds.length + 1
    const finalists = finalistsAmong(standing, count, round)
    const [a, b] = finalists as [number, number?]
    const elected = b === undefined ? [a] : runOff(a, b, count, round, winners.length + 1 === seats)
    const forth = b === undefined ? 0 : (count.pairs.above[a * size + b] as number)
    const back = b === undefined ? 0 : (count.pairs.above[b * size + a] as number)
    rounds.push({
      sums: pickFigures(figures(options, count.sums), standing.map(count.name)),
      finalists: finalists.map(count.name),
      preferred: Object.fromEntries(
        finalists.map((place) => [count.name(place), place === a ? forth : back]),
      ),
      noPreference: counted.valid - forth - back,
      elected: elected.map(count.name),
    })
    winners.push(...elected)
    tiers.push(elected)
    standing = standing.filter((place) => !elected.includes(place))
    const second = finalists.filter((place) => standing.includes(place))
    if (winners.length >= seats && second.length > 0) {
      tiers.push(second)
      standing = standing.filter((place) => !second.includes(place))
    }
  }
  const rest = tiersBy(
    standing.length,
    (x, y) => (count.sums[standing[y] as number] as number) - (count.sums[standing[x] as number] as number),
  )
  return {
    method: 'star',
    seats,
    winners: winners.map(count.name),
    ranking: [...tiers, ...rest.map((tier) => tier.map((at) => standing[at] as number))].map((tier) =>
      tier.map(count.name),
    ),
    rounds,
    ties: count.ties,
    secondRound: [],
  }
}

function headToHead({ size, rows, marks, weights }: Marks, highest: number): Pairwise {
  const ranks = marks.map((mark) => highest - (mark === unmarked ? 0 : mark))
  return pairwise({ size, rows, ranks, weights })
}

function pickFigures(all: Figures, names: readonly OptionId[]): Figures {
  return Object.fromEntries(names.map((name) => [name, all[name] ?? 0]))
}

/** The two highest sums, best first. */
function finalistsAmong(standing: readonly number[], count: Count, round: number): number[] {
  const sumOf = (place: number) => count.sums[place] as number
  const finalists: number[] = []
  const order = tiersBy(
    standing.length,
    (a, b) => sumOf(standing[b] as number) - sumOf(standing[a] as number),
  )
  for (const at of order) {
    const open = 2 - finalists.length
    if (open === 0) break
    const tier = at.map((one) => standing[one] as number)
    finalists.push(...(tier.length <= open ? tier : breakForFinal(tier, open, count, round)))
  }
  return finalists
}

function breakForFinal(tier: readonly number[], open: number, count: Count, round: number): number[] {
  const { size, above } = count.pairs
  const through: number[] = []
  let tied = [...tier]
  let by: TieBreak = 'head-to-head'
  while (through.length + tied.length > open) {
    const losses = tied.map(
      (x) => tied.filter((y) => (above[y * size + x] as number) > (above[x * size + y] as number)).length,
    )
    const split =
      worstOf(tied, losses, 'most') ??
      worstOf(
        tied,
        tied.map((x) => count.topMarks[x] ?? 0),
        'fewest',
      )
    if (split === null) {
      by = count.lots.by
      const drawn = inLotOrder(count.lots, tied).slice(0, open - through.length)
      count.ties.push({
        round,
        over: 'finalist',
        options: tied.map(count.name),
        chosen: drawn.map(count.name),
        by,
      })
      return [...through, ...drawn]
    }
    if (split.by === 'top-marks') by = 'top-marks'
    if (through.length + split.rest.length >= open) tied = split.rest
    else {
      through.push(...split.rest)
      tied = split.worst
    }
  }
  const chosen = [...through, ...tied]
  count.ties.push({
    round,
    over: 'finalist',
    options: tier.map(count.name),
    chosen: chosen.map(count.name),
    by,
  })
  return chosen
}

/** Those worst by a figure and the rest, or `null` when all are equal. */
function worstOf(tied: readonly number[], figure: readonly number[], worst: 'most' | 'fewest') {
  const sought = worst === 'most' ? Math.max(...figure) : Math.min(...figure)
  const out = tied.filter((_, at) => figure[at] === sought)
  if (out.length === tied.length) return null
  const by: TieBreak = worst === 'most' ? 'head-to-head' : 'top-marks'
  return { worst: out, rest: tied.filter((_, at) => figure[at] !== sought), by }
}

/** The finalist more ballots marked higher; both while the last tie of a count is open. */
function runOff(a: number, b: number, count: Count, round: number, last: boolean): number[] {
  const { size, above } = count.pairs
  const lead = (above[a * size + b] as number) - (above[b * size + a] as number)
  if (lead !== 0) return [lead > 0 ? a : b]
  const bySum = (count.sums[a] as number) - (count.sums[b] as number)
  const byTop = (count.topMarks[a] as number) - (count.topMarks[b] as number)
  const ahead = bySum || byTop
  const open = ahead === 0 && !count.lots.drawn && last
  const chosen =
    ahead !== 0 ? [ahead > 0 ? a : b] : open ? [a, b] : inLotOrder(count.lots, [a, b]).slice(0, 1)
  count.ties.push({
    round,
    over: 'runoff',
    options: [a, b].map(count.name),
    chosen: open ? [] : chosen.map(count.name),
    by: bySum !== 0 ? 'higher-sum' : byTop !== 0 ? 'top-marks' : open ? 'open' : count.lots.by,
  })
  return chosen
}
