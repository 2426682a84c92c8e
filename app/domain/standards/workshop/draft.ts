// Knows how the words written live and the words saved by other ways become one text, and what a draft may hold.
import { standardLimits } from '../standards.form.ts'
import { mergeTexts } from '../text/merge.ts'

export const draftLimits = {
  /** Letters of a whole section; a clause has the limit of its form. */
  letters: 200_000,
  /** Bytes of one writing, put together from its parts: what a page brings after a long time without a line. */
  writing: 600_000,
  /** Bytes of a part: below what one message over the line may weigh. */
  part: 8_000,
  /** Bytes of a document with all that was ever struck in it. */
  state: 2_000_000,
} as const

/** How long the words rest before they become a version of their clause, and how long they wait at most. */
export const settleAfterMs = 30_000
export const settleAtLatestMs = 180_000

/** What becomes of a clause that was written live and saved by another way since. */
export interface Met {
  readonly text: string
  /** Both changed the same place: the saved words stand, the live ones are set aside for somebody to look at. */
  readonly collided: boolean
}

/** `base`: the version both began from; `live`: as the document has it; `saved`: as the clause stands today. */
export function meet(base: string, live: string, saved: string): Met {
  if (live === base || live === saved) return { text: saved, collided: false }
  if (saved === base) return { text: live, collided: false }
  const { stretches, collisions } = mergeTexts(base, live, saved)
  return {
    text: stretches.map((one) => (one.kind === 'settled' ? one.text : one.theirs)).join(''),
    collided: collisions.length > 0,
  }
}

const controlCharacters = /(?![\n\t])\p{Cc}|[\u2028\u2029\ufeff]/gu

/** The words of a clause as they are stored, from what stands in the document; half a sign is no letter a database takes. */
export function asClauseText(written: string): string {
  return written.toWellFormed().normalize('NFC').replace(controlCharacters, '').trim()
}

export type ClauseTrouble = 'too-short' | 'too-long'

/** Why these words cannot become a version of their clause; null where they can. */
export function clauseTrouble(words: string): ClauseTrouble | null {
  if (words.length < standardLimits.clause.min) return 'too-short'
  return words.length > standardLimits.clause.max ? 'too-long' : null
}

/** The document remembers where struck words stood. It begins anew when that outweighs the text many times over. */
export function worthBeginningAnew(bytes: number, letters: number): boolean {
  return bytes > 65_536 && bytes > letters * 12
}

/** Nobody has saved anything for about as long as words rest. */
export function isQuiet(now: string, savedAt: string): boolean {
  return Date.parse(now) - Date.parse(savedAt) >= settleAfterMs - 5_000
}

/** When the words written by now become versions: soon after the last key, and not later than a few minutes. */
export function settleDue(now: string, unsettledSince: string): string {
  const due = Math.min(Date.parse(now) + settleAfterMs, Date.parse(unsettledSince) + settleAtLatestMs)
  return new Date(Math.max(due, Date.parse(now))).toISOString()
}
