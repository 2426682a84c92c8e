// Finds what does not belong into a public text: names of citizens, mail addresses, phone numbers.

export interface Finding {
  readonly kind: 'mail' | 'phone' | 'name'
  readonly found: string
  /** Where it begins in the text. */
  readonly at: number
}

const mail = /[\p{L}\d._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/giu
/** From six digits on, begun by 0 or +: years, amounts and clause numbers are none of them. */
const phone = /(?<![\d.,/-])(?:\+\d{1,3}|0)[\d\s/().-]{4,}\d(?![\d%€])/g
const titled =
  /\b(?:Frau|Herrn?|Mr|Mrs|Ms|Dr\.|Prof\.)\s+(?:(?:Dr\.|Prof\.)\s+)*\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+)?/gu

/**
 * Everything found, in the order of the text. `names`: the known names of accounts that are no office holders of this
 * meeting; they are found as whole words, in full or by the family name. `allowed`: names that may stand, such as the
 * chair's.
 */
export function findPersonalData(
  text: string,
  names: readonly string[],
  allowed: readonly string[] = [],
): readonly Finding[] {
  const findings: Finding[] = []
  const taken = (at: number, length: number) =>
    findings.some((one) => at < one.at + one.found.length && one.at < at + length)
  const note = (kind: Finding['kind'], at: number, found: string) => {
    if (!taken(at, found.length)) findings.push({ kind, found, at })
  }
  for (const match of text.matchAll(mail)) note('mail', match.index, match[0])
  for (const match of text.matchAll(phone)) {
    if (match[0].replace(/\D/g, '').length >= 6) note('phone', match.index, match[0].trim())
  }
  const allowedWords = new Set(allowed.flatMap((name) => [name, familyName(name)]))
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    for (const wanted of new Set([name, familyName(name)])) {
      if (wanted.length < 3 || allowedWords.has(wanted)) continue
      for (const match of text.matchAll(wholeWord(wanted))) note('name', match.index, match[0])
    }
  }
  for (const match of text.matchAll(titled)) {
    const family = match[0].split(/\s+/).at(-1) ?? ''
    if (![...allowedWords].some((word) => word === family || word.endsWith(` ${family}`))) {
      note('name', match.index, match[0])
    }
  }
  return findings.sort((a, b) => a.at - b.at)
}

function familyName(name: string): string {
  return (
    name
      .replace(/\s*\(.*\)$/, '')
      .split(/\s+/)
      .at(-1) ?? name
  )
}

function wholeWord(word: string): RegExp {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])`, 'gu')
}
