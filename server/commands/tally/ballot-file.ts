/** What a file of ballots says, whatever it is written in. */
import type { Ballots, OptionId } from '#app/domain/polls/tally/ballots.ts'

/** Counts by grade per option, worst first, where single ballots are not published. */
export type Grades = {
  readonly form: 'grades'
  readonly tallies: readonly (readonly number[])[]
  readonly voters: number
  readonly missing: number
}

/** One poll of a file; a file of test cases holds several. Seats, costs and budget only where the file names them. */
export type BallotFile = (Ballots | Grades) & {
  readonly id: string | null
  readonly options: readonly OptionId[]
  readonly seats: number | null
  readonly costs: Readonly<Record<OptionId, number>> | null
  readonly budget: number | null
  readonly defaultOption: OptionId | null
  readonly lots: readonly OptionId[] | null
}

/** What a file leaves out. */
export const unsaid = {
  id: null,
  seats: null,
  costs: null,
  budget: null,
  defaultOption: null,
  lots: null,
} as const

/** A file that cannot be read as ballots: one sentence with the line. */
export class BadFile extends Error {
  constructor(line: number, reason: string) {
    super(`Line ${line}: ${reason}`)
  }
}

/** Names as options: a name that comes twice gets its number behind it. */
export function distinct(names: readonly string[]): OptionId[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}
