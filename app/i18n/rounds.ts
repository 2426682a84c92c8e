// How it was counted, round by round, in sentences that somebody without a degree can follow and check.

import type { Counted } from '#app/domain/polls/counting.ts'
import { decideMotion, type MotionRules } from '#app/domain/polls/decision.ts'
import type { PollSettings } from '#app/domain/polls/method.ts'
import type { Poll, PollOption } from '#app/domain/polls/poll.ts'
import type { TickRound } from '#app/domain/polls/tally/approval.ts'
import type { BordaRound } from '#app/domain/polls/tally/borda.ts'
import type { ResistanceRound } from '#app/domain/polls/tally/consensing.ts'
import type { SumRound } from '#app/domain/polls/tally/counting/sums.ts'
import type { ShareRound } from '#app/domain/polls/tally/equal-shares.ts'
import type { MoneyResult, PurchaseRound } from '#app/domain/polls/tally/equal-shares-money.ts'
import type { RunOffRound } from '#app/domain/polls/tally/irv.ts'
import type { JudgmentRound } from '#app/domain/polls/tally/majority-judgment.ts'
import type { MeekRound } from '#app/domain/polls/tally/meek-stv.ts'
import type { LoadRound } from '#app/domain/polls/tally/phragmen.ts'
import type { PairRound } from '#app/domain/polls/tally/ranked-pairs.ts'
import type { Result, Tie } from '#app/domain/polls/tally/result.ts'
import type { SeatRound } from '#app/domain/polls/tally/sainte-lague.ts'
import type { SchulzeRound } from '#app/domain/polls/tally/schulze.ts'
import type { Stage, StvResult } from '#app/domain/polls/tally/scottish-stv.ts'
import type { ChoiceRound } from '#app/domain/polls/tally/single-choice.ts'
import type { StarRound } from '#app/domain/polls/tally/star.ts'
import { marksOf, partsOf } from '#app/domain/polls/tick-marks.ts'
import { numberIn } from './numbers.ts'
import { calledInWords, listInWords } from './outcome.ts'
import type { Words } from './words.tsx'

export interface Explained {
  /** What the method does, in general. */
  readonly rule: string
  /** One entry a round. */
  readonly rounds: readonly string[]
  readonly ties: readonly string[]
}

type Options = readonly Pick<PollOption, 'key' | 'title'>[]
type Named = (...keys: readonly string[]) => string

export function explainInWords(
  words: Words,
  counted: Counted,
  options: Options,
  rules: MotionRules,
  { settings, label }: Pick<Poll, 'settings' | 'label'>,
): Explained {
  const { t } = words
  if (counted.kind === 'motion') {
    const { needed, of } = decideMotion(counted.votes, rules)
    const said = t('polls:rounds.yes-no', { needed, of, base: t(`polls:base.${rules.base}`) })
    return { rule: t('polls:rule.yes-no'), rounds: [said], ties: [] }
  }
  if (counted.kind === 'consent') return { rule: t('polls:rule.consent'), rounds: [], ties: [] }
  const { result } = counted
  const named: Named = (...keys) => calledInWords(words, label, options, keys)
  return {
    rule: ruleOf(words, result),
    rounds: partsInWords(words, counted, named) ?? roundsOf(words, result, named, settings),
    ties: result.ties.map((tie) => tieInWords(words, tie, named, result)),
  }
}

/** Branch by branch, then the open seats: who took them, with the marks that decided; null where there are no parts. */
function partsInWords(
  words: Words,
  { result, turnout }: Extract<Counted, { kind: 'options' }>,
  named: Named,
): readonly string[] | null {
  const parts = partsOf(result)
  const marks = marksOf(result.rounds)
  if (parts.length < 2 || marks === null) return null
  const { t } = words
  let from = 0
  const said = parts.map(({ branch, seats }) => {
    const taken = result.winners.slice(from, from + seats)
    from += seats
    const names = taken.map((key) =>
      t('polls:rounds.with-marks', { name: named(key), count: marks[key] ?? 0 }),
    )
    const values = { branch: branch ?? '', count: seats, names: listInWords(words.lang, names) }
    return t(branch === null ? 'polls:rounds.open-seats' : 'polls:rounds.branch-seats', values)
  })
  const { cast, blank, invalid } = turnout
  return [t('polls:rounds.valid', { count: cast - blank - invalid }), ...said]
}

