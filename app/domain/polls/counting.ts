// Counts the lines of ballots: the same for the worker, for anybody who recounts, and for tests.
import type { Choice } from './choice.ts'
import { kindOf, readChoice } from './choice.ts'
import type { MotionVotes } from './decision.ts'
import { formOfMethod, type PollMethod, type PollSettings } from './method.ts'
import type { Turnout } from './outcome.ts'
import type { Majority } from './poll.ts'
import type { Ballots, Election } from './tally/ballots.ts'
import { count, type Method, type Settings } from './tally/count.ts'
import { openWhereLotsDecide } from './tally/hanging-on-lots.ts'
import type { Result } from './tally/result.ts'

/** What a count needs to know of a vote, ballots aside. */
export interface CountOrder {
  readonly method: PollMethod
  readonly options: readonly string[]
  readonly seats: number
  readonly settings: PollSettings
  readonly majority: Majority
  /** The order of lots, best first; null while none was drawn. */
  readonly lots: readonly string[] | null
}

export type Counted = { readonly turnout: Turnout } & (
  | { readonly kind: 'motion'; readonly votes: MotionVotes }
  | {
      readonly kind: 'consent'
      readonly consents: number
      readonly concerns: number
      readonly objections: number
    }
  | { readonly kind: 'options'; readonly result: Result }
)

/**
 * Counts ballots written as lines (`choice.ts`), equal ones together.
 * A blank ballot takes part and says nothing; a line this vote cannot read is invalid, never a fault.
 * @param lines how often each line was cast
 */
export function countLines(order: CountOrder, lines: ReadonlyMap<string, number>): Counted {
  const form = formOfMethod(order.method)
  const kind = kindOf(form)
  const valid: { readonly choice: Choice; readonly count: number }[] = []
  let cast = 0
  let blank = 0
  let invalid = 0
  for (const [line, times] of lines) {
    cast += times
    const choice = readable(line, kind)
    if (choice.kind === 'blank') blank += times
    else if (choice.kind === 'invalid') invalid += times
    else valid.push({ choice, count: times })
  }
  const turnout = { cast, blank, invalid }
  if (form === 'yes-no') {
    const votes = { ...countOnes(valid, ['yes', 'no', 'abstain']), invalid }
    return { kind: 'motion', turnout, votes: { ...votes, abstain: votes.abstain + blank } }
  }
  if (form === 'consent') {
    const { consent, concern, objection, withdrawn } = countOnes(valid, [
      'consent',
      'concern',
      'objection',
      'withdrawn',
    ])
    return {
      kind: 'consent',
      turnout,
      consents: consent + withdrawn,
      concerns: concern,
      objections: objection,
    }
  }
  const terms: Omit<Election<unknown>, 'ballots'> = {
    options: order.options,
    seats: order.seats,
    lots: order.lots,
  }
  const ballots = ballotsOf(form, valid)
  const countWith = (lots: CountOrder['lots']) =>
    count(order.method as Method, { ...terms, lots }, ballots, settingsOf(order))
  const counted = countWith(order.lots)
  const result = order.lots === null ? openWhereLotsDecide(order.options, counted, countWith) : counted
  return { kind: 'options', turnout, result }
}

function readable(line: string, kind: ReturnType<typeof kindOf>): Choice {
  try {
    return readChoice(line, kind)
  } catch {
    return { kind: 'invalid' }
  }
}

type Valid = readonly { readonly choice: Choice; readonly count: number }[]

function countOnes<K extends string>(valid: Valid, keys: readonly K[]): Record<K, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>
  for (const { choice, count: times } of valid) {
    if (choice.kind === 'one' && choice.option in counts) counts[choice.option as K] += times
  }
  return counts
}

function ballotsOf(form: Ballots['form'], valid: Valid): Ballots {
  switch (form) {
    case 'choice':
      return {
        form,
        ballots: valid.flatMap(({ choice, count: times }) =>
          choice.kind === 'one' ? [{ count: times, choice: choice.option }] : [],
        ),
      }
    case 'approval':
      return {
        form,
        ballots: valid.flatMap(({ choice, count: times }) =>
          choice.kind === 'ticks' ? [{ count: times, approved: choice.options }] : [],
        ),
      }
    case 'ranked':
      return {
        form,
        ballots: valid.flatMap(({ choice, count: times }) =>
          choice.kind === 'places' ? [{ count: times, ranking: choice.places }] : [],
        ),
      }
    case 'score':
      return {
        form,
        ballots: valid.flatMap(({ choice, count: times }) =>
          choice.kind === 'marks' ? [{ count: times, scores: choice.marks }] : [],
        ),
      }
  }
}

function settingsOf({ settings, majority }: CountOrder): Settings {
  const { grades, ...rest } = settings
  return { ...rest, grades: grades?.length, majority: majority === 'most' ? 'relative' : 'absolute' }
}
