// The checksum at the end of a gzip file, and how two of them make that of both texts together.
// Method: M. Adler, zlib's crc32_combine, which applies the zeros of the second text to the first sum as a matrix.

const polynomial = 0xedb88320
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ polynomial : rest >>> 1
  return rest
})

/** The CRC-32 of `bytes`, going on from the sum of what stands before them (0 at the beginning). */
export function crc32(bytes: Uint8Array, before: number): number {
  let sum = ~before
  for (const byte of bytes) sum = (table[(sum ^ byte) & 0xff] as number) ^ (sum >>> 8)
  return ~sum >>> 0
}

type Matrix = Uint32Array

/** The sum of a text and the one after it, from both sums and the length of the second in bytes. */
export function combineCrc(first: number, second: number, secondLength: number): number {
  return (times(zeros(secondLength), first) ^ second) >>> 0
}

const known = new Map<number, Matrix>()

/** What so many bytes of zeros do to a sum. Pages have the same lengths again and again. */
function zeros(length: number): Matrix {
  const found = known.get(length)
  if (found) return found
  let result: Matrix | null = null
  let power = oneByte
  for (let rest = length; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = result === null ? power : multiply(power, result)
    power = multiply(power, power)
  }
  if (known.size > 5000) known.clear()
  const matrix = result ?? Uint32Array.from({ length: 32 }, (_, bit) => 1 << bit)
  known.set(length, matrix)
  return matrix
}

function times(matrix: Matrix, vector: number): number {
  let sum = 0
  for (let bit = 0, rest = vector >>> 0; rest !== 0; bit++, rest >>>= 1)
    if (rest & 1) sum ^= matrix[bit] as number
  return sum >>> 0
}

function multiply(after: Matrix, before: Matrix): Matrix {
  return before.map((column) => times(after, column))
}

const oneBit: Matrix = Uint32Array.from({ length: 32 }, (_, bit) => (bit === 0 ? polynomial : 1 << (bit - 1)))
const fourBits = multiply(multiply(oneBit, oneBit), multiply(oneBit, oneBit))
const oneByte = multiply(fourBits, fourBits)
