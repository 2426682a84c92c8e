// Knows how a ballot's form reads: native inputs, one name an option, the same for every page that shows a ballot.
import { refuse } from '../refusal.ts'
import { type BallotRules, type Choice, checkChoice, kindOf, placesFrom } from './choice.ts'

/** What was posted; a browser's FormData fits. */
export interface Posted {
  get(name: string): unknown
  getAll(name: string): readonly unknown[]
}

export const placeField = (key: string) => `place-${key}`
export const markField = (key: string) => `mark-${key}`

/** Only these two buttons hand in a ballot that says nothing. */
export type HandIn = 'blank' | 'invalid'

/**
 * The choice on a posted form, checked against its vote. Nothing chosen is refused, unless it was handed in blank or
 * invalid on purpose.
 */
export function choiceFrom(posted: Posted, rules: BallotRules): Choice {
  const onPurpose = posted.get('hand-in')
  if (onPurpose === 'blank' || onPurpose === 'invalid') return { kind: onPurpose }
  const choice = filledIn(posted, rules)
  if (choice === null) throw refuse('ballot_nothing_chosen')
  checkChoice(choice, rules)
  return choice
}

function filledIn(posted: Posted, rules: BallotRules): Choice | null {
  switch (kindOf(rules.form)) {
    case 'one': {
      const option = text(posted.get('choice'))
      return option === '' ? null : { kind: 'one', option }
    }
    case 'ticks': {
      const options = posted.getAll('tick').map(text)
      return options.length === 0 ? null : { kind: 'ticks', options }
    }
    case 'places': {
      const choice = placesFrom(placesIn(posted, rules.keys))
      return choice.kind === 'blank' ? null : choice
    }
    case 'marks': {
      const marks: Record<string, number> = {}
      for (const key of rules.keys) {
        const mark = text(posted.get(markField(key)))
        if (mark === '') continue
        if (!/^\d{1,6}$/.test(mark)) throw refuse('ballot_mark_out_of_range', { most: rules.highest ?? 0 })
        marks[key] = Number(mark)
      }
      const given = Object.values(marks)
      const nothing = rules.sum === null ? given.length === 0 : given.every((mark) => mark === 0)
      return nothing ? null : { kind: 'marks', marks }
    }
  }
}

/** The places as they stand in the form, whether they make an order or not. */
export function placesIn(posted: Posted, keys: readonly string[]): Record<string, number | null> {
  return Object.fromEntries(
    keys.map((key) => {
      const place = text(posted.get(placeField(key)))
      return [key, /^\d{1,4}$/.test(place) ? Number(place) : null]
    }),
  )
}

/** One place higher or lower, changing with whoever stands there. An option without a place comes in last. */
export function nudge(
  places: Readonly<Record<string, number | null>>,
  key: string,
  direction: 'up' | 'down',
): Record<string, number | null> {
  const order = Object.entries(places)
    .flatMap(([one, place]) => (place === null ? [] : [{ one, place }]))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one)
  const at = order.indexOf(key)
  if (at === -1) {
    if (direction === 'up' && key in places) order.push(key)
  } else if (direction === 'down' && at === order.length - 1) {
    order.pop()
  } else {
    const to = direction === 'up' ? Math.max(0, at - 1) : at + 1
    order.splice(at, 1)
    order.splice(to, 0, key)
  }
  return Object.fromEntries(
    Object.keys(places).map((one) => [one, order.includes(one) ? order.indexOf(one) + 1 : null]),
  )
}

/** The buttons of a ballot that change what stands in it: one place higher or lower, one point more or less. */
const moves = ['up', 'down', 'more', 'less'] as const
export type Move = (typeof moves)[number]

/** What stands in the fields after such a button was pressed without scripts, and where the focus goes; null: none was. */
export function movedFields(
  posted: Posted,
  { keys, sum }: Pick<BallotRules, 'keys' | 'sum'>,
): { readonly filled: Readonly<Record<string, string>>; readonly focus: string } | null {
  const move = moves.find((one) => text(posted.get(one)) !== '')
  if (move === undefined) return null
  const key = text(posted.get(move))
  const focus = `${move}-${key}`
  if (move === 'up' || move === 'down') {
    const places = nudge(placesIn(posted, keys), key, move)
    const written = Object.entries(places).map(
      ([one, place]) => [placeField(one), String(place ?? '')] as const,
    )
    return { filled: Object.fromEntries(written), focus }
  }
  const marks = keys.map((one) => {
    const mark = text(posted.get(markField(one)))
    return [markField(one), one === key ? pointBeside(mark, move, sum ?? 0) : mark] as const
  })
  return { filled: Object.fromEntries(marks), focus }
}

/** One point more or less than what was typed, never below none and never above all. */
export function pointBeside(typed: string, move: 'more' | 'less', most: number): string {
  const points = Number.parseInt(typed, 10) || 0
  return String(Math.min(most, Math.max(0, points + (move === 'more' ? 1 : -1))))
}

/** What stands in each field for a choice made before. */
export function fieldsOf(choice: Choice): Readonly<Record<string, string | readonly string[]>> {
  switch (choice.kind) {
    case 'blank':
    case 'invalid':
      return {}
    case 'one':
      return { choice: choice.option }
    case 'ticks':
      return { tick: choice.options }
    case 'places':
      return Object.fromEntries(
        choice.places.flatMap((place, index) =>
          place.map((key) => [placeField(key), String(index + 1)] as const),
        ),
      )
    case 'marks':
      return Object.fromEntries(
        Object.entries(choice.marks).map(([key, mark]) => [markField(key), String(mark)]),
      )
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
