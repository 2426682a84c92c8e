/** The frame of counts that fill one seat after the other: phases, ties at each seat, the order that comes out. */
import type { ApprovalBallot, Election, OptionId, Phase } from '#app/domain/polls/tally/ballots.ts'
import { inLotOrder, lotsFor } from '#app/domain/polls/tally/counting/lots.ts'
import { supportByGroup, type Ticks } from '#app/domain/polls/tally/counting/ticks.ts'
import type { Result, Tie } from '#app/domain/polls/tally/result.ts'

/** What a method answers for one seat: the best among `standing` (more than one is a tie), and how to go on with one. */
export type SeatStep<Round> = {
  readonly best: readonly number[]
  take(place: number): Round
}

/**
 * Fills the seats, phase by phase. In a tie the best lot is taken; without lots the first listed, except at the last
 * seat of all, where the tie stays open and all tied are named.
 * @param step asked once per seat; `lots` when nobody standing has any supporter, so that lots fill what is left; `stop`
 *   leaves the seats open
 * @returns `ranking`: the elected one by one, then the others by the number of their supporters
 */
export function seatBySeat<Round>(
  method: string,
  election: Election<ApprovalBallot>,
  phases: readonly Phase[],
  ticks: Ticks,
  step: (standing: readonly number[]) => SeatStep<Round> | 'lots' | 'stop',
  unsupported: (place: number) => Round,
): Result<Round> {
  const { options } = election
  const name = (place: number) => options[place] as OptionId
  const lots = lotsFor(options, election.lots)
  const rounds: Round[] = []
  const ties: Tie[] = []
  const winners: number[] = []
  let open: readonly number[] = []
  const standingIn = (phase: Phase) =>
    options.flatMap((option, place) =>
      phase.options.includes(option) && !winners.includes(place) ? [place] : [],
    )
  for (const [at, phase] of phases.entries()) {
    for (let seat = 0; seat < phase.seats && open.length === 0 && ticks.voters > 0; seat++) {
      const standing = standingIn(phase)
      if (standing.length === 0) break
      const found = step(standing)
      if (found === 'stop') break
      const best = found === 'lots' ? standing : found.best
      const left = phase.seats - seat
      const last = at === phases.length - 1 && (found === 'lots' ? best.length > left : left === 1)
      if (best.length > 1 && last && !lots.drawn) {
        open = best
        ties.push({ round: rounds.length + 1, over: 'seat', options: best.map(name), chosen: [], by: 'open' })
        break
      }
      const taken = inLotOrder(lots, best)[0] as number
      const matters = found !== 'lots' || best.length > left
      if (best.length > 1 && matters) {
        ties.push({
          round: rounds.length + 1,
          over: 'seat',
          options: best.map(name),
          chosen: [name(taken)],
          by: lots.by,
        })
      }
      rounds.push(found === 'lots' ? unsupported(taken) : found.take(taken))
      winners.push(taken)
    }
  }
  const support = supportByGroup(ticks, new Int32Array(ticks.rows), 1)
  const rest = options.flatMap((_, place) => (winners.includes(place) ? [] : [place]))
  rest.sort((a, b) => (support[b] as number) - (support[a] as number) || a - b)
  const tiers = winners.map((place) => [place])
  let before = -1
  for (const place of rest) {
    if (before >= 0 && support[place] === support[before]) tiers.at(-1)?.push(place)
    else tiers.push([place])
    before = place
  }
  return {
    method,
    seats: phases.reduce((sum, phase) => sum + phase.seats, 0),
    winners: [...winners, ...open].map(name),
    ranking: tiers.map((tier) => tier.map(name)),
    rounds,
    ties,
    secondRound: [],
  }
}

/** Which options have the smallest figure; `null` figures take no part. Empty when nobody has one. */
export function smallest<Figure>(
  places: readonly number[],
  figure: (place: number) => Figure | null,
  compare: (a: Figure, b: Figure) => number,
): { readonly best: readonly number[]; readonly figure: Figure | null } {
  let best: number[] = []
  let least: Figure | null = null
  for (const place of places) {
    const own = figure(place)
    if (own === null) continue
    const difference = least === null ? -1 : compare(own, least)
    if (difference < 0) {
      best = [place]
      least = own
    } else if (difference === 0) best.push(place)
  }
  return { best, figure: least }
}
