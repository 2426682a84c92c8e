// The town's chance: always the same, so that everybody who starts the demo meets the same town.
import { createHash } from 'node:crypto'
import { secretWords } from '#app/domain/ideas/secret-word.ts'

/** A number from 0 up to 1 that hangs on nothing but the words given. */
export function chance(...words: readonly (string | number)[]): number {
  return draw(words).readUInt32BE(0) / 2 ** 32
}

/** `count` of them, in an order that hangs on `about`. */
export function some<T extends string>(from: readonly T[], count: number, about: string): readonly T[] {
  const drawn = from.map((one) => ({ one, lot: chance(about, one) }))
  return drawn
    .sort((a, b) => a.lot - b.lot)
    .slice(0, count)
    .map(({ one }) => one)
}

/** Sixteen bytes for an id that carries the story's time. */
export function bytesOf(about: string): Uint8Array {
  return draw([about]).subarray(0, 16)
}

/** The word with which a guest of the story follows an idea. */
export function guestSecret(ideaNumber: number): string {
  const bytes = draw(['secret', ideaNumber])
  return secretWords([0, 4, 8, 12].map((place) => bytes.readUInt32BE(place)))
}

function draw(words: readonly (string | number)[]): Buffer {
  return createHash('sha256')
    .update(`stimmtisch ${words.join(' ')}`)
    .digest()
}
