// Knows every way to vote: which ballot it needs, and for what it is good.
import type { BallotForm } from './tally/ballots.ts'
import { type Method as CountedMethod, formOf } from './tally/count.ts'

/** The counts of `tally/`, and two that are no count of options: a plain yes or no, and a round of consent. */
export type PollMethod = CountedMethod | 'yes-no' | 'consent'

export const pollMethods = [
  'yes-no',
  'consent',
  ...(Object.keys(formOf) as CountedMethod[]),
] as readonly PollMethod[]

export type PollForm = BallotForm | 'yes-no' | 'consent'

export function formOfMethod(method: PollMethod): PollForm {
  return method === 'yes-no' || method === 'consent' ? method : formOf[method]
}

export function isMethod(name: string): name is PollMethod {
  return (pollMethods as readonly string[]).includes(name)
}

/** Ways in which several seats may be filled. */
const forSeveral: readonly PollMethod[] = [
  'multiple-choice',
  'approval',
  'scottish-stv',
  'meek-stv',
  'phragmen',
  'equal-shares',
  'sainte-lague',
  'borda',
  'points',
  'score',
  'date-finding',
  'single-choice',
  'schulze',
  'ranked-pairs',
  'consensing',
  'majority-judgment',
]

export function takesSeats(method: PollMethod): boolean {
  return forSeveral.includes(method)
}

/** The options of these two are given: nobody writes them. */
export const fixedOptions = {
  'yes-no': ['yes', 'no', 'abstain'],
  consent: ['consent', 'concern', 'objection'],
} as const

/** The highest mark a ballot may give an option; null where marks are not given. */
export function highestMark(method: PollMethod, settings: PollSettings): number | null {
  switch (method) {
    case 'score':
    case 'star':
      return settings.highest ?? 5
    case 'consensing':
      return 10
    case 'date-finding':
      return 2
    case 'points':
      return settings.pointsEach ?? 10
    case 'majority-judgment':
      return (settings.grades?.length ?? 5) - 1
    default:
      return null
  }
}

/** What some methods need besides; each is explained at its count. */
export interface PollSettings {
  /** Multiple choice: how many marks a ballot may carry. */
  readonly marks?: number
  readonly highest?: number
  /** Majority judgment: the words of the grades, the worst first. */
  readonly grades?: readonly string[]
  readonly pointsEach?: number
  /** The option that leaves things as they are. */
  readonly statusQuo?: string
  readonly defaultOption?: string
  readonly strength?: 'winning-votes' | 'margins'
  readonly money?: { readonly costs: Readonly<Record<string, number>>; readonly budget: number }
  readonly branches?: readonly {
    readonly name: string
    readonly options: readonly string[]
    readonly minimum: number
  }[]
}
