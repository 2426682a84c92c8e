/** The one door to all counts: a method by name, ballots of its form, and the result. */
import { approval } from '#app/domain/polls/tally/approval.ts'
import type {
  ApprovalBallot,
  BallotForm,
  Ballots,
  Election,
  OptionId,
} from '#app/domain/polls/tally/ballots.ts'
import { borda } from '#app/domain/polls/tally/borda.ts'
import { type Branch, byBranches, phasesOf, restrict } from '#app/domain/polls/tally/branches.ts'
import { consensing } from '#app/domain/polls/tally/consensing.ts'
import { dateFinding } from '#app/domain/polls/tally/date-finding.ts'
import { equalShares } from '#app/domain/polls/tally/equal-shares.ts'
import { equalSharesMoney } from '#app/domain/polls/tally/equal-shares-money.ts'
import { irv } from '#app/domain/polls/tally/irv.ts'
import { majorityJudgment } from '#app/domain/polls/tally/majority-judgment.ts'
import { meekStv } from '#app/domain/polls/tally/meek-stv.ts'
import { multipleChoice } from '#app/domain/polls/tally/multiple-choice.ts'
import { phragmen } from '#app/domain/polls/tally/phragmen.ts'
import { points } from '#app/domain/polls/tally/points.ts'
import { rankedPairs } from '#app/domain/polls/tally/ranked-pairs.ts'
import type { Result } from '#app/domain/polls/tally/result.ts'
import { sainteLague } from '#app/domain/polls/tally/sainte-lague.ts'
import { schulze } from '#app/domain/polls/tally/schulze.ts'
import { score } from '#app/domain/polls/tally/score.ts'
import { scottishStv } from '#app/domain/polls/tally/scottish-stv.ts'
import { singleChoice } from '#app/domain/polls/tally/single-choice.ts'
import { star } from '#app/domain/polls/tally/star.ts'

/** Every method that counts ballots, with the form of ballot it needs. Consent rounds are no count: `consent.ts`. */
export const formOf = {
  'single-choice': 'choice',
  'multiple-choice': 'approval',
  approval: 'approval',
  score: 'score',
  star: 'score',
  borda: 'ranked',
  irv: 'ranked',
  schulze: 'ranked',
  'ranked-pairs': 'ranked',
  'scottish-stv': 'ranked',
  'meek-stv': 'ranked',
  phragmen: 'approval',
  'equal-shares': 'approval',
  'sainte-lague': 'choice',
  'majority-judgment': 'score',
  consensing: 'score',
  points: 'score',
  'date-finding': 'score',
} as const satisfies Record<string, BallotForm>

export type Method = keyof typeof formOf

/**
 * What some methods need besides; each is explained at the method.
 * - `majority`: single-choice; `marks`: multiple-choice; `highest`: score, star; `grades`: majority-judgment
 * - `pointsEach`: points; `statusQuo`: consensing; `defaultOption`: schulze; `lastPlace`: borda
 * - `strength`: schulze, ranked-pairs; `completion`: equal-shares; `money`: equal-shares with costs and a budget
 * - `branches`: minimum seats, with every method for several seats
 */
export type Settings = {
  readonly majority?: 'relative' | 'absolute' | undefined
  readonly marks?: number | undefined
  readonly highest?: number | undefined
  readonly grades?: number | undefined
  readonly pointsEach?: number | undefined
  readonly statusQuo?: OptionId | undefined
  readonly defaultOption?: OptionId | undefined
  readonly lastPlace?: 0 | 1 | undefined
  readonly strength?: 'winning-votes' | 'margins' | undefined
  readonly completion?: 'phragmen' | 'add1' | 'none' | undefined
  readonly money?:
    | { readonly costs: Readonly<Record<OptionId, number>>; readonly budget: number; readonly raise?: number }
    | undefined
  readonly branches?: readonly Branch[] | undefined
}

type Terms = Omit<Election<unknown>, 'ballots'>

/**
 * Counts ballots by the method named.
 * @param terms options, seats and lots, as in `Election`
 * @param cast ballots of the form `formOf[method]`
 * @throws RangeError when the ballots are of another form, name an unknown option, or a needed setting is missing
 */
