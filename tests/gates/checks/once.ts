// What may happen once and has to happen: reminders, the close of a vote. And what must stand in the order it was said. Pure.
import type { Finding } from '../gate.ts'

/** @param happened what each event was about, as often as it was recorded */
export function judgeOnce(what: string, happened: readonly string[]): readonly Finding[] {
  const once = new Set(happened)
  return [
    ...(once.size === 0 ? [`There was no ${what}.`] : []),
    ...(happened.length > once.size ? [`${happened.length - once.size} times a ${what} came again.`] : []),
  ]
}

/** Whether all of these words stand in the text, one after the other. */
export function standInOrder(text: string, words: readonly string[]): boolean {
  const places = words.map((word) => text.indexOf(word))
  return places.every((place, turn) => place > (turn === 0 ? -1 : (places[turn - 1] ?? 0)))
}
