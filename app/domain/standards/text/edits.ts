// Knows the fewest edits that lead from one text to another, token by token.

/** Takes `removed` out of the base at token `at` and puts `added` there. Positions count tokens of the base, from 0. */
export interface Edit {
  readonly at: number
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** Beyond this many differences the middle counts as rewritten: nobody reads a thousand single changes, and comparing takes the square of it. */
const mostSteps = 800

/**
 * The edits from `before` to `after`, in order, apart from each other by at least one token that stays.
 * As few tokens removed and added as possible: E. W. Myers, “An O(ND) Difference Algorithm and Its Variations” (1986).
 */
export function editsBetween(before: readonly string[], after: readonly string[]): readonly Edit[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end++
  }
  const oldMiddle = before.slice(start, before.length - end)
  const newMiddle = after.slice(start, after.length - end)
  if (oldMiddle.length === 0 && newMiddle.length === 0) return []
  const kept = keptPairs(oldMiddle, newMiddle)
  const edits: Edit[] = []
  let from = 0
  let to = 0
  for (const [inOld, inNew] of [...kept, [oldMiddle.length, newMiddle.length] as const]) {
    if (inOld > from || inNew > to) {
      edits.push({
        at: start + from,
        removed: oldMiddle.slice(from, inOld),
        added: newMiddle.slice(to, inNew),
      })
    }
    from = inOld + 1
    to = inNew + 1
  }
  return edits
}

/** The base with the edits made. They must be in order and must not overlap. */
export function applyEdits(base: readonly string[], edits: readonly Edit[]): readonly string[] {
  const made: string[] = []
  let from = 0
  for (const { at, removed, added } of edits) {
    for (let token = from; token < at; token++) made.push(base[token] as string)
    for (const token of added) made.push(token)
    from = at + removed.length
  }
  for (let token = from; token < base.length; token++) made.push(base[token] as string)
  return made
}

/** Positions of the tokens that stay, as pairs [old, new], in order. */
function keptPairs(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [number, number])[] {
  // What only one side has stays in no case; without it two texts that share little are compared at once.
  const numbers = new Map<string, number>()
  for (const token of after) if (!numbers.has(token)) numbers.set(token, numbers.size)
  const old = shared(before, numbers)
  const known = new Set(old.numbers)
  const now = shared(after, new Map([...numbers].filter(([, number]) => known.has(number))))
  return keptNumbers(old.numbers, now.numbers).map(([inOld, inNow]) => [
    old.places[inOld] as number,
    now.places[inNow] as number,
  ])
}

function shared(tokens: readonly string[], known: ReadonlyMap<string, number>) {
  const numbers: number[] = []
  const places: number[] = []
  for (const [place, token] of tokens.entries()) {
    const number = known.get(token)
    if (number === undefined) continue
    numbers.push(number)
    places.push(place)
  }
  return { numbers, places }
}

/** Compares numbers, not words: a text written to be slow to compare holds up everybody. */
function keptNumbers(
  before: readonly number[],
  after: readonly number[],
): readonly (readonly [number, number])[] {
  const most = Math.min(before.length + after.length, mostSteps)
  // For each number of steps, how far each diagonal (old − new) reaches; offset so that diagonal 0 stands in the middle.
  const reached: Int32Array[] = []
  const frontier = new Int32Array(2 * most + 3)
  for (let steps = 0; steps <= most; steps++) {
    reached.push(frontier.slice(most - steps, most + steps + 3))
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const below = frontier[most + diagonal] as number
      const above = frontier[most + diagonal + 2] as number
      let old = diagonal === -steps || (diagonal !== steps && below < above) ? above : below + 1
      while (old < before.length && old - diagonal < after.length && before[old] === after[old - diagonal])
        old++
      frontier[most + 1 + diagonal] = old
      if (old >= before.length && old - diagonal >= after.length) return walkBack(reached, before, after)
    }
  }
  return []
}

function walkBack(
  reached: readonly Int32Array[],
  before: readonly number[],
  after: readonly number[],
): readonly (readonly [number, number])[] {
  const kept: [number, number][] = []
  let old = before.length
  let now = after.length
  for (let steps = reached.length - 1; steps >= 0; steps--) {
    const frontier = reached[steps] as Int32Array
    // A slice of step s holds the diagonals −s−1 … s+1.
    const reach = (diagonal: number) => frontier[diagonal + steps + 1] as number
    const diagonal = old - now
    const down = diagonal === -steps || (diagonal !== steps && reach(diagonal - 1) < reach(diagonal + 1))
    const from = steps === 0 ? 0 : down ? reach(diagonal + 1) : reach(diagonal - 1) + 1
    while (old > from) kept.push([--old, --now])
    if (steps === 0) break
    if (down) now--
    else old--
  }
  return kept.reverse()
}
