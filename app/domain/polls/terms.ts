// Knows what goes with what: how much a label may claim, what each grade of secrecy allows, what a method needs.
import { refuse } from '../refusal.ts'
import { fixedOptions, formOfMethod, highestMark, takesSeats } from './method.ts'
import {
  type Electorate,
  majorityBases,
  type PollLabel,
  type PollSpace,
  type PollTerms,
  resultTimes,
  type Secrecy,
} from './poll.ts'

/** Labels these voters can stand for. Where only one is left, it is forced. */
export function labelsFor(space: PollSpace, electorate: Electorate): readonly PollLabel[] {
  if (electorate === 'accounts') return ['mood']
  if (space === 'council') return ['mood', 'recommendation', 'election']
  if (space === 'town') return ['mood', 'recommendation']
  if (electorate === 'bench' || electorate === 'creators') return ['mood', 'recommendation']
  return ['mood', 'recommendation', 'resolution']
}

/** What a grade of secrecy settles by itself. */
export function forcedBy(
  secrecy: Secrecy,
): Partial<Pick<PollTerms, 'changeable' | 'resultWhen' | 'reason' | 'names'>> {
  switch (secrecy) {
    case 'open':
      return {}
    case 'separate':
      return { changeable: 'no', resultWhen: 'after-close', reason: 'off', names: 'unlisted' }
    case 'blind':
      // The last ballot of a token counts.
      return { changeable: 'yes', resultWhen: 'after-close', reason: 'off', names: 'unlisted' }
  }
}

/** Secret ballots below this number would say who voted how. */
export const fewestSecret = 5

export function isTooFewToShow(secrecy: Secrecy, ballots: number): boolean {
  return secrecy !== 'open' && ballots < fewestSecret
}

/** Refuses terms that contradict each other. `keys`: the options, as ballots will name them. */
export function checkTerms(terms: PollTerms, keys: readonly string[]): void {
  if (!labelsFor(terms.space, terms.electorate).includes(terms.label)) throw refuse('poll_label_too_strong')
  const forced = forcedBy(terms.secrecy)
  const broken = (Object.keys(forced) as (keyof typeof forced)[]).some((key) => terms[key] !== forced[key])
  if (broken) throw refuse('poll_secrecy_forbids')
  if (terms.method === 'consent' && terms.secrecy !== 'open') throw refuse('poll_secrecy_forbids')
  const needsRef = terms.electorate === 'body' || terms.electorate === 'bench'
  if (needsRef !== (terms.electorateRef !== null)) throw refuse('poll_electorate_incomplete')
  if (terms.electorate === 'accounts' && terms.majorityBase === majorityBases[2]) {
    throw refuse('poll_roll_unknown')
  }
  if (terms.opensAt !== null && terms.closesAt !== null && terms.closesAt <= terms.opensAt) {
    throw refuse('poll_closes_before_it_opens')
  }
  checkMethod(terms, keys)
}

function checkMethod(terms: PollTerms, keys: readonly string[]): void {
  const { method, settings, seats } = terms
  const form = formOfMethod(method)
  if (form === 'yes-no' || form === 'consent') {
    if (keys.join() !== fixedOptions[form].join()) throw refuse('poll_options_fixed')
    if (seats !== 1) throw refuse('poll_seats_do_not_fit')
    return
  }
  if (keys.length < 2 || new Set(keys).size !== keys.length) throw refuse('poll_needs_two_options')
  if (seats < 1 || seats > keys.length || (seats > 1 && !takesSeats(method))) {
    throw refuse('poll_seats_do_not_fit')
  }
  const marks = settings.marks
  if (method === 'multiple-choice' && (marks === undefined || marks < 1 || marks > keys.length)) {
    throw refuse('poll_marks_do_not_fit')
  }
  if (form === 'score' && (highestMark(method, settings) ?? 0) < 1) throw refuse('poll_marks_do_not_fit')
  for (const named of [settings.statusQuo, settings.defaultOption]) {
    if (named !== undefined && !keys.includes(named)) throw refuse('poll_options_unknown')
  }
}

/** While it is only announced, it may still be changed; when results appear can only become stricter. */
export function checkChange(before: PollTerms, after: PollTerms): void {
  if (resultTimes.indexOf(after.resultWhen) < resultTimes.indexOf(before.resultWhen)) {
    throw refuse('poll_result_not_loosened')
  }
}
