// Knows which figures of a count make its picture: one bar an option, and a table where there were rounds.
import type { Counted } from './counting.ts'
import type { MotionRules } from './decision.ts'
import { decideMotion } from './decision.ts'
import type { TickRound } from './tally/approval.ts'
import type { BordaRound } from './tally/borda.ts'
import type { ResistanceRound } from './tally/consensing.ts'
import type { SumRound } from './tally/counting/sums.ts'
import type { RunOffRound } from './tally/irv.ts'
import type { JudgmentRound } from './tally/majority-judgment.ts'
import type { MeekRound } from './tally/meek-stv.ts'
import type { RankedPairsResult } from './tally/ranked-pairs.ts'
import type { Result } from './tally/result.ts'
import type { ApportionmentResult } from './tally/sainte-lague.ts'
import type { SchulzeRound } from './tally/schulze.ts'
import type { Stage, StvResult } from './tally/scottish-stv.ts'
import type { ChoiceRound } from './tally/single-choice.ts'
import type { StarRound } from './tally/star.ts'
import { marksOf, partsOf } from './tick-marks.ts'

/** What the number at a bar counts. */
export type Unit = 'votes' | 'points' | 'resistance' | 'grade' | 'won' | 'seats' | 'first' | 'place'

export interface Bar {
  readonly key: string
  readonly value: number
  /** The number as it is said where it is no whole one. */
  readonly exact: string | null
  readonly won: boolean
}

export interface Picture {
  readonly unit: Unit
  /** The best first. */
  readonly bars: readonly Bar[]
  /** The length of a full bar. */
  readonly full: number
  /** Where the majority or the quota stands, in the same unit. */
  readonly mark: number | null
}

/** One bar an option, by what the method counts; the order is the result's own. */
export function pictureOf(counted: Counted, rules: MotionRules): Picture {
  if (counted.kind === 'motion') {
    const { yes, no, abstain } = counted.votes
    const { needed, outcome } = decideMotion(counted.votes, rules)
    const bars = [
      { key: 'yes', value: yes, exact: null, won: outcome === 'carried' },
      { key: 'no', value: no, exact: null, won: outcome === 'rejected' },
      { key: 'abstain', value: abstain, exact: null, won: false },
    ]
    return { unit: 'votes', bars, full: Math.max(yes + no + abstain, needed, 1), mark: needed }
  }
  if (counted.kind === 'consent') {
    const { consents, concerns, objections } = counted
    const bars = [
      { key: 'consent', value: consents, exact: null, won: objections === 0 && consents > 0 },
      { key: 'concern', value: concerns, exact: null, won: false },
      { key: 'objection', value: objections, exact: null, won: objections > 0 },
    ]
    return { unit: 'votes', bars, full: Math.max(consents + concerns + objections, 1), mark: null }
  }
  return optionPicture(counted.result)
}

function optionPicture(result: Result): Picture {
  const { unit, values, exact, full, mark } = figuresOf(result)
  const ranked = result.ranking.flat()
  // Parts fill seats branch by branch; the eye looks for the longest bar first.
  const order =
    partsOf(result).length > 1 && unit === 'votes'
      ? [...ranked].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0))
      : ranked
  const bars = order.map((key) => ({
    key,
    value: values[key] ?? 0,
    exact: exact?.[key] ?? null,
    won: result.winners.includes(key),
  }))
  const longest = Math.max(1, full ?? 0, mark ?? 0, ...bars.map(({ value }) => value))
  return { unit, bars, full: longest, mark: mark ?? null }
}

interface Figured {
  readonly unit: Unit
  readonly values: Readonly<Record<string, number>>
  readonly exact?: Readonly<Record<string, string>> | undefined
  readonly full?: number | undefined
  readonly mark?: number | null | undefined
}

