// Knows which letters of a German word only say case, number or person.

/**
 * The stem of a German word by CISTEM in its lower-cased variant, so that "Vereine", "vereins" and "VEREIN" meet.
 *
 * Takes one word of letters and digits; other signs would be mistaken for the method's own marks.
 * Source: Weißweiler and Fraser, "Developing a Stemmer for German Based on a Comparative Analysis of Publicly
 * Available Stemmers", GSCL 2017. The published variant keeps a final t in capitalised words; here a member may
 * type either way, therefore it always goes.
 */
export function cistem(word: string): string {
  return unmark(shorten(mark(withoutPrefix(plain(word)))))
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('ü', 'u')
    .replaceAll('ö', 'o')
    .replaceAll('ä', 'a')
    .replaceAll('ß', 'ss')
}

function withoutPrefix(word: string): string {
  return word.replace(/^ge(?=.{4})/u, '')
}

/** Writes what must not be torn apart as one sign: sch, ei, ie, and the second of two equal letters. */
function mark(word: string): string {
  return word.replaceAll('sch', '$').replaceAll('ei', '%').replaceAll('ie', '&').replace(/(.)\1/gu, '$1*')
}

function unmark(word: string): string {
  return word.replace(/(.)\*/gu, '$1$1').replaceAll('%', 'ei').replaceAll('&', 'ie').replaceAll('$', 'sch')
}

function shorten(word: string): string {
  let rest = word
  while (rest.length > 3) {
    const next = withoutEnding(rest)
    if (next === rest) break
    rest = next
  }
  return rest
}

function withoutEnding(word: string): string {
  if (word.length > 5 && /(?:e[mr]|nd)$/.test(word)) return word.slice(0, -2)
  return word.replace(/[tesn]$/, '')
}
