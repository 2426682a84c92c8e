// The result sheet of an election: from the count to names, seats and marks as a page and a print show them.
import type { Outcome } from '../polls/outcome.ts'
import type { BranchResult } from '../polls/tally/branches.ts'
import { marksOf } from '../polls/tick-marks.ts'
import type { WonSeat } from './line-up.ts'

export interface ElectionCount {
  readonly outcome: Outcome
  /** Null where too few ballots came in to show any. */
  readonly result: Partial<BranchResult<unknown>> | null
  readonly countedAt: string
}

export interface SeatTaken {
  readonly name: string
  readonly branch: string
  /** The branch whose own seat it is; null for an open one. */
  readonly ownSeat: string | null
  /** Not taken, or given back: the next in line has it. */
  readonly left: boolean
}

export interface ShownRunOff {
  /** Null in a dry run, where there is no page to go to. */
  readonly pollNumber: number | null
  readonly between: readonly string[]
  readonly seats: number
  readonly opensAt: string | null
  readonly closesAt: string | null
  /** Null while it has not decided. */
  readonly chosen: readonly string[] | null
  /** Where a lot ended it. */
  readonly seed: string | null
}

export interface ElectionResult {
  readonly outcome: Outcome
  readonly options: readonly { readonly key: string; readonly title: string }[]
  readonly rollSize: number | null
  readonly paperSheets: number | null
  readonly seats: readonly SeatTaken[]
  /** Who came after, where a seat was left. */
  readonly next: readonly { readonly name: string; readonly branch: string }[]
  readonly runOffs: readonly ShownRunOff[]
  /** Everybody who stood, most marks first; marks are null where names were ranked. */
  readonly candidates: readonly {
    readonly name: string
    readonly branch: string
    readonly marks: number | null
    readonly elected: boolean
  }[]
  /** Every tie for seats that the lot broke, in the order of the count. */
  readonly lot: {
    readonly seed: string
    readonly ties: readonly { readonly between: readonly string[]; readonly chosen: readonly string[] }[]
  } | null
  readonly tied: readonly string[]
  readonly countedAt: string
}

/** What the count does not know: names, those who take the seats now, and how the vote went. */
export interface AroundCount
  extends Pick<ElectionResult, 'options' | 'rollSize' | 'paperSheets' | 'runOffs'> {
  readonly branchOf: (key: string) => string
  readonly elected: readonly { readonly key: string; readonly branch: string }[]
  /** With what a lot was drawn; null while none was needed. */
  readonly seed: string | null
}

export function sheetOf(count: ElectionCount, around: AroundCount): ElectionResult {
  const { outcome, result, countedAt } = count
  const { options, branchOf, elected, seed, rollSize, paperSheets, runOffs } = around
  const titles = new Map(options.map(({ key, title }) => [key, title]))
  const nameOf = (key: string) => titles.get(key) ?? ''
  const winners = outcome.kind === 'options' ? outcome.winners : []
  const marks = marksOf(result?.rounds ?? [])
  const broken = (result?.ties ?? []).filter((tie) => tie.over === 'seat' && tie.by === 'lot')
  return {
    ...{ outcome, options, rollSize, paperSheets, runOffs, countedAt },
    seats: wonSeats(count).map(({ key, ownSeat }) => ({
      ...{ name: nameOf(key), branch: branchOf(key), ownSeat },
      left: !elected.some((one) => one.key === key),
    })),
    next: elected.flatMap(({ key, branch }) =>
      winners.includes(key) ? [] : [{ name: nameOf(key), branch }],
    ),
    candidates: options
      .map(({ key, title }) => ({
        name: title,
        branch: branchOf(key),
        marks: marks?.[key] ?? null,
        elected: winners.includes(key),
      }))
      .sort((a, b) => (b.marks ?? 0) - (a.marks ?? 0) || Number(b.elected) - Number(a.elected)),
    lot:
      seed === null || broken.length === 0
        ? null
        : {
            seed,
            ties: broken.map((tie) => ({
              between: tie.options.map(nameOf),
              chosen: tie.chosen.map(nameOf),
            })),
          },
    tied: outcome.kind === 'options' ? outcome.tied.map(nameOf) : [],
  }
}

/** Winners come in the order of the phases, so each takes the next seat of the phase it is in. */
export function wonSeats({ outcome, result }: ElectionCount): readonly WonSeat[] {
  const winners = outcome.kind === 'options' ? outcome.winners : []
  const owners = (result?.parts ?? []).flatMap(({ branch, seats }) =>
    Array<string | null>(seats).fill(branch),
  )
  const inOrder = (result?.winners ?? winners).filter((key) => winners.includes(key))
  return inOrder.map((key, place) => ({ key, ownSeat: owners[place] ?? null }))
}
