/** What plain German asks of a text on screen, as far as a program can see it. */

export const mostWords = 20
export const mostLetters = 24

/** Words that people outside offices and computer rooms stumble over, and what to say instead. */
const better: readonly (readonly [RegExp, string])[] = [
  [/\b(?:ein|aus)?log[- ]?(?:in|out|gen|gt|ge)\w*/i, 'anmelden, abmelden'],
  [/\bpartizip\w+/i, 'mitmachen'],
  [/\bfeedback\w*/i, 'Rückmeldung'],
  [/\bsubmit\w*/i, 'absenden'],
  [/\bthreads?\b/i, 'Gespräch'],
  [/\bpolls?\b/i, 'Abstimmung'],
  [/\bamendments?\b/i, 'Änderungsvorschlag'],
  [/\baccounts?\b/i, 'Konto'],
  [/\busers?\b/i, 'Person'],
  [/\b(?:be)?nutzer(?:innen|in|s)?\b/i, 'Sie, Person, Menschen'],
  [/\bbuttons?\b/i, 'Knopf'],
  [/\bdashboards?\b/i, 'Übersicht'],
  [/\b(?:ge)?post(?:en|et)\b/, 'eintragen, schreiben'],
  [/\b(?:ge)?like[sndt]?\b/i, 'Das meine ich auch'],
  [/\bupdates?\b/i, 'Neues, neue Fassung'],
  [/\bdownload\w*/i, 'herunterladen'],
  [/\bupload\w*/i, 'hochladen'],
  [/\bfollower\w*/i, 'alle, die folgen'],
  [/\busernames?\b/i, 'Name'],
  [/\b(?:dies)?bezügl(?:ich\b|\.)/i, 'wegen, zu'],
  [/\bgemäß\b/i, 'nach'],
  [/\bseitens\b/i, 'von'],
  [/\betwaige\w*/i, 'mögliche'],
  [/\bzwecks\b/i, 'um zu'],
  [/\bmittels\b/i, 'mit'],
  [/\bauthentifizier\w*/i, 'anmelden'],
  [/\bvalidier\w*/i, 'prüfen'],
  [/\bz\.\s?B\./i, 'zum Beispiel'],
  [/\bd\.\s?h\./i, 'das heißt'],
  [/\b(?:bzw|ggf|usw|etc|evtl|inkl)\./i, 'ausschreiben'],
]

/** "ungültig" belongs to ballots; of an input say what is missing. */
const invalid = /\bungültig\w*/i
const invalidBallot =
  /(?:für ungültig erklärt|ungültige[nrs]? (?:Stimm|Wahl|Abstimmung))|(?:Stimm\w*|Wahl|Abstimmung)[^.]*\bungültig/i

/** Longer than the limit and still the plain word, because it is a name or has no shorter one. */
const longButPlain = new Set<string>([])

/** Everything that is wrong with a German text, each as one sentence; an empty list means it may stand. */
export function findFaults(text: string): string[] {
  const plain = text
    .replace(/\{\{[^}]*\}\}/g, 'X')
    .replace(/https?:\/\/\S+|\S+@\S+|(?<!\S)\/\S+|www\.\S+/g, 'X')
  return [
    ...listSentences(plain)
      .map((sentence) => ({ sentence, words: countWords(sentence) }))
      .filter(({ words }) => words > mostWords)
      .map(({ sentence, words }) => `has ${words} words, at most ${mostWords}: "${sentence}"`),
    ...(plain.match(/[\p{L}\p{M}]+/gu) ?? [])
      .filter((word) => word.length > mostLetters && !longButPlain.has(word))
      .map((word) => `"${word}" has ${word.length} letters: set a hyphen or a soft hyphen`),
    ...better.flatMap(([word, instead]) => {
      const found = plain.match(word)
      return found ? [`"${found[0]}": say "${instead}"`] : []
    }),
    ...(invalid.test(plain) && !invalidBallot.test(plain)
      ? ['"ungültig": say what is missing or does not fit']
      : []),
    ...(plain.match(/\p{L}+(?:[*:_·•]|\/-?)(?:in|innen|r|n)\b|\p{Ll}+In(?:nen)?\b/gu) ?? []).map(
      (word) => `"${word}": name both or find a neutral word`,
    ),
    ...(plain.match(/\b(?:du|dich|dir|dein(?:e[mnrs]?)?)\b/giu) ?? []).map((word) => `"${word}": say "Sie"`),
  ]
}

export function listSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?…][“”"’)]?)\s+(?=["„(]?[\p{Lu}\d])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

export function countWords(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length
}
