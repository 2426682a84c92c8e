/** Reads `.blt`, the plain text in which ranked elections are passed on. */
import type { RankedBallot } from '#app/domain/polls/tally/ballots.ts'
import { BadFile, type BallotFile, distinct, unsaid } from '#server/commands/tally/ballot-file.ts'

type Line = { readonly text: string; readonly number: number }

/**
 * First line `candidates seats`; an optional line of withdrawn candidates, each with a minus; then one ballot per line,
 * `weight first second … 0`, where `2=3` is a shared place and `-` a place left empty; a line `0`; one quoted name per
 * candidate; a title.
 * @throws BadFile with the line and what is wrong there
 * Source: the ballot file format of OpenSTV and Voting Matters.
 */
export function readBlt(text: string): BallotFile {
  const lines = text
    .split(/\r?\n/)
    .map(
      (line, at): Line => ({
        text: line.replace(/#.*$/, (rest) => (line.includes('"') ? rest : '')).trim(),
        number: at + 1,
      }),
    )
    .filter((line) => line.text !== '')
  const end: Line = { text: '', number: text.split(/\r?\n/).length }
  const take = () => lines.shift() ?? end

  const head = take()
  const size = /^(\d+)\s+(\d+)$/.exec(head.text)
  if (!size)
    throw new BadFile(head.number, 'the number of candidates and the number of seats are expected here.')
  const candidates = Number(size[1])
  const seats = Number(size[2])
  if (candidates < 1 || candidates > 60_000)
    throw new BadFile(head.number, 'there must be at least one candidate.')
  if (seats < 1) throw new BadFile(head.number, 'there must be at least one seat.')

  const withdrawn = new Set<number>()
  if (/^-\d/.test(lines[0]?.text ?? '')) {
    const line = take()
    for (const word of line.text.split(/\s+/))
      withdrawn.add(candidateIn(word.replace(/^-/, ''), candidates, line))
  }
  const papers: { readonly count: number; readonly places: readonly (readonly number[])[] }[] = []
  while (true) {
    const line = take()
    if (line === end)
      throw new BadFile(line.number, 'the file ends before the line 0 that closes the ballots.')
    if (line.text === '0') break
    papers.push(paperIn(line, candidates, withdrawn))
  }
  const names: string[] = []
  for (let candidate = 1; candidate <= candidates; candidate++) {
    const line = take()
    const name = /^"(.*)"$/.exec(line.text)
    if (!name)
      throw new BadFile(
        line.number,
        `the name of candidate ${candidate} is expected here, in quotation marks.`,
      )
    names.push(name[1] as string)
  }
  const options = distinct(names)
  const ballots = papers.map(
    ({ count, places }): RankedBallot => ({
      count,
      ranking: places.map((tier) => tier.map((candidate) => options[candidate - 1] as string)),
    }),
  )
  return {
    ...unsaid,
    form: 'ranked',
    options: options.filter((_, at) => !withdrawn.has(at + 1)),
    seats,
    ballots,
  }
}

function paperIn(line: Line, candidates: number, withdrawn: ReadonlySet<number>) {
  const words = line.text.split(/\s+/)
  const weight = words[0] as string
  if (!/^\d+$/.test(weight) || Number(weight) < 1 || !Number.isSafeInteger(Number(weight))) {
    throw new BadFile(line.number, `a ballot begins with its whole number of papers, not with "${weight}".`)
  }
  if (words.at(-1) !== '0' || words.length < 2) throw new BadFile(line.number, 'a ballot ends with 0.')
  const seen = new Set<number>()
  const places: number[][] = []
  for (const word of words.slice(1, -1)) {
    if (word === '-') continue
    const tier: number[] = []
    for (const one of word.split('=')) {
      const candidate = candidateIn(one, candidates, line)
      if (seen.has(candidate)) throw new BadFile(line.number, `candidate ${candidate} is ranked twice.`)
      seen.add(candidate)
      if (!withdrawn.has(candidate)) tier.push(candidate)
    }
    if (tier.length > 0) places.push(tier)
  }
  return { count: Number(weight), places }
}

function candidateIn(word: string, candidates: number, line: Line): number {
  const candidate = Number(word)
  if (!/^\d+$/.test(word) || candidate < 1 || candidate > candidates) {
    throw new BadFile(
      line.number,
      `"${word}" is not the number of a candidate; they go from 1 to ${candidates}.`,
    )
  }
  return candidate
}
