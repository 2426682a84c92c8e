// A page cut at the words that differ with each answer: script nonces and form keys. Between them nothing changes, so
// it is compressed once, and the words stand uncompressed between the compressed pieces.
import { constants, deflateRawSync } from 'node:zlib'
import { combineCrc, crc32 } from './crc.ts'

export interface CutPage {
  /** The page with these words filled in, each in the place of the one it was cut at. */
  fill(words: readonly Buffer[]): Buffer
  fillCompressed(words: readonly Buffer[]): Buffer
  readonly bytes: number
}

interface Piece {
  readonly plain: Buffer
  /** Ends on a byte and refers to nothing before it. */
  readonly deflated: Buffer
  readonly crc: number
}

const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0x13])
const lastBlock = Buffer.from([0x03, 0x00])

/** `words` are looked for as they stand; a word filled in must have the length of the one it replaces. */
export function cutPage(body: Buffer, words: readonly string[]): CutPage {
  const cuts = placesOf(body, words)
  const pieces: Piece[] = []
  let from = 0
  for (const { at, length } of [...cuts, { at: body.length, length: 0 }]) {
    pieces.push(pieceOf(body.subarray(from, at)))
    from = at + length
  }
  const compressedLength =
    gzipHead.length +
    pieces.reduce((sum, piece) => sum + piece.deflated.length, 0) +
    cuts.reduce((sum, cut) => sum + 5 + cut.length, 0) +
    lastBlock.length +
    8

  function fill(filled: readonly Buffer[]): Buffer {
    const whole = Buffer.from(body)
    for (const { at, word, length } of cuts) filledWord(filled, word, length).copy(whole, at)
    return whole
  }

  function fillCompressed(filled: readonly Buffer[]): Buffer {
    const whole = Buffer.allocUnsafe(compressedLength)
    let at = gzipHead.copy(whole, 0)
    let crc = 0
    for (const [index, piece] of pieces.entries()) {
      at += piece.deflated.copy(whole, at)
      crc = combineCrc(crc, piece.crc, piece.plain.length)
      const cut = cuts[index]
      if (!cut) continue
      const word = filledWord(filled, cut.word, cut.length)
      // A stored block of its own: not the last one, its length, and its length inverted.
      at = whole.writeUInt8(0, at)
      at = whole.writeUInt16LE(cut.length, at)
      at = whole.writeUInt16LE(~cut.length & 0xffff, at)
      at += word.copy(whole, at)
      crc = crc32(word, crc)
    }
    at += lastBlock.copy(whole, at)
    at = whole.writeUInt32LE(crc >>> 0, at)
    whole.writeUInt32LE(body.length, at)
    return whole
  }

  const kept = body.length + compressedLength
  return { fill, fillCompressed, bytes: kept }
}

interface Cut {
  readonly at: number
  readonly length: number
  /** Which of the words it was. */
  readonly word: number
}

function placesOf(body: Buffer, words: readonly string[]): readonly Cut[] {
  const cuts: Cut[] = []
  for (const [word, text] of words.entries()) {
    const length = Buffer.byteLength(text)
    for (let at = body.indexOf(text); at >= 0; at = body.indexOf(text, at + length))
      cuts.push({ at, length, word })
  }
  return cuts.sort((one, other) => one.at - other.at)
}

function pieceOf(plain: Buffer): Piece {
  return {
    plain,
    deflated: deflateRawSync(plain, { finishFlush: constants.Z_FULL_FLUSH }),
    crc: crc32(plain, 0),
  }
}

function filledWord(filled: readonly Buffer[], word: number, length: number): Buffer {
  const found = filled[word]
  if (found?.length !== length)
    throw new Error('A word filled into a page must be as long as the one before.')
  return found
}
