/** The voters' shares in Equal Shares: who still holds how much, exactly, and what a seat or project would take. */
import type { Ticks } from '#app/domain/polls/tally/counting/ticks.ts'

/** What each supporter pays at most: `rest / payers` parts of the common bottom; those who hold less pay it all. */
export type Price = { readonly rest: bigint; readonly payers: bigint }

/** All purses as whole parts over one common bottom; voters with equal ticks among the bought hold equal purses. */
export type Purses = {
  /** The lowest price at which the supporters of a place raise the cost, or `null` when they cannot. */
  priceOf(place: number, cost: bigint): Price | null
  /** How much all purses must grow until its supporters hold the cost; `null` without supporters. */
  waitFor(place: number, cost: bigint): Price | null
  pay(place: number, price: Price): void
  grow(wait: Price): void
  /** Parts that make one unit. */
  bottom(): bigint
}

/** The rows that tick each option. */
export function supportersOf({ size, rows, ticked }: Ticks): readonly Int32Array[] {
  return Array.from({ length: size }, (_, place) => {
    const own: number[] = []
    for (let row = 0; row < rows; row++) if (ticked[row * size + place]) own.push(row)
    return Int32Array.from(own)
  })
}

/** Every voter with the same purse, `top / bottom` units. */
export function pursesOf(
  weights: Float64Array,
  supporters: readonly Int32Array[],
  top: bigint,
  bottom: bigint,
): Purses {
  const rows = weights.length
  const group = new Int32Array(rows)
  const voters = new Float64Array(rows + 1)
  let held: bigint[] = [top]
  let unit = bottom
  let poorestFirst: number[] = [0]

  /** Voters per group among the supporters of a place, and how many they are together. */
  const gather = (place: number): number => {
    let all = 0
    voters.fill(0, 0, held.length)
    for (const row of supporters[place] ?? []) {
      const at = group[row] as number
      voters[at] = (voters[at] as number) + (weights[row] as number)
      all += weights[row] as number
    }
    return all
  }
  /** Writes all purses over a finer bottom, without the factors that all figures share. */
  const rewrite = (purses: bigint[], finer: bigint) => {
    let common = finer
    for (const purse of purses) {
      if (common === 1n) break
      common = divisorOf(common, purse)
    }
    held = common === 1n ? purses : purses.map((purse) => purse / common)
    unit = finer / common
  }

  return {
    bottom: () => unit,
    priceOf(place, cost) {
      let payers = gather(place)
      let rest = cost * unit
      for (const at of poorestFirst) {
        const own = voters[at] as number
        if (own === 0) continue
        const purse = held[at] as bigint
        if (purse * BigInt(payers) >= rest) return { rest, payers: BigInt(payers) }
        rest -= purse * BigInt(own)
        payers -= own
      }
      return null
    },
    waitFor(place, cost) {
      const payers = gather(place)
      let rest = cost * unit
      held.forEach((purse, at) => {
        if (voters[at]) rest -= purse * BigInt(voters[at] as number)
      })
      return payers === 0 ? null : { rest, payers: BigInt(payers) }
    },
    pay(place, { rest, payers }) {
      const purses: bigint[] = []
      const numbers = new Map<bigint, number>()
      const numberOf = (purse: bigint) => {
        const known = numbers.get(purse)
        if (known !== undefined) return known
        numbers.set(purse, purses.length)
        return purses.push(purse) - 1
      }
      const paying = new Uint8Array(rows)
      for (const row of supporters[place] ?? []) paying[row] = 1
      const scaled = held.map((purse) => purse * payers)
      const next = new Int32Array(held.length * 2).fill(-1)
      for (let row = 0; row < rows; row++) {
        const from = group[row] as number
        const key = from * 2 + (paying[row] as number)
        if (next[key] === -1) {
          const before = scaled[from] as bigint
          next[key] = numberOf(!paying[row] ? before : before < rest ? 0n : before - rest)
        }
        group[row] = next[key] as number
      }
      rewrite(purses, unit * payers)
      poorestFirst = held.map((_, at) => at)
      poorestFirst.sort((a, b) => ((held[a] as bigint) < (held[b] as bigint) ? -1 : 1))
    },
    grow({ rest, payers }) {
      rewrite(
        held.map((purse) => purse * payers + rest),
        unit * payers,
      )
    },
  }
}

function divisorOf(a: bigint, b: bigint): bigint {
  let x = a
  let y = b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
