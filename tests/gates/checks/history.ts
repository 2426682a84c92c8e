// Judges what was confirmed against what is stored. Pure: a gate's own tests feed it histories that are wrong on purpose.

export interface History {
  readonly kind: string
  /** Every mark that was sent at least once. */
  readonly sent: ReadonlySet<string>
  /** Those the server said were done. */
  readonly confirmed: ReadonlySet<string>
  /** Those it refused for a reason of its own. */
  readonly refused: ReadonlySet<string>
  /** What is stored, as often as it stands there. */
  readonly found: readonly string[]
}

export interface Judgement {
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  /** Refused and stored nevertheless. */
  readonly kept: readonly string[]
}

/** Of a write that was never answered both is right, stored or not, but never stored twice. */
export function judge({ sent, confirmed, refused, found }: History): Judgement {
  const times = new Map<string, number>()
  for (const mark of found) if (sent.has(mark)) times.set(mark, (times.get(mark) ?? 0) + 1)
  return {
    lost: [...confirmed].filter((mark) => !times.has(mark)),
    doubled: [...times].filter(([, count]) => count > 1).map(([mark]) => mark),
    kept: [...refused].filter((mark) => times.has(mark) && !confirmed.has(mark)),
  }
}

/** The numbers missing between 1 and the highest, and those given twice. */
export function gapsIn(numbers: readonly number[]): { readonly missing: number[]; readonly twice: number[] } {
  const seen = new Set<number>()
  const twice: number[] = []
  for (const number of numbers) {
    if (seen.has(number)) twice.push(number)
    seen.add(number)
  }
  const highest = numbers.reduce((most, number) => Math.max(most, number), 0)
  const missing: number[] = []
  for (let number = 1; number <= highest; number++) if (!seen.has(number)) missing.push(number)
  return { missing, twice }
}