function ruleOf({ t }: Words, result: Result): string {
  if ('budget' in result) return t('polls:rule.equal-shares-money')
  return t(`polls:rule.${result.method as 'irv'}`)
}

function roundsOf(words: Words, result: Result, named: Named, settings: PollSettings): readonly string[] {
  const { t } = words
  const [first] = result.rounds
  if (first === undefined) return []
  switch (result.method) {
    case 'single-choice': {
      const { valid, needed } = first as ChoiceRound
      const said = t('polls:rounds.valid', { count: valid })
      return needed === null ? [said] : [said, t('polls:rounds.majority-needed', { needed })]
    }
    case 'approval':
    case 'multiple-choice': {
      const { valid, invalid } = first as TickRound
      const said = t('polls:rounds.valid', { count: valid })
      return invalid === 0 ? [said] : [said, t('polls:rounds.too-many-marks', { count: invalid })]
    }
    case 'score':
    case 'points':
    case 'date-finding':
      return [t('polls:rounds.valid', { count: (first as SumRound).valid })]
    case 'borda':
      return [t('polls:rounds.valid', { count: (first as BordaRound).valid })]
    case 'star':
      return (result.rounds as readonly StarRound[]).map((round) => {
        const [one = '', two = ''] = round.finalists
        if (two === '') return t('polls:rounds.star-alone', { one: named(one) })
        return t('polls:rounds.star', {
          one: named(one),
          two: named(two),
          first: round.preferred[one] ?? 0,
          second: round.preferred[two] ?? 0,
          neither: round.noPreference,
          elected: named(...round.elected),
        })
      })
    case 'irv':
      return (result.rounds as readonly RunOffRound[]).map((round) => {
        const half = Math.floor(round.continuing / 2) + 1
        if (round.excluded.length === 0) {
          return t('polls:rounds.irv-last', { winner: named(...result.winners), half, all: round.continuing })
        }
        return t('polls:rounds.irv', { half, all: round.continuing, out: named(...round.excluded) })
      })
    case 'scottish-stv':
      return (result.rounds as readonly Stage[]).map((stage) => stageInWords(words, stage, named, result))
    case 'meek-stv':
      return (result.rounds as readonly MeekRound[]).map((round) => {
        const said = [t('polls:rounds.meek', { quota: short(words, round.quota) })]
        if (round.elected.length > 0)
          said.push(t('polls:rounds.elected', { elected: named(...round.elected) }))
        if (round.excluded.length > 0) said.push(t('polls:rounds.out', { out: named(...round.excluded) }))
        return said.join(' ')
      })
    case 'schulze': {
      const { pairs, dropped } = first as SchulzeRound
      const said = comparisons(words, pairs, result.winners[0], named)
      return dropped.length === 0 ? said : [...said, t('polls:rounds.dropped', { out: named(...dropped) })]
    }
    case 'ranked-pairs':
      return (result.rounds as readonly PairRound[]).map(({ locked, left }) =>
        [
          ...locked.map(({ over, under, votes, against }) =>
            t('polls:rounds.pair', { over: named(over), under: named(under), votes, against }),
          ),
          ...left.map(({ over, under, votes, against }) =>
            t('polls:rounds.pair-left', { over: named(over), under: named(under), votes, against }),
          ),
        ].join(' '),
      )
    case 'phragmen':
      return (result.rounds as readonly LoadRound[]).map(({ elected, load }, place) =>
        load === null
          ? t('polls:rounds.by-lot', { place: place + 1, elected: named(elected) })
          : t('polls:rounds.phragmen', { place: place + 1, elected: named(elected), load }),
      )
    case 'equal-shares': {
      if ('budget' in result) {
        const { budget, spent } = result as MoneyResult
        return [
          ...(result.rounds as readonly PurchaseRound[]).map(({ elected, cost, price }) =>
            t('polls:rounds.bought-for', {
              elected: named(elected),
              cost: number(words, cost),
              price: short(words, price),
            }),
          ),
          t('polls:rounds.spent', { spent: number(words, spent), budget: number(words, budget) }),
        ]
      }
      return (result.rounds as readonly ShareRound[]).map(({ elected, kind, price }, place) =>
        kind === 'bought'
          ? t('polls:rounds.bought', { place: place + 1, elected: named(elected), price: price ?? '' })
          : t(kind === 'grown' ? 'polls:rounds.grown' : 'polls:rounds.by-lot', {
              place: place + 1,
              elected: named(elected),
            }),
      )
    }
    case 'sainte-lague':
      return (result.rounds as readonly SeatRound[]).map(({ elected, votes, divisor }, place) =>
        t('polls:rounds.seat', { place: place + 1, elected: named(elected), votes, divisor }),
      )
    case 'majority-judgment': {
      const { median, above, below } = first as JudgmentRound
      return result.ranking.flat().map((key) =>
        t('polls:rounds.judged', {
          option: named(key),
          grade: settings.grades?.[median[key] ?? 0] ?? String(median[key] ?? 0),
          above: above[key] ?? 0,
          below: below[key] ?? 0,
        }),
      )
    }
    case 'consensing': {
      const { resistance, answers, acceptance, maximum } = first as ResistanceRound
      const flags = result as Result & { unbearable?: boolean; muchResistance?: boolean }
      return [
        ...result.ranking.flat().map((key) =>
          t('polls:rounds.resisted', {
            option: named(key),
            sum: resistance[key] ?? 0,
            count: answers[key] ?? 0,
            acceptance: decimal(words, acceptance[key] ?? '0'),
            maximum: maximum[key] ?? 0,
          }),
        ),
        ...(flags.unbearable || flags.muchResistance ? [t('polls:rounds.another-round')] : []),
      ]
    }
    default:
      return []
  }
}

