/** Reads ballots as tables: ranked places in columns, or one mark per option. */
import type { OptionId, RankedBallot, ScoreBallot } from '#app/domain/polls/tally/ballots.ts'
import { BadFile, type BallotFile, distinct, unsaid } from '#server/commands/tally/ballot-file.ts'

/**
 * With `rank1, rank2 …` in the head the cells are names, place by place; a column `count` says how many papers were alike;
 * `undervote`, `overvote` and `skipped` are places left empty. Otherwise the head names the options and the cells are
 * marks, an empty one being left out.
 * @param rules.emptyInARow how many `undervote` in a row a paper may have; more end it there. No limit unless told.
 * @throws BadFile with the line and what is wrong there
 */
export function readCsv(text: string, rules: { readonly emptyInARow?: number } = {}): BallotFile {
  const lines = text
    .split(/\r?\n/)
    .map((line, at) => ({ cells: cellsOf(line), number: at + 1, empty: line.trim() === '' }))
    .filter((line) => !line.empty)
  const head = lines.shift()
  if (!head) throw new BadFile(1, 'the file is empty.')
  const ranks = head.cells.filter((cell) => /^rank\s*\d+$/i.test(cell)).length
  for (const line of lines) {
    if (line.cells.length !== head.cells.length) {
      throw new BadFile(
        line.number,
        `${head.cells.length} columns are expected as in the first line, not ${line.cells.length}.`,
      )
    }
  }
  return ranks > 0
    ? ranked(head.cells, lines, rules.emptyInARow ?? Number.POSITIVE_INFINITY)
    : scored(head.cells, lines)
}

type Line = { readonly cells: readonly string[]; readonly number: number }

const leftEmpty = new Set(['', 'undervote', 'overvote', 'skipped'])

function ranked(head: readonly string[], lines: readonly Line[], emptyInARow: number): BallotFile {
  const options = new Set<OptionId>()
  const ballots = lines.map((line): RankedBallot => {
    const ranking: string[][] = []
    let empty = 0
    line.cells.forEach((cell, column) => {
      if (!/^rank\s*\d+$/i.test(head[column] ?? '') || empty > emptyInARow) return
      empty = cell === '' || cell === 'undervote' ? empty + 1 : 0
      if (leftEmpty.has(cell) || empty > emptyInARow) return
      options.add(cell)
      if (!ranking.some(([name]) => name === cell)) ranking.push([cell])
    })
    return { count: countIn(head, line), ranking }
  })
  return { ...unsaid, form: 'ranked', options: [...options], ballots }
}

function scored(head: readonly string[], lines: readonly Line[]): BallotFile {
  const options = distinct(head.filter((name) => name !== 'count'))
  const ballots = lines.map((line): ScoreBallot => {
    const cells = line.cells.filter((_, column) => head[column] !== 'count')
    const marks = cells.flatMap((cell, at): [string, number][] => {
      if (cell === '') return []
      if (!/^\d+$/.test(cell)) throw new BadFile(line.number, `"${cell}" is not a whole number.`)
      return [[options[at] as string, Number(cell)]]
    })
    return { count: countIn(head, line), scores: Object.fromEntries(marks) }
  })
  return { ...unsaid, form: 'score', options, ballots }
}

function countIn(head: readonly string[], line: Line): number {
  const column = head.indexOf('count')
  if (column < 0) return 1
  const cell = line.cells[column] ?? ''
  if (!/^\d+$/.test(cell) || Number(cell) < 1) {
    throw new BadFile(line.number, `"${cell}" is not a number of ballots.`)
  }
  return Number(cell)
}

/** Cells apart at commas, quotation marks around a cell taken off. */
function cellsOf(line: string): string[] {
  const cells: string[] = []
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    cells.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim())
  }
  return cells
}
