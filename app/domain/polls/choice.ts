// Knows what stands on a ballot: one short line of text, the same for the same choice, readable for people and machines.
import { refuse } from '../refusal.ts'
import type { PollForm } from './method.ts'

/**
 * A choice as the voter made it. Written down it is one line:
 * `3` one mark · `1,4` ticks · `2>1=3` places from the top · `1:5,2:0` marks · `yes` · `objection` ·
 * `-` blank on purpose · `!` invalid on purpose.
 */
export type Choice =
  | { readonly kind: 'blank' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'one'; readonly option: string }
  | { readonly kind: 'ticks'; readonly options: readonly string[] }
  | { readonly kind: 'places'; readonly places: readonly (readonly string[])[] }
  | { readonly kind: 'marks'; readonly marks: Readonly<Record<string, number>> }

export type ChoiceKind = 'one' | 'ticks' | 'places' | 'marks'

export function kindOf(form: PollForm): ChoiceKind {
  switch (form) {
    case 'yes-no':
    case 'consent':
    case 'choice':
      return 'one'
    case 'approval':
      return 'ticks'
    case 'ranked':
      return 'places'
    case 'score':
      return 'marks'
  }
}

/** The line on the ballot. Options stand in the order of `keys`, so that equal choices read equal. */
export function writeChoice(choice: Choice, keys: readonly string[]): string {
  const inOrder = (some: readonly string[]) => keys.filter((key) => some.includes(key))
  switch (choice.kind) {
    case 'blank':
      return '-'
    case 'invalid':
      return '!'
    case 'one':
      return choice.option
    case 'ticks':
      return choice.options.length === 0 ? '-' : inOrder(choice.options).join(',')
    case 'places':
      return choice.places.length === 0
        ? '-'
        : choice.places.map((place) => inOrder(place).join('=')).join('>')
    case 'marks': {
      const given = keys.filter((key) => choice.marks[key] !== undefined)
      return given.length === 0 ? '-' : given.map((key) => `${key}:${choice.marks[key]}`).join(',')
    }
  }
}

/** @throws RangeError for a line no ballot of this form can carry: it was not written by `writeChoice` */
export function readChoice(line: string, kind: ChoiceKind): Choice {
  if (line === '-') return { kind: 'blank' }
  if (line === '!') return { kind: 'invalid' }
  switch (kind) {
    case 'one':
      return { kind, option: line }
    case 'ticks':
      return { kind, options: line.split(',') }
    case 'places':
      return { kind, places: line.split('>').map((place) => place.split('=')) }
    case 'marks': {
      const marks: Record<string, number> = {}
      for (const part of line.split(',')) {
        const cut = part.lastIndexOf(':')
        const mark = Number(part.slice(cut + 1))
        if (cut < 1 || !Number.isInteger(mark)) throw new RangeError(`no mark: ${part}`)
        marks[part.slice(0, cut)] = mark
      }
      return { kind, marks }
    }
  }
}

/** What a ballot must keep to. */
export interface BallotRules {
  readonly form: PollForm
  readonly keys: readonly string[]
  /** Ticks: how many at most. */
  readonly most: number | null
  /** Marks: the highest for one option. */
  readonly highest: number | null
  /** Points: how many altogether. */
  readonly sum: number | null
}

/** Refuses a choice this ballot does not offer: a form changed by hand, too many marks, places with gaps. */
export function checkChoice(choice: Choice, rules: BallotRules): void {
  if (choice.kind === 'blank' || choice.kind === 'invalid') return
  if (choice.kind !== kindOf(rules.form)) throw refuse('ballot_not_of_this_kind')
  const known = (key: string) => rules.keys.includes(key)
  switch (choice.kind) {
    case 'one':
      if (!known(choice.option)) throw refuse('ballot_option_unknown')
      return
    case 'ticks':
      checkNames(choice.options, known)
      if (rules.most !== null && choice.options.length > rules.most) {
        throw refuse('ballot_too_many_marks', { count: choice.options.length, most: rules.most })
      }
      return
    case 'places':
      checkNames(choice.places.flat(), known)
      if (choice.places.some((place) => place.length === 0)) throw refuse('ballot_places_with_gaps')
      return
    case 'marks': {
      const given = Object.entries(choice.marks)
      checkNames(Object.keys(choice.marks), known)
      const highest = rules.highest ?? 0
      if (given.some(([, mark]) => !Number.isInteger(mark) || mark < 0 || mark > highest)) {
        throw refuse('ballot_mark_out_of_range', { most: highest })
      }
      const sum = given.reduce((total, [, mark]) => total + mark, 0)
      if (rules.sum !== null && sum > rules.sum) {
        throw refuse('ballot_too_many_points', { count: sum, most: rules.sum })
      }
    }
  }
}

function checkNames(named: readonly string[], known: (key: string) => boolean): void {
  if (!named.every(known)) throw refuse('ballot_option_unknown')
  if (new Set(named).size !== named.length) throw refuse('ballot_option_twice')
}

/**
 * Places as chosen one by one, `null` for no place: the order they make. Two options on one place, or a place left
 * out, are refused; the voter is told which.
 */
export function placesFrom(chosen: Readonly<Record<string, number | null>>): Choice {
  const named = Object.entries(chosen).flatMap(([key, place]) => (place === null ? [] : [{ key, place }]))
  const sorted = named.sort((a, b) => a.place - b.place)
  for (const [index, { place }] of sorted.entries()) {
    if (sorted[index + 1]?.place === place) throw refuse('ballot_place_twice', { place })
    if (place !== index + 1) throw refuse('ballot_place_missing', { place: index + 1 })
  }
  return sorted.length === 0 ? { kind: 'blank' } : { kind: 'places', places: sorted.map(({ key }) => [key]) }
}