function stageInWords(words: Words, stage: Stage, named: Named, result: Result): string {
  const { t } = words
  const said: string[] = []
  switch (stage.deed.kind) {
    case 'first-preferences':
      said.push(t('polls:rounds.stv-first', { quota: short(words, (result as StvResult<Stage>).quota) }))
      break
    case 'surplus':
      said.push(
        t('polls:rounds.stv-surplus', {
          option: named(stage.deed.of),
          amount: short(words, stage.deed.amount),
        }),
      )
      break
    case 'exclusion':
      said.push(t('polls:rounds.stv-out', { option: named(stage.deed.of) }))
  }
  if (stage.elected.length > 0) said.push(t('polls:rounds.elected', { elected: named(...stage.elected) }))
  return said.join(' ')
}

function comparisons(
  { t }: Words,
  pairs: SchulzeRound['pairs'],
  winner: string | undefined,
  named: Named,
): readonly string[] {
  if (winner === undefined) return []
  return Object.keys(pairs)
    .filter((other) => other !== winner)
    .map((other) =>
      t('polls:rounds.pair', {
        over: named(winner),
        under: named(other),
        votes: pairs[winner]?.[other] ?? 0,
        against: pairs[other]?.[winner] ?? 0,
      }),
    )
}

function tieInWords({ t }: Words, tie: Tie, named: Named, { ties }: Pick<Result, 'ties'>): string {
  const facts = { options: named(...tie.options), chosen: named(...tie.chosen) }
  const over = t(`polls:tie.over.${tie.over}`, facts)
  // Where no tie stays open, an order that was only assumed decided nothing that a lot could change.
  const idle = tie.by === 'assumed' && !ties.some(({ by }) => by === 'open')
  return `${over} ${t(`polls:tie.by.${idle ? 'assumed-idle' : tie.by}`, facts)}`
}

function number({ lang }: Words, value: number): string {
  return numberIn(lang, value)
}

/** Exact figures without the zeros at their end; a fraction stays a fraction. */
function short(words: Words, figure: string): string {
  if (figure.includes('/')) return figure
  return decimal(words, figure.includes('.') ? figure.replace(/\.?0+$/, '') : figure)
}

function decimal({ lang }: Words, figure: string): string {
  return lang === 'de' ? figure.replace('.', ',') : figure
}
