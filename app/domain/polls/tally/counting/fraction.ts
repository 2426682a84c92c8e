/** Exact fractions: a tie must be a tie, which floating numbers cannot promise. */

/** `top / bottom`, always in lowest terms, `bottom` positive. */
export type Fraction = { readonly top: bigint; readonly bottom: bigint }

/** The fraction in lowest terms. @throws RangeError when the bottom is zero */
export function fraction(top: bigint, bottom: bigint = 1n): Fraction {
  if (bottom === 0n) throw new RangeError('a fraction needs a bottom other than zero')
  const divisor = greatestCommonDivisor(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom)
  const sign = bottom < 0n ? -1n : 1n
  return { top: (sign * top) / divisor, bottom: (sign * bottom) / divisor }
}

/** Negative when a is smaller, positive when it is larger, 0 when both are equal. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** "3/4", or "2" when it is whole. */
export function written(value: Fraction): string {
  return value.bottom === 1n ? `${value.top}` : `${value.top}/${value.bottom}`
}

/** A whole number of smallest parts as text: `decimals(134600000n, 5)` is "1346.00000". */
export function decimals(parts: bigint, places: number): string {
  const digits = (parts < 0n ? -parts : parts).toString().padStart(places + 1, '0')
  const sign = parts < 0n ? '-' : ''
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a
  let y = b
  while (y !== 0n) {
    const rest = x % y
    x = y
    y = rest
  }
  return x === 0n ? 1n : x
}