function figuresOf(result: Result): Figured {
  const first = result.rounds[0]
  if (first === undefined) return { unit: 'votes', values: {} }
  switch (result.method) {
    case 'single-choice': {
      const { votes, valid, needed } = first as ChoiceRound
      return { unit: 'votes', values: votes, full: valid, mark: needed }
    }
    case 'approval':
    case 'multiple-choice': {
      const ticks = result.rounds as readonly TickRound[]
      const full = Math.max(...ticks.map(({ valid }) => valid))
      return { unit: 'votes', values: marksOf(ticks) ?? {}, full }
    }
    case 'score':
    case 'points':
    case 'date-finding':
      return { unit: 'points', values: (first as SumRound).sums }
    case 'star':
      return { unit: 'points', values: (first as StarRound).sums }
    case 'borda': {
      const { points } = first as BordaRound
      return { unit: 'points', values: asNumbers(points), exact: points }
    }
    case 'irv': {
      const rounds = result.rounds as readonly RunOffRound[]
      return { unit: 'votes', ...lastStand(rounds.map(({ votes }) => votes)), full: rounds[0]?.continuing }
    }
    case 'scottish-stv': {
      const stages = result.rounds as readonly Stage[]
      const quota = Number((result as StvResult<Stage>).quota)
      return { unit: 'first', values: asNumbers(stages[0]?.votes ?? {}), mark: quota }
    }
    case 'meek-stv': {
      const rounds = result.rounds as readonly MeekRound[]
      return { unit: 'first', values: asNumbers(rounds[0]?.votes ?? {}), mark: Number(rounds[0]?.quota ?? 0) }
    }
    case 'schulze':
      return { unit: 'won', values: wins((first as SchulzeRound).pairs) }
    case 'ranked-pairs':
      return { unit: 'won', values: wins((result as RankedPairsResult).pairs) }
    case 'majority-judgment': {
      const { median } = first as JudgmentRound
      return { unit: 'grade', values: median }
    }
    case 'consensing': {
      const { resistance } = first as ResistanceRound
      return { unit: 'resistance', values: resistance }
    }
    case 'sainte-lague':
      return { unit: 'seats', values: (result as ApportionmentResult).allocation }
    default:
      // Seats filled one by one: what matters is who came in, and in which order.
      return {
        unit: 'place',
        values: Object.fromEntries(result.winners.map((key, place) => [key, result.winners.length - place])),
        exact: Object.fromEntries(result.winners.map((key, place) => [key, String(place + 1)])),
      }
  }
}

/** How far each option came: its votes in the last round it stood in. */
function lastStand(rounds: readonly Readonly<Record<string, number>>[]) {
  return { values: Object.assign({}, ...rounds) as Record<string, number> }
}

function wins(pairs: Readonly<Record<string, Readonly<Record<string, number>>>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(pairs).map(([key, row]) => [
      key,
      Object.entries(row).filter(([other, votes]) => votes > (pairs[other]?.[key] ?? 0)).length,
    ]),
  )
}

function asNumbers(figures: Readonly<Record<string, string>>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, Number(value)]))
}

export interface RoundTable {
  readonly rows: readonly {
    readonly key: string
    /** One a round: the votes as text, or that it was out or in already. */
    readonly cells: readonly { readonly votes: string | null; readonly mark: 'elected' | 'out' | null }[]
  }[]
  readonly rounds: number
}

/** Votes round by round, for the counts that have rounds; null for the others. */
export function roundTable(result: Result): RoundTable | null {
  const columns = columnsOf(result)
  if (columns === null || columns.length < 2) return null
  const rows = result.ranking.flat().map((key) => ({
    key,
    cells: columns.map(({ votes, elected, out }) => ({
      votes: votes[key] === undefined ? null : whole(String(votes[key])),
      mark: elected.includes(key) ? ('elected' as const) : out.includes(key) ? ('out' as const) : null,
    })),
  }))
  return { rows, rounds: columns.length }
}

interface Column {
  readonly votes: Readonly<Record<string, string | number>>
  readonly elected: readonly string[]
  readonly out: readonly string[]
}

function columnsOf(result: Result): readonly Column[] | null {
  switch (result.method) {
    case 'irv':
      return (result.rounds as readonly RunOffRound[]).map(({ votes, excluded }, place, all) => ({
        votes,
        elected: place === all.length - 1 ? result.winners : [],
        out: excluded,
      }))
    case 'scottish-stv':
      return (result.rounds as readonly Stage[]).map(({ deed, votes, elected }) => ({
        votes,
        elected,
        out: deed.kind === 'exclusion' ? [deed.of] : [],
      }))
    case 'meek-stv':
      return (result.rounds as readonly MeekRound[]).map(({ votes, elected, excluded }) => ({
        votes,
        elected,
        out: excluded,
      }))
    default:
      return null
  }
}

/** "41.00000" reads as "41"; what is not whole keeps its decimals. */
function whole(figure: string): string {
  return figure.includes('.') ? figure.replace(/\.?0+$/, '') : figure
}

/** How many ballots put one option above another, for the counts that compare each with each; null for the others. */
export function pairsOf(result: Result): Readonly<Record<string, Readonly<Record<string, number>>>> | null {
  if (result.method === 'schulze') return (result.rounds[0] as SchulzeRound | undefined)?.pairs ?? null
  return result.method === 'ranked-pairs' ? (result as RankedPairsResult).pairs : null
}
