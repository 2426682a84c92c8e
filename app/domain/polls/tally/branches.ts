/** Branch minimum seats: first each branch's own seats among its own candidates, then the open ones among all left. */
import type {
  ApprovalBallot,
  ChoiceBallot,
  Election,
  OptionId,
  Phase,
  RankedBallot,
  ScoreBallot,
} from '#app/domain/polls/tally/ballots.ts'
import type { Result, Tie } from '#app/domain/polls/tally/result.ts'

/** A branch with the candidates who stand for it and the seats it has at least. A candidate stands for one branch. */
export type Branch = {
  readonly name: string
  readonly options: readonly OptionId[]
  readonly minimum: number
}

/** Which rounds of the result filled which seats; `branch` is `null` for the open seats. */
export type Part = { readonly branch: string | null; readonly seats: number; readonly rounds: number }

export type BranchResult<Round> = Result<Round> & { readonly parts: readonly Part[] }

/**
 * The seats in the order they are filled: branch by branch, then all that are open among all candidates.
 * A branch with fewer candidates than its minimum leaves the difference to the open seats.
 */
export function phasesOf(
  options: readonly OptionId[],
  seats: number,
  branches: readonly Branch[],
): readonly Phase[] {
  let open = seats
  const phases: Phase[] = []
  for (const branch of branches) {
    const own = Math.min(branch.minimum, branch.options.length, open)
    open -= own
    if (own > 0) phases.push({ options: branch.options, seats: own })
  }
  return open > 0 ? [...phases, { options, seats: open }] : phases
}

/**
 * Counts phase by phase with any method, each time only among those who may take the seats, all ballots cut down to them.
 * Phragmén and Equal Shares take `phasesOf` themselves, so that loads and shares carry on.
 * Ballots that are invalid as a whole must be left out before; a seat no branch candidate takes becomes an open one.
 * A tie that stays open for want of lots ends the count there: `runOffFor` says who stands again.
 * @param count the method
 * @param restrict a ballot cut down to the options still in
 * @returns the results joined: winners in the order of the phases, then all others in the order of the last phase
 */
export function byBranches<Ballot, Round>(
  election: Election<Ballot>,
  branches: readonly Branch[],
  count: (election: Election<Ballot>) => Result<Round>,
  restrict: (ballot: Ballot, keep: ReadonlySet<OptionId>) => Ballot,
): BranchResult<Round> {
  const winners: OptionId[] = []
  const ranking: (readonly OptionId[])[] = []
  const rounds: Round[] = []
  const ties: Tie[] = []
  const parts: Part[] = []
  let method = ''
  let secondRound: readonly OptionId[] = []
  const own = phasesOf(election.options, election.seats, branches).filter(
    (phase) => phase.options !== election.options,
  )
  for (const phase of [...own, { options: election.options, seats: 0 }]) {
    const last = phase.options === election.options
    const options = phase.options.filter((option) => !winners.includes(option))
    const open = Math.min(last ? election.seats - winners.length : phase.seats, options.length)
    if (open === 0) continue
    const keep = new Set(options)
    const ballots = election.ballots.map((ballot) => restrict(ballot, keep))
    const result = count({ ...election, options, ballots, seats: open })
    method = result.method
    ties.push(...result.ties.map((tie) => ({ ...tie, round: tie.round + rounds.length })))
    rounds.push(...result.rounds)
    const branch = branches.find((one) => one.options === phase.options)
    parts.push({ branch: branch?.name ?? null, seats: open, rounds: result.rounds.length })
    for (const tier of result.ranking) {
      const seated = tier.filter((option) => result.winners.includes(option))
      if (seated.length > 0) ranking.push(seated)
    }
    winners.push(...result.winners)
    secondRound = result.secondRound
    if (last) ranking.push(...rest(result.ranking, winners))
    if (secondRound.length > 0 || result.ties.some((tie) => tie.by === 'open')) break
  }
  const missing = election.options.filter((option) => !ranking.some((tier) => tier.includes(option)))
  if (missing.length > 0) ranking.push(missing)
  return { method, seats: election.seats, winners, ranking, rounds, ties, secondRound, parts }
}

function rest(
  ranking: readonly (readonly OptionId[])[],
  winners: readonly OptionId[],
): (readonly OptionId[])[] {
  return ranking
    .map((tier) => tier.filter((option) => !winners.includes(option)))
    .filter((tier) => tier.length > 0)
}

/** How a ballot of each form is cut down to the options still in. */
export const restrict = {
  choice: (ballot: ChoiceBallot, keep: ReadonlySet<OptionId>): ChoiceBallot =>
    ballot.choice === null || keep.has(ballot.choice) ? ballot : { ...ballot, choice: null },
  approval: (ballot: ApprovalBallot, keep: ReadonlySet<OptionId>): ApprovalBallot => ({
    ...ballot,
    approved: ballot.approved.filter((option) => keep.has(option)),
  }),
  ranked: (ballot: RankedBallot, keep: ReadonlySet<OptionId>): RankedBallot => ({
    ...ballot,
    ranking: ballot.ranking
      .map((tier) => tier.filter((option) => keep.has(option)))
      .filter((tier) => tier.length > 0),
  }),
  score: (ballot: ScoreBallot, keep: ReadonlySet<OptionId>): ScoreBallot => ({
    ...ballot,
    scores: Object.fromEntries(Object.entries(ballot.scores).filter(([option]) => keep.has(option))),
  }),
}
