// Keeps away from the Markdown parser and the sanitiser what makes them slow or lets them fail: two thousand
// characters of nested lists can cost seconds, one long definition used often can become a hundred megabytes.
// All limits lie far beyond what anybody writes by hand.
import { maxCharacters, withPlainLineEnds } from './text.ts'

const limits = {
  /** Quote and list marks opened on one line. */
  marksPerLine: 10,
  /** Spaces before a line; every two can open a further list. */
  indent: 24,
  linesPerParagraph: 300,
  columnsPerTable: 40,
  tableCells: 2000,
  emphasisMarks: 1000,
  brackets: 400,
  codeMarks: 1000,
  definitions: 50,
  definitionLength: 300,
  addressLength: 2000,
} as const

/**
 * Gives the text ready for the parser, or null when it is too tangled to be parsed and has to be shown as it is.
 * Only what nobody sees is changed: control characters and overlong runs of the same space or sign.
 */
export function guard(source: string): string | null {
  if (source.length > maxCharacters) return null
  const text = tidy(source)
  const lines = text.split('\n')
  const tangled =
    lines.some(nestsTooDeep) ||
    hasEndlessParagraph(lines) ||
    hasHugeTable(lines) ||
    count(text, /[*_~]/g) > limits.emphasisMarks ||
    count(text, /\[/g) > limits.brackets ||
    count(text, /`+/g) > limits.codeMarks ||
    hasTooManyDefinitions(text) ||
    longestAddress(text) > limits.addressLength
  return tangled ? null : text
}

function tidy(source: string): string {
  return (
    withPlainLineEnds(source)
      // A half of a character would not survive the way through the database.
      .replace(/\p{Surrogate}|\0/gu, '\ufffd')
      .replace(/[\v\f]/g, ' ')
      .replace(/[ \t\u00a0]{60,}/g, (run) => run.slice(0, 59))
      .replace(/\n(?:[ \t]*\n){4,}/g, '\n\n\n\n')
      .replace(/([^\s\p{L}\p{N}])\1{100,}/gu, (run) => run.slice(0, 100))
  )
}

function nestsTooDeep(line: string): boolean {
  const mark = /[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y
  let marks = 0
  while (mark.test(line)) {
    marks += 1
    if (marks > limits.marksPerLine) return true
  }
  const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
  return indent.length < line.length && indent.replaceAll('\t', '    ').length > limits.indent
}

function hasEndlessParagraph(lines: readonly string[]): boolean {
  let length = 0
  for (const line of lines) {
    length = line.trim() === '' ? 0 : length + 1
    if (length > limits.linesPerParagraph) return true
  }
  return false
}

/** The row of dashes gives a table its columns; the parser fills up every later row, however short, to that number. */
function hasHugeTable(lines: readonly string[]): boolean {
  let columns = 0
  let cells = 0
  for (const line of lines) {
    if (line.trim() === '') columns = 0
    else if (/^[ \t>|:-]*$/.test(line) && line.includes('-') && line.includes('|'))
      columns = line.split('|').length
    cells += columns
    if (columns > limits.columnsPerTable + 2 || cells > limits.tableCells) return true
  }
  return false
}

function hasTooManyDefinitions(text: string): boolean {
  let definitions = 0
  for (const [definition] of text.matchAll(/^[ \t>]*\[[^\n]*?\]:[^\n]*(?:\n[^\n]+)?/gm)) {
    definitions += 1
    if (definitions > limits.definitions || definition.length > limits.definitionLength) return true
  }
  return false
}

function longestAddress(text: string): number {
  return Math.max(
    0,
    ...Array.from(text.matchAll(/(?:https?:\/\/|ftp:\/\/|www\.)\S*/gi), ([address]) => address.length),
  )
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
