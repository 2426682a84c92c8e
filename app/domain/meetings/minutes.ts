// Knows the life of minutes: the text that is checked, corrected, signed by two, published.
import type { BodyFunction } from '../actor.ts'
import { refuse } from '../refusal.ts'

/** A sentence of the minutes as it is kept: its words stand, people in it are `[[id]]`. */
export interface Sentence {
  readonly key: string
  readonly itemId: string | null
  readonly hearers: 'everybody' | 'inside'
  readonly text: string
}

export interface MinutesText {
  /** Head lines of the items, so that the text reads without the agenda. */
  readonly items: readonly {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly hearers: 'everybody' | 'inside'
  }[]
  readonly sentences: readonly Sentence[]
  /** As what each `[[id]]` took part: this stays when an account is erased. */
  readonly people: Readonly<
    Record<string, { readonly function: BodyFunction | 'citizen'; readonly bench: string | null }>
  >
}

/** Puts people into a kept sentence. */
export function withPeople(text: string, nameOf: (id: string) => string): string {
  return text.replace(/\[\[([\w:-]+)\]\]/g, (_, id: string) => nameOf(id))
}

/**
 * Takes people out of a sentence again: whoever proposes another wording reads and types names, what is kept holds ids.
 * @param spoken how each person may be written; the longest way is found first
 */
export function withIds(
  text: string,
  spoken: readonly { readonly id: string; readonly words: readonly string[] }[],
): string {
  return spoken
    .flatMap(({ id, words }) => words.map((word) => ({ id, word })))
    .filter(({ word }) => word !== '')
    .sort((a, b) => b.word.length - a.word.length)
    .reduce((kept, { id, word }) => kept.replace(wholeWord(word), () => `[[${id}]]`), text)
}

function wholeWord(word: string): RegExp {
  const plain = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, 'gu')
}

/** What anybody may read: nothing of items that are not public, and of those not even the title. */
export function publicPart(text: MinutesText): MinutesText {
  return {
    ...text,
    items: text.items.map((item) => (item.hearers === 'inside' ? { ...item, title: '' } : item)),
    sentences: text.sentences.filter(({ hearers }) => hearers === 'everybody'),
  }
}

export const minutesStates = ['checked', 'signed', 'published'] as const
export type MinutesState = (typeof minutesStates)[number]

export interface Minutes {
  readonly meetingId: string
  readonly state: MinutesState
  readonly text: MinutesText
  readonly checkedAt: string
  readonly correctUntil: string
  readonly chairSignedAt: string | null
  readonly chairSignedById: string | null
  readonly takerSignedAt: string | null
  readonly takerSignedById: string | null
  readonly hash: string | null
  readonly publishedAt: string | null
  readonly publicText: MinutesText | null
  readonly approvedItemId: string | null
  readonly version: number
}

export function checkCorrectable(minutes: Minutes, now: string): void {
  if (minutes.state !== 'checked') throw refuse('minutes_signed')
  if (now >= minutes.correctUntil) throw refuse('correction_too_late')
}

/**
 * Signed by two people, the chair and the minute-taker, after the correction round. The hash is fixed with the first
 * signature, since the text no longer changes from there on.
 */
export function sign(
  minutes: Minutes,
  as: 'chair' | 'minute-taker',
  by: {
    readonly accountId: string
    readonly now: string
    readonly hash: string
    readonly openCorrections: number
  },
): Minutes {
  if (minutes.state !== 'checked') throw refuse('minutes_signed')
  if (by.now < minutes.correctUntil || by.openCorrections > 0) throw refuse('minutes_not_there_yet')
  const other = as === 'chair' ? minutes.takerSignedById : minutes.chairSignedById
  if (other === by.accountId) throw refuse('minutes_two_people')
  const signed: Minutes =
    as === 'chair'
      ? { ...minutes, chairSignedAt: by.now, chairSignedById: by.accountId }
      : { ...minutes, takerSignedAt: by.now, takerSignedById: by.accountId }
  const both = signed.chairSignedAt !== null && signed.takerSignedAt !== null
  return { ...signed, hash: by.hash, state: both ? 'signed' : 'checked' }
}

export function publish(minutes: Minutes, publicText: MinutesText, now: string): Minutes {
  if (minutes.state === 'published') throw refuse('already_decided')
  if (minutes.state !== 'signed') throw refuse('minutes_not_there_yet')
  return { ...minutes, state: 'published', publicText, publishedAt: now }
}
