/** JSON together with the line every object and list begins on, so that a fault in it can be pointed at. */
import { BadFile } from '#server/commands/tally/ballot-file.ts'

/** `lineOf` knows objects and lists of the value; anything else is on line 1. */
export type Located = { readonly value: unknown; readonly lineOf: (thing: unknown) => number }

/** @throws BadFile with the line where the text stops being JSON */
export function parseWithLines(text: string): Located {
  const lines = new WeakMap<object, number>()
  let at = text.startsWith('\uFEFF') ? 1 : 0
  let line = 1

  const skip = () => {
    while (at < text.length && /\s/.test(text[at] as string)) {
      if (text[at] === '\n') line += 1
      at += 1
    }
  }
  const fail = (): never => {
    const found = at < text.length ? `"${text[at]}" is not expected here` : 'the file ends too early'
    throw new BadFile(line, `this is not JSON; ${found}.`)
  }
  const expect = (sign: string) => {
    skip()
    if (text[at] !== sign) fail()
    at += 1
  }
  const word = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? fail()
    at += found.length
    return found
  }
  const string = (): string => {
    skip()
    const raw = word(/"(?:[^"\\\n\r]|\\.)*"/y)
    try {
      return JSON.parse(raw)
    } catch {
      throw new BadFile(line, 'this is not JSON; a text has a broken sign in it.')
    }
  }
  const value = (): unknown => {
    skip()
    const sign = text[at]
    if (sign === '"') return string()
    if (sign === '{') return object()
    if (sign === '[') return list()
    return JSON.parse(word(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y))
  }
  const members = (close: string, member: () => void) => {
    at += 1
    skip()
    if (text[at] === close) {
      at += 1
      return
    }
    while (true) {
      member()
      skip()
      if (text[at] === ',') at += 1
      else {
        expect(close)
        return
      }
    }
  }
  const list = (): unknown[] => {
    const items: unknown[] = []
    lines.set(items, line)
    members(']', () => items.push(value()))
    return items
  }
  const object = (): object => {
    const entries: [string, unknown][] = []
    const begin = line
    members('}', () => {
      const key = string()
      expect(':')
      entries.push([key, value()])
    })
    const thing = Object.fromEntries(entries)
    lines.set(thing, begin)
    return thing
  }

  const all = value()
  skip()
  if (at < text.length) fail()
  const lineOf = (thing: unknown) =>
    typeof thing === 'object' && thing !== null ? (lines.get(thing) ?? 1) : 1
  return { value: all, lineOf }
}