export function count(method: Method, terms: Terms, cast: Ballots, settings: Settings = {}): Result {
  if (cast.form !== formOf[method]) {
    throw new RangeError(`${method} counts ballots of the form ${formOf[method]}, not ${cast.form}`)
  }
  const { branches = [] } = settings
  switch (cast.form) {
    case 'choice': {
      const election = { ...terms, ballots: cast.ballots }
      if (method === 'sainte-lague') return sainteLague(election)
      return overBranches(election, branches, restrict.choice, (one) => singleChoice(one, settings))
    }
    case 'approval': {
      const election = { ...terms, ballots: cast.ballots }
      if (method === 'phragmen' || method === 'equal-shares') return proportional(method, election, settings)
      const { marks = terms.options.length } = settings
      if (method === 'approval') return overBranches(election, branches, restrict.approval, approval)
      // Cut down to a branch, a ballot with too many marks could pass for a valid one.
      const fits = ({ approved }: ApprovalBallot) => branches.length === 0 || approved.length <= marks
      const valid = { ...election, ballots: cast.ballots.filter(fits) }
      return overBranches(valid, branches, restrict.approval, (one) => multipleChoice(one, { marks }))
    }
    case 'ranked':
      return overBranches({ ...terms, ballots: cast.ballots }, branches, restrict.ranked, (one) =>
        ranked(method, one, settings),
      )
    case 'score':
      return overBranches({ ...terms, ballots: cast.ballots }, branches, restrict.score, (one) =>
        scored(method, one, settings),
      )
  }
}

function overBranches<Ballot>(
  election: Election<Ballot>,
  branches: readonly Branch[],
  cut: (ballot: Ballot, keep: ReadonlySet<OptionId>) => Ballot,
  method: (election: Election<Ballot>) => Result,
): Result {
  return branches.length === 0 ? method(election) : byBranches(election, branches, method, cut)
}

function proportional(
  method: 'phragmen' | 'equal-shares',
  election: Parameters<typeof phragmen>[0],
  { branches = [], completion, money }: Settings,
): Result {
  if (method === 'equal-shares' && money) {
    const { seats: _, ...rest } = election
    return equalSharesMoney(rest, { ...money, completion: completion === 'none' ? 'none' : 'add1' })
  }
  const phases = phasesOf(election.options, election.seats, branches)
  return method === 'phragmen'
    ? phragmen(election, { phases })
    : equalShares(election, { phases, completion: completion === 'none' ? 'none' : 'phragmen' })
}

function ranked(method: Method, election: Parameters<typeof schulze>[0], settings: Settings): Result {
  const { strength = 'winning-votes', defaultOption, lastPlace = 1 } = settings
  switch (method) {
    case 'borda':
      return borda(election, { last: lastPlace })
    case 'irv':
      return irv(election)
    case 'schulze':
      return schulze(election, defaultOption === undefined ? { strength } : { strength, defaultOption })
    case 'ranked-pairs':
      return rankedPairs(election, { strength })
    case 'scottish-stv':
      return scottishStv(election)
    case 'meek-stv':
      return meekStv(election)
    default:
      throw new RangeError(`no ranked method: ${method}`)
  }
}

function scored(method: Method, election: Parameters<typeof star>[0], settings: Settings): Result {
  const { highest = 5, grades, pointsEach, statusQuo } = settings
  switch (method) {
    case 'score':
      return score(election, { highest })
    case 'star':
      return star(election, { highest })
    case 'majority-judgment':
      return majorityJudgment(election, { grades: needed(grades, 'grades') })
    case 'consensing':
      return consensing(election, statusQuo === undefined ? {} : { statusQuo })
    case 'points':
      return points(election, { budget: needed(pointsEach, 'pointsEach') })
    case 'date-finding':
      return dateFinding(election)
    default:
      throw new RangeError(`no method with marks: ${method}`)
  }
}

function needed(value: number | undefined, name: string): number {
  if (value === undefined) throw new RangeError(`setting missing: ${name}`)
  return value
}
