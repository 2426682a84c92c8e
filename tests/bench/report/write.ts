// Puts the figures of a run into docs/performance.md, between two marks, and draws the picture beside them. Parts that
// did not run keep what they last had.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import type { Bar, Table } from '../part.ts'
import { drawBars } from './picture.ts'
import { aimText, cellText } from './text.ts'

const page = 'docs/performance.md'
const picture = 'docs/pictures/performance.svg'

export interface Measured {
  readonly part: string
  readonly about: string
  readonly tables: readonly Table[]
}

export function writeFigures(measured: readonly Measured[], day: string): void {
  let text = readFileSync(page, 'utf8')
  for (const part of measured) text = between(text, part.part, partText(part, day))
  writeFileSync(page, text)
  const bars = measured.flatMap(({ tables }) => tables.flatMap((table): readonly Bar[] => table.bars ?? []))
  if (bars.length > 0) writeFileSync(picture, drawBars(bars, `${machine()}, ${day}`))
}

/** Replaces what stands between the marks of a part; a new part is added at the end of the figures. */
function between(text: string, part: string, figures: string): string {
  const begin = `<!-- bench: ${part} -->`
  const end = `<!-- /bench: ${part} -->`
  const block = `${begin}\n${figures}\n${end}`
  const from = text.indexOf(begin)
  const to = text.indexOf(end)
  if (from >= 0 && to > from) return text.slice(0, from) + block + text.slice(to + end.length)
  const last = '<!-- bench ends here -->'
  if (!text.includes(last)) throw new Error(`${page} lost its mark '${last}'.`)
  return text.replace(last, `${block}\n\n${last}`)
}

function partText({ part, about, tables }: Measured, day: string): string {
  const head = `### ${part}\n\n${about}. ${machine()}, ${day}.`
  return [head, ...tables.map(tableText)].join('\n\n')
}

function tableText({ title, columns, rows, note, aims = [] }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    `**${title}**\n`,
    line(columns),
    line(columns.map((_, index) => (index === 0 ? '---' : '--:'))),
    ...rows.map((row) => line(row.map(cellText))),
    ...(note ? [`\n${note}`] : []),
    ...(aims.length > 0 ? ['', ...aims.map((aim) => `- ${aimText(aim).replace(/ +/g, ' ')}`)] : []),
  ].join('\n')
}

export function machine(): string {
  const [first] = cpus()
  return `${cpus().length} × ${first?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`
}
