/** Borda count: places turned into points. For information only, since it is steered by adding similar options. */
import type { Election, RankedBallot } from '#app/domain/polls/tally/ballots.ts'
import { rankingsOf } from '#app/domain/polls/tally/counting/rankings.ts'
import { seatFromTop, tiersByFigure } from '#app/domain/polls/tally/counting/seats.ts'
import type { ExactFigures, Result } from '#app/domain/polls/tally/result.ts'

/** `points` by option as text with one decimal: shared places share their points, which makes halves. */
export type BordaRound = { readonly points: ExactFigures; readonly valid: number }

/**
 * With m options the first gets m points, the last 1. Options in one place, and all that are not named, share the mean
 * of the places they take up. Counted in half points, so nothing is rounded.
 * @param settings.last what the last place is worth: 1 (m … 1) unless told, or 0 (m-1 … 0)
 * @returns one round; a tie for the last seat goes to the lots
 * @throws RangeError for an unknown option or one ranked twice
 * Source: de Borda, Mémoire sur les élections au scrutin, 1781.
 */
export function borda(
  election: Election<RankedBallot>,
  settings: { readonly last?: 0 | 1 } = {},
): Result<BordaRound> {
  const { size, rows, ranks, weights, valid } = rankingsOf(election)
  const halves = new Float64Array(size)
  const holders = new Uint16Array(size + 1)
  const worth = new Float64Array(size + 1)
  const top = size - 1 + (settings.last ?? 1)
  for (let row = 0; row < rows; row++) {
    const start = row * size
    holders.fill(0)
    for (let option = 0; option < size; option++) {
      const rank = ranks[start + option] as number
      holders[rank] = (holders[rank] as number) + 1
    }
    let taken = 0
    for (let rank = 0; rank <= size; rank++) {
      const sharing = holders[rank] as number
      worth[rank] = 2 * (top - taken) - (sharing - 1)
      taken += sharing
    }
    const weight = weights[row] as number
    for (let option = 0; option < size; option++) {
      const rank = ranks[start + option] as number
      halves[option] = (halves[option] as number) + (worth[rank] as number) * weight
    }
  }
  const seated = seatFromTop(valid > 0 ? election : { ...election, seats: 0 }, tiersByFigure(halves), 1)
  const inHalves = (value: number) => `${Math.floor(value / 2)}.${value % 2 === 0 ? '0' : '5'}`
  const points = Object.fromEntries(
    election.options.map((option, place) => [option, inHalves(halves[place] ?? 0)]),
  )
  return {
    method: 'borda',
    seats: election.seats,
    ...seated,
    rounds: [{ points, valid }],
    secondRound: [],
  }
}
