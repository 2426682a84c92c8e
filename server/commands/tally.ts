/** `stimmtisch tally`: counts a file of ballots by any method, with the same rules as the house. */
import { readFile } from 'node:fs/promises'
import { count, formOf, type Settings } from '#app/domain/polls/tally/count.ts'
import { judgeTallies } from '#app/domain/polls/tally/majority-judgment.ts'
import type { Result } from '#app/domain/polls/tally/result.ts'
import { BadFile, type BallotFile } from '#server/commands/tally/ballot-file.ts'
import { readJson } from '#server/commands/tally/ballot-json.ts'
import { readBlt } from '#server/commands/tally/blt.ts'
import { readCsv } from '#server/commands/tally/csv.ts'
import { type Asked, BadFlag, lotsIn, readFlags } from '#server/commands/tally/flags.ts'
import { balanced } from '#server/commands/tally/grades.ts'
import { recast } from '#server/commands/tally/recast.ts'
import { readStarvote } from '#server/commands/tally/starvote.ts'

/**
 * Prints winners, order and rounds; with `--json` as `{method, seats, winners, ranking, rounds, ties}`, and a list of
 * these with their `id` for a file that holds several polls.
 * @returns the exit code: 0, or 2 for a file or a command line that cannot be followed, with one sentence why
 */
export async function tally(args: string[]): Promise<number> {
  try {
    const asked = readFlags(args)
    const files = read(asked.file, await textOf(asked.file))
    const results = files.map((file) => ({ id: file.id, result: countFile(file, asked) }))
    if (asked.json) {
      const several = results.map(({ id, result }) => ({ id, ...result }))
      console.info(JSON.stringify(files.length === 1 ? results[0]?.result : several, null, 2))
    } else for (const { id, result } of results) console.info(inWords(id, result))
    return 0
  } catch (error) {
    if (!(error instanceof BadFile || error instanceof BadFlag || error instanceof RangeError)) throw error
    console.error(error.message)
    return 2
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new BadFlag(`The file ${file} cannot be read.`)
  }
}

function read(name: string, text: string): readonly BallotFile[] {
  if (text.trim() === '') throw new BadFile(1, 'the file is empty.')
  if (/^\s*[{[]/.test(text.replace(/^\uFEFF/, '')) && !name.endsWith('.starvote')) return readJson(text)
  if (name.endsWith('.csv')) return [readCsv(text)]
  if (name.endsWith('.starvote')) return [readStarvote(text)]
  if (name.endsWith('.json')) return readJson(text)
  return [readBlt(text)]
}

function countFile(file: BallotFile, asked: Asked): Result {
  const { method } = asked
  const lots = asked.lots === null ? file.lots : lotsIn(asked.lots, file.options)
  const terms = { options: file.options, seats: asked.seats ?? file.seats ?? 1, lots }
  if (file.form === 'grades') {
    if (method !== 'majority-judgment')
      throw new BadFlag(`This file holds grades; ${method} does not count them.`)
    return judgeTallies(terms, balanced(file), file.voters)
  }
  const cast = recast(file, formOf[method])
  if (typeof cast === 'string') throw new BadFlag(cast)
  return count(method, terms, cast, settingsFor(file, asked))
}

function settingsFor(file: BallotFile, asked: Asked): Settings {
  const none = asked.defaultOption ?? file.defaultOption ?? undefined
  if (none !== undefined && !file.options.includes(none)) {
    throw new BadFlag(`--default-option names "${none}", which is not an option.`)
  }
  const best = highestMark(file)
  const budget = asked.budget ?? file.budget
  const money = file.costs !== null && asked.seats === null
  if (asked.method === 'equal-shares' && money && budget === null) {
    throw new BadFlag('The file names costs but no budget; give it with --budget.')
  }
  return {
    ...asked.variant,
    highest: Math.max(5, best),
    grades: best + 1,
    pointsEach: budget ?? undefined,
    defaultOption: none,
    statusQuo: none,
    money: file.costs !== null && money && budget !== null ? { costs: file.costs, budget } : undefined,
  }
}

function highestMark(file: BallotFile): number {
  let highest = 0
  if (file.form !== 'score') return highest
  for (const { scores } of file.ballots) {
    for (const mark of Object.values(scores)) if (mark > highest) highest = mark
  }
  return highest
}

function inWords(id: string | null, result: Result): string {
  const lines = [
    `${id === null ? '' : `${id}: `}${result.method}, ${result.seats} ${result.seats === 1 ? 'seat' : 'seats'}`,
    `  Winners: ${result.winners.length > 0 ? result.winners.join('; ') : 'nobody'}`,
    ...result.ranking.map((tier, at) => `  ${at + 1}. ${tier.join(' = ')}`),
    ...result.ties.map(
      (tie) =>
        `  Tie in round ${tie.round} over ${tie.over}: ${tie.options.join(' = ')}; broken by ${tie.by}.`,
    ),
  ]
  if (result.secondRound.length > 0) lines.push(`  Second round: ${result.secondRound.join('; ')}`)
  return lines.join('\n')
}
