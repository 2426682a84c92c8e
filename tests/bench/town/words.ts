// Plain German filler for towns of the bench: the same words each time, a few common ones and many rare ones.
import { foldedText, stemsOf } from '#app/domain/search/words.ts'

const small =
  'und die der in für wir das mit auf nicht es ein eine zu an auch wenn dass sich aber oder noch mehr nur schon'
const front =
  'Kultur Stadt Musik Kunst Jugend Schul Markt Bühnen Garten Werk Altstadt Ruhr Chor Film Tanz Lese Bau Sommer Winter Fest'
const back =
  'raum haus platz verein woche bühne halle treffen probe abend förderung plan kalender angebot werkstatt weg tag programm'
const deeds =
  'brauchen finden wünschen planen öffnen fördern zeigen teilen proben treffen spielen lesen bauen'
const extra =
  'abends kostenlos barrierefrei draußen gemeinsam jährlich dringend offen leer bezahlbar ruhig mitten'

const list = (text: string) => text.split(' ')
const nouns = list(front).flatMap((first) => list(back).map((last) => first + last))
const common = [...list(small), ...list(deeds), ...list(extra)]

/** Numbers between 0 and 1 that are the same in every run. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

/** Some words that read like a sentence. Rare nouns are rare: the square of chance falls on the first ones. */
function sentence(next: () => number, words: number): string {
  const chosen: string[] = []
  for (let index = 0; index < words; index++) {
    const from = index % 3 === 2 ? nouns : common
    chosen.push(from[Math.floor(next() ** 2 * from.length)] ?? '')
  }
  const text = chosen.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

export interface Text {
  readonly text: string
  readonly stems: string
  readonly folded: string
}

/** Gives texts of so many sentences. They come from a stock whose words were stemmed once: a big town takes minutes. */
export function openStock(next: () => number): (sentences: number) => Text {
  const stock = Array.from({ length: 3000 }, (): Text => {
    const text = sentence(next, 6 + Math.floor(next() * 8))
    return { text, stems: stemsOf(text).join(' '), folded: foldedText(text) }
  })
  return (sentences) => {
    const chosen = Array.from({ length: sentences }, () => stock[Math.floor(next() * stock.length)] as Text)
    const joined = (part: keyof Text) => chosen.map((one) => one[part]).join(' ')
    return { text: joined('text'), stems: joined('stems'), folded: joined('folded') }
  }
}
