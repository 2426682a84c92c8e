/** Systemic consensing: the option with the least resistance, measured against leaving things as they are. */
import type { Election, OptionId, ScoreBallot } from '#app/domain/polls/tally/ballots.ts'
import { inLotOrder, lotsFor } from '#app/domain/polls/tally/counting/lots.ts'
import { marksOf, markTable } from '#app/domain/polls/tally/counting/marks.ts'
import { tiersBy } from '#app/domain/polls/tally/counting/seats.ts'
import { type Figures, figures, type Result, type Tie } from '#app/domain/polls/tally/result.ts'

/**
 * By option: the sum of resistance of those who answered for it, how many answered, acceptance in percent with one
 * decimal (100 − 10 × sum / answers), the strongest resistance and how many marks are 8 or more.
 */
export type ResistanceRound = {
  readonly resistance: Figures
  readonly answers: Figures
  readonly acceptance: Readonly<Record<OptionId, string | null>>
  readonly maximum: Figures
  readonly highMarks: Figures
  readonly valid: number
}

/**
 * `adopted`: whether the winner beats the status quo, `null` when that was not on the ballot. `unbearable`: somebody gave
 * the winner a 10; `muchResistance`: more than a tenth of its marks are 8 or more. Either suggests another round.
 */
export type ConsensingResult = Result<ResistanceRound> & {
  readonly adopted: boolean | null
  readonly unbearable: boolean
  readonly muchResistance: boolean
}

const HIGHEST = 10
const HIGH = 8

type Row = { readonly sum: number; readonly answers: number; readonly maximum: number; readonly high: number }

/**
 * Ranks by group resistance per answer, smallest first, which is the order of the sums when everybody answered
 * everything; a missing mark is not counted, and an option nobody answered comes last. Equal: the smaller strongest
 * resistance, then fewer marks of 8 or more, then the status quo, then lot: no lot ever changes how things are.
 * @param settings.statusQuo the option that leaves things as they are
 * @returns one round
 * @throws RangeError for an unknown option
 * Source: Visotschnig and Schrotta, Das SK-Prinzip, 2005; konsenslotsen.de.
 */
export function consensing(
  election: Election<ScoreBallot>,
  settings: { readonly statusQuo?: OptionId } = {},
): ConsensingResult {
  const { options, seats } = election
  const counted = marksOf(election, HIGHEST)
  const rows = markTable(counted, HIGHEST, null).map(rowOf)
  const row = (place: number) => rows[place] as Row
  const quo = settings.statusQuo === undefined ? null : options.indexOf(settings.statusQuo)
  if (quo !== null && quo < 0) throw new RangeError(`status quo is not on the ballot: ${settings.statusQuo}`)
  const tiers = tiersBy(options.length, (a, b) => better(row(a), row(b), a, b, quo))
  const { winners, ties } = seatByResistance(election, counted.valid > 0 ? seats : 0, tiers, rows, quo)
  const byName = (figure: (line: Row) => number) => figures(options, rows.map(figure))
  const first = winners[0] === undefined ? null : row(winners[0])
  return {
    method: 'consensing',
    seats,
    winners: winners.map((place) => options[place] as OptionId),
    ranking: tiers.map((tier) => tier.map((place) => options[place] as OptionId)),
    rounds: [
      {
        resistance: byName((line) => line.sum),
        answers: byName((line) => line.answers),
        acceptance: Object.fromEntries(options.map((option, place) => [option, acceptanceOf(row(place))])),
        maximum: byName((line) => line.maximum),
        highMarks: byName((line) => line.high),
        valid: counted.valid,
      },
    ],
    ties,
    secondRound: [],
    adopted: quo === null || winners.length === 0 ? null : !winners.includes(quo),
    unbearable: first !== null && first.maximum === HIGHEST,
    muchResistance: first !== null && first.high * 10 > first.answers,
  }
}

function rowOf(marks: readonly number[]): Row {
  const answers = marks.reduce((sum, ballots) => sum + ballots, 0)
  const high = marks.slice(HIGH).reduce((sum, ballots) => sum + ballots, 0)
  return {
    sum: marks.reduce((sum, ballots, mark) => sum + ballots * mark, 0),
    answers,
    maximum: Math.max(
      0,
      marks.findLastIndex((ballots) => ballots > 0),
    ),
    high,
  }
}

/** Compares the resistance per answer by cross-multiplying, so that equal means are equal. */
function perAnswer(a: Row, b: Row): number {
  if (a.answers === 0 || b.answers === 0) return Number(a.answers === 0) - Number(b.answers === 0)
  return Number(BigInt(a.sum) * BigInt(b.answers) - BigInt(b.sum) * BigInt(a.answers))
}

function better(a: Row, b: Row, placeA: number, placeB: number, quo: number | null): number {
  return (
    perAnswer(a, b) ||
    a.maximum - b.maximum ||
    a.high - b.high ||
    Number(placeB === quo) - Number(placeA === quo)
  )
}

function acceptanceOf({ sum, answers }: Row): string | null {
  if (answers === 0) return null
  const tenths = Math.round(((HIGHEST * answers - sum) * 100) / answers)
  return `${Math.floor(tenths / 10)}.${tenths % 10}`
}

/** Seats from the top; a tie in resistance at the last seat is reported with the rule that broke it. */
function seatByResistance(
  election: Election<ScoreBallot>,
  seats: number,
  tiers: readonly (readonly number[])[],
  rows: readonly Row[],
  quo: number | null,
): { readonly winners: readonly number[]; readonly ties: readonly Tie[] } {
  const lots = lotsFor(election.options, election.lots)
  const name = (place: number) => election.options[place] as OptionId
  const winners: number[] = []
  const ties: Tie[] = []
  for (const tier of tiers) {
    const open = seats - winners.length
    if (open <= 0) break
    if (tier.length > open) {
      const chosen = lots.drawn ? inLotOrder(lots, tier).slice(0, open) : []
      winners.push(...(lots.drawn ? chosen : tier))
      const by = lots.drawn ? 'lot' : 'open'
      ties.push({ round: 1, over: 'seat', options: tier.map(name), chosen: chosen.map(name), by })
    } else winners.push(...tier)
  }
  const order = tiers.flat()
  const last = order[winners.length - 1]
  const next = order[winners.length]
  if (ties.length === 0 && last !== undefined && next !== undefined) {
    const [a, b] = [rows[last] as Row, rows[next] as Row]
    if (a.answers > 0 && perAnswer(a, b) === 0) {
      const tied = order.filter((place) => perAnswer(rows[place] as Row, a) === 0)
      const chosen = tied.filter((place) => winners.includes(place))
      const by =
        a.maximum !== b.maximum ? 'smaller-maximum' : a.high !== b.high ? 'fewer-high-marks' : 'status-quo'
      if (by !== 'status-quo' || last === quo) {
        ties.push({ round: 1, over: 'seat', options: tied.map(name), chosen: chosen.map(name), by })
      }
    }
  }
  return { winners, ties }
}
