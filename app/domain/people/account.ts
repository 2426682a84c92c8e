// Knows what a name may be, how it is sorted and called, and who may have an account at all.
import type { AgeBand } from '../actor.ts'
import { refuse } from '../refusal.ts'

/** What one answers to the only question about age. */
export const ageAnswers = ['16+', '14-15', 'younger'] as const
export type AgeAnswer = (typeof ageAnswers)[number]

/** The age band of an account; who is younger than 14 takes part with a group instead. */
export function ageBandOf(answer: AgeAnswer): AgeBand {
  if (answer === 'younger') throw refuse('too_young')
  return answer
}

/** 14 and 15: a made-up name, no public profile, nothing for search engines. */
export function isProtected(ageBand: AgeBand): boolean {
  return ageBand === '14-15'
}

/** The name as it is shown, or the refusal that says what is wrong with it. */
export function acceptName(typed: string, ageBand: AgeBand): string {
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim()
  const letters = name.match(/\p{L}/gu)?.length ?? 0
  if (letters < 2 || /[@<>]|https?:|www\.|\p{Cf}/iu.test(name)) throw refuse('name_not_plain')
  if (isProtected(ageBand) && name.includes(' ')) throw refuse('name_one_word')
  return name
}

/** Names in the order of a German telephone book, compared as plain text on both databases. */
export function sortNameOf(name: string): string {
  return name.replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

const written: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'oe',
  ł: 'l',
  ı: 'i',
}

/** How a person is mentioned: small letters, digits and hyphens; a number behind it where the name is taken. */
export function handleOf(name: string, place = 1): string {
  const plain = name
    .toLowerCase()
    .replace(/[äöüßæøłı]/g, (letter) => written[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-')
    .slice(0, 40)
  const base = plain === '' ? 'konto' : plain
  return place === 1 ? base : `${base}-${place}`
}

/** What stands where a name was: nothing of it. */
export function handleOfErased(accountId: string): string {
  return `geloescht-${accountId.replaceAll('-', '').slice(-12)}`
}
