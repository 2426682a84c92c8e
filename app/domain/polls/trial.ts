// Knows how made-up ballots are filled, to play a vote through before it opens: by a number anybody can type again.
import { type BallotRules, type Choice, type ChoiceKind, kindOf, readChoice, writeChoice } from './choice.ts'

/** What is to be played through. */
export interface TrialWish {
  /** How many test voters. */
  readonly voters: number
  /** The same words make the same ballots, on every machine. */
  readonly seed: string
  /** Whether two are to stand equal where the places end. */
  readonly tie: boolean
}

export const mostTestVoters = 200

/** What an address asks for; thirty voters where it says nothing. */
export function readTrialWish(query: URLSearchParams): TrialWish {
  const voters = Math.trunc(Number(query.get('personen') ?? 30))
  const seed = (query.get('startzahl') ?? '').trim().slice(0, 40)
  return {
    voters: Number.isFinite(voters) ? Math.min(mostTestVoters, Math.max(1, voters)) : 30,
    seed: seed === '' ? '1' : seed,
    tie: query.get('gleichstand') !== null,
  }
}

/**
 * One line a test voter, as `writeChoice` writes them: some options are liked more than others, a few ballots are blank
 * or not valid, as in every vote.
 */
export function trialLines(rules: BallotRules, { voters, seed }: TrialWish): readonly string[] {
  const next = chanceFrom(seed)
  const liked = new Map(rules.keys.map((key) => [key, 1 + 3 * next()]))
  return Array.from({ length: voters }, () => {
    const mood = next()
    if (mood < 0.04) return '-'
    if (mood < 0.06) return '!'
    return writeChoice(fill(rules, liked, next), rules.keys)
  })
}

/** Every ballot once more with two options in each other's place: then no way of counting can tell the two apart. */
export function mirrored(
  lines: readonly string[],
  rules: BallotRules,
  [one, other]: readonly [string, string],
): readonly string[] {
  const swapped = (key: string) => (key === one ? other : key === other ? one : key)
  const kind = kindOf(rules.form)
  return [...lines, ...lines.map((line) => writeChoice(swapIn(line, kind, swapped), rules.keys))]
}

type Next = () => number
type Liked = ReadonlyMap<string, number>

function fill({ form, keys, most, highest, sum }: BallotRules, liked: Liked, next: Next): Choice {
  switch (kindOf(form)) {
    case 'one':
      return { kind: 'one', option: byLiking(keys, liked, next)[0] ?? '' }
    case 'ticks': {
      const count = 1 + Math.floor(next() * Math.min(most ?? keys.length, keys.length))
      return { kind: 'ticks', options: byLiking(keys, liked, next).slice(0, count) }
    }
    case 'places': {
      const count = 1 + Math.floor(next() * keys.length)
      return {
        kind: 'places',
        places: byLiking(keys, liked, next)
          .slice(0, count)
          .map((key) => [key]),
      }
    }
    case 'marks': {
      const marks: Record<string, number> = {}
      let left = sum ?? Number.POSITIVE_INFINITY
      for (const key of byLiking(keys, liked, next)) {
        const mark = Math.min(left, Math.round((highest ?? 0) * (0.5 * next() + (liked.get(key) ?? 1) / 8)))
        marks[key] = mark
        left -= mark
      }
      return { kind: 'marks', marks }
    }
  }
}

/** All options in the order one voter likes them. */
function byLiking(keys: readonly string[], liked: Liked, next: Next): readonly string[] {
  const drawn = keys.map((key) => ({ key, at: next() ** (1 / (liked.get(key) ?? 1)) }))
  return drawn.sort((a, b) => b.at - a.at).map(({ key }) => key)
}

function swapIn(line: string, kind: ChoiceKind, swapped: (key: string) => string): Choice {
  const choice = readChoice(line, kind)
  switch (choice.kind) {
    case 'blank':
    case 'invalid':
      return choice
    case 'one':
      return { ...choice, option: swapped(choice.option) }
    case 'ticks':
      return { ...choice, options: choice.options.map(swapped) }
    case 'places':
      return { ...choice, places: choice.places.map((place) => place.map(swapped)) }
    case 'marks':
      return {
        ...choice,
        marks: Object.fromEntries(Object.entries(choice.marks).map(([key, mark]) => [swapped(key), mark])),
      }
  }
}

/** Numbers from 0 to below 1 that follow from the seed alone (FNV-1a, then mulberry32). Nothing secret hangs on them. */
function chanceFrom(seed: string): Next {
  let state = 2_166_136_261
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
