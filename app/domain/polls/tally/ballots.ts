/** What a count is given: the options, the ballots in one of five forms, the seats, and the order of lots. */

/** An option as the vote stores it. The counts never look inside. */
export type OptionId = string

/** One mark for one option; `null` is a blank ballot. `count` equal ballots stand in one row. */
export type ChoiceBallot = { readonly count: number; readonly choice: OptionId | null }

/** Options the voter ticked, in any order, each at most once. */
export type ApprovalBallot = { readonly count: number; readonly approved: readonly OptionId[] }

/** Places from the top; several options may share a place. What is not named counts below every named one. */
export type RankedBallot = { readonly count: number; readonly ranking: readonly (readonly OptionId[])[] }

/** Whole numbers per option: points, grades or resistance. An option without an entry was left unmarked. */
export type ScoreBallot = { readonly count: number; readonly scores: Readonly<Record<OptionId, number>> }

/** The ballots of one vote, all of one form. */
export type Ballots =
  | { readonly form: 'choice'; readonly ballots: readonly ChoiceBallot[] }
  | { readonly form: 'approval'; readonly ballots: readonly ApprovalBallot[] }
  | { readonly form: 'ranked'; readonly ballots: readonly RankedBallot[] }
  | { readonly form: 'score'; readonly ballots: readonly ScoreBallot[] }

export type BallotForm = Ballots['form']

/**
 * Everything a count depends on.
 * - `options`: in the order of the ballot, each once.
 * - `ballots`: in any order; the order never matters.
 * - `seats`: how many are to be chosen, 1 or more.
 * - `lots`: the order drawn after the close, best lot first, naming every option (more names do no harm);
 *   `null` while nothing has been drawn. Then a tie for the last seat stays open and all tied are named as winners;
 *   a count that cannot go on without a decision assumes the order of `options` and says so in its ties.
 */
export type Election<Ballot> = {
  readonly options: readonly OptionId[]
  readonly ballots: readonly Ballot[]
  readonly seats: number
  readonly lots: readonly OptionId[] | null
}

/** A step of a count: so many seats, to be filled from these options only. */
export type Phase = { readonly options: readonly OptionId[]; readonly seats: number }

/** How many ballots there are, equal ones counted each. */
export function countOf(ballots: readonly { readonly count: number }[]): number {
  let total = 0
  for (const ballot of ballots) total += ballot.count
  return total
}

/** The place of every option in the list; a doubled option is a fault of the caller. */
export function indexOf(options: readonly OptionId[]): ReadonlyMap<OptionId, number> {
  const index = new Map<OptionId, number>()
  for (const option of options) {
    if (index.has(option)) throw new RangeError(`option listed twice: ${option}`)
    index.set(option, index.size)
  }
  return index
}

/** The place of one option, or a fault naming it: ballots are checked before they are counted. */
export function placeOf(index: ReadonlyMap<OptionId, number>, option: OptionId): number {
  const place = index.get(option)
  if (place === undefined) throw new RangeError(`ballot names an unknown option: ${option}`)
  return place
}
