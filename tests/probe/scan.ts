// Looks for private words in whatever came out of the house, however they were encoded.
import { decoded } from './forms.ts'
import type { Canary, Person } from './room.ts'

export function foundIn(text: string, canaries: readonly Canary[], person: Person): readonly Canary[] {
  const forms = unwrapped(text)
  const there = new Map<string, boolean>()
  // Most words share a part that few texts hold, so most texts are looked through only a few times.
  const mayHold = (word: string) => {
    const part = /kanarie|@beispiel\.example/.exec(word)?.[0] ?? word
    const known = there.get(part) ?? forms.includes(part)
    there.set(part, known)
    return known
  }
  return canaries.filter((canary) => {
    const word = canary.word.toLowerCase()
    return mayHold(word) && forms.includes(word) && !canary.reads(person)
  })
}

/** The text as it stands, without entities, \u escapes, percent signs and soft hyphens: all at once, in small letters. */
function unwrapped(text: string): string {
  const plain = decoded(text)
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#x?([0-9a-f]+);/gi, ' ')
    .replace(/<\/?mark>|<wbr\s*\/?>|\u00ad/g, '')
  const unescaped = text.replace(/%([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return `${text}\n${plain}\n${unescaped}`.toLowerCase()
}
