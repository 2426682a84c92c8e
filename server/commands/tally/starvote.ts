/** Reads `.starvote`, the plain text in which score ballots and their options are passed on. */
import type { OptionId, ScoreBallot } from '#app/domain/polls/tally/ballots.ts'
import { BadFile, type BallotFile, unsaid } from '#server/commands/tally/ballot-file.ts'

/**
 * Sections `[options]` (`seats`, `tiebreaker` as a list of names) and `[ballots]`: lines `Name = mark`, one block per
 * ballot with an empty line between; `5 ballots:` before a block says how often it was cast, up to the next empty line.
 * @throws BadFile with the line and what is wrong there
 */
export function readStarvote(text: string): BallotFile {
  const options: OptionId[] = []
  const ballots: { count: number; scores: Record<OptionId, number> }[] = []
  const lots: OptionId[] = []
  let section = ''
  let seats: number | null = null
  let listing = false
  let count = 1
  let block: Record<OptionId, number> | null = null
  const lines = text.split(/\r?\n/)
  for (const [at, raw] of lines.entries()) {
    const line = raw.replace(/^\s*#.*$/, '').trim()
    const named = /^\[(\w+)\]$/.exec(line)
    if (listing) {
      if (line === ']') listing = false
      else if (line !== '') lots.push(line)
    } else if (line === '') {
      if (block) count = 1
      block = null
    } else if (named) section = named[1] as string
    else if (section === 'options') {
      if (/^seats\s*=\s*\d+$/.test(line)) seats = Number(line.split('=')[1])
      if (/^tiebreaker\s*=\s*\[$/.test(line)) listing = true
    } else if (section === 'ballots') {
      const many = /^(\d+) ballots?:$/.exec(line)
      const mark = /^(.*\S)\s*=\s*(\d+)$/.exec(line)
      if (many) count = Number(many[1])
      else if (mark) {
        const name = mark[1] as string
        if (!options.includes(name)) options.push(name)
        if (!block || name in block) {
          block = {}
          ballots.push({ count, scores: block })
        }
        block[name] = Number(mark[2])
      } else throw new BadFile(at + 1, 'a mark is expected here, as in "Name = 3".')
    } else throw new BadFile(at + 1, 'a section is expected here, as in "[ballots]".')
  }
  if (options.length === 0) throw new BadFile(lines.length, 'the file ends without a ballot.')
  const read: readonly ScoreBallot[] = ballots
  return { ...unsaid, form: 'score', options, ballots: read, seats, lots: lots.length > 0 ? lots : null }
}
