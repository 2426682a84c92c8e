// Knows the words that hold a German sentence together and say nothing about its subject.
import { wordsOf } from './words.ts'

const listed = `
  ab aber als am an auch auf aus bei beim bin bis bist da damit dann das dass dem den denn der des dich die dies
  diese diesem diesen dieser dieses dir doch du durch ein eine einem einen einer eines er es euch für haben hat
  hatte hier ich ihm ihn ihr ihre ihrem ihren ihrer im in ins ist ja kann kein keine keinen man mein meine mich mir
  mit nach nicht noch nur ob oder ohne sehr sein seine seinen seiner sich sie sind so soll sollen sollte sollten
  über um und uns unser unsere unserem unseren unserer unter vom von vor war waren warum was weil wenn wer werden
  wie wieder wir wird wo wurde zu zum zur zwischen
`

const functionWords: ReadonlySet<string> = new Set(wordsOf(listed).map((word) => word.folded))

/** Takes a folded word. */
export function isFunctionWord(folded: string): boolean {
  return functionWords.has(folded)
}
