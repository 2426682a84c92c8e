// A page cut at the words that differ with each answer: script nonces and form keys. Between them nothing changes, so
// it is compressed once, and the words stand uncompressed between the compressed pieces.
import { constants, deflateRawSync } from 'node:zlib'
import { combineCrc, crc32 } from './crc.ts'

/** What an answer consists of, in order. All but the words is shared by every answer: to be read, never written. */
export interface FilledPage {
  readonly parts: readonly Buffer[]
  readonly length: number
}

export interface CutPage {
  /** The page with these words filled in, each in the place of the one it was cut at. */
  fill(words: readonly Buffer[]): FilledPage
  fillCompressed(words: readonly Buffer[]): FilledPage
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

  function fill(filled: readonly Buffer[]): FilledPage {
    const parts: Buffer[] = []
    for (const [index, { plain }] of pieces.entries()) {
      if (plain.length > 0) parts.push(plain)
      const cut = cuts[index]
      if (cut) parts.push(filledWord(filled, cut.word, cut.length))
    }
    return { parts, length: body.length }
  }

  function fillCompressed(filled: readonly Buffer[]): FilledPage {
    const parts: Buffer[] = [gzipHead]
    let crc = 0
    for (const [index, piece] of pieces.entries()) {
      parts.push(piece.deflated)
      crc = combineCrc(crc, piece.crc, piece.plain.length)
      const cut = cuts[index]
      if (!cut) continue
      const word = filledWord(filled, cut.word, cut.length)
      parts.push(storedBlock(word))
      crc = crc32(word, crc)
    }
    parts.push(ending(crc, body.length))
    return { parts, length: compressedLength }
  }

  const kept = body.length + compressedLength
  return { fill, fillCompressed, bytes: kept }
}

/** Not the last block, its length, and its length inverted. */
function storedBlock(word: Buffer): Buffer {
  const block = Buffer.allocUnsafe(5 + word.length)
  block.writeUInt8(0, 0)
  block.writeUInt16LE(word.length, 1)
  block.writeUInt16LE(~word.length & 0xffff, 3)
  word.copy(block, 5)
  return block
}

function ending(crc: number, length: number): Buffer {
  const end = Buffer.allocUnsafe(lastBlock.length + 8)
  const at = end.writeUInt32LE(crc >>> 0, lastBlock.copy(end))
  end.writeUInt32LE(length, at)
  return end
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
    // Copied, since it comes as the beginning of a much larger buffer.
    deflated: Buffer.from(deflateRawSync(plain, { finishFlush: constants.Z_FULL_FLUSH })),
    crc: crc32(plain, 0),
  }
}

function filledWord(filled: readonly Buffer[], word: number, length: number): Buffer {
  const found = filled[word]
  if (found?.length !== length)
    throw new Error('A word filled into a page must be as long as the one before.')
  return found
}
