// Arithmetic with remainders. Used in the voter's browser only: it takes longer for some numbers than for others, which
// would tell a watcher about a secret key, so the server signs with the system's own constant-time code instead.

export function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let square = base % modulus
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

/** The number that gives 1 when multiplied, by the extended Euclidean algorithm; null where there is none. */
export function modInverse(value: bigint, modulus: bigint): bigint | null {
  let [rest, next] = [modulus, ((value % modulus) + modulus) % modulus]
  let [factor, nextFactor] = [0n, 1n]
  while (next !== 0n) {
    const times = rest / next
    ;[rest, next] = [next, rest - times * next]
    ;[factor, nextFactor] = [nextFactor, factor - times * nextFactor]
  }
  return rest === 1n ? (factor + modulus) % modulus : null
}
