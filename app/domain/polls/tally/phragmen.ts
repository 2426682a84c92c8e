/** Sequential Phragmén: every seat is a load its supporters carry; it goes where the load is lightest. */
import type { ApprovalBallot, Election, OptionId, Phase } from '#app/domain/polls/tally/ballots.ts'
import { compare, type Fraction, fraction, written } from '#app/domain/polls/tally/counting/fraction.ts'
import { seatBySeat, smallest } from '#app/domain/polls/tally/counting/seat-by-seat.ts'
import { supportByGroup, ticksOf } from '#app/domain/polls/tally/counting/ticks.ts'
import type { Result } from '#app/domain/polls/tally/result.ts'

/**
 * One seat: who got it and the load each of its supporters carries after it, as a fraction of a seat ("3/4"); `loads`
 * says what it would have been for every other candidate still in. `null` where nobody supports the candidate.
 */
export type LoadRound = {
  readonly elected: OptionId
  readonly load: string | null
  readonly loads: Readonly<Record<OptionId, string | null>>
}

/**
 * Every voter starts without load. A seat for c would bring its supporters S to (1 + sum of their loads) / |S| each; the
 * candidate with the smallest figure is elected and its supporters carry it. Exact fractions throughout.
 * @param settings.phases branch seats first, then the open ones; loads are carried on from phase to phase
 * @returns one round per seat; seats nobody supports any more go by lot
 * @throws RangeError for an unknown option
 * Source: Phragmén, 1894; Brill, Freeman, Janson and Lackner, Phragmén's voting methods and justified representation,
 * Mathematical Programming 203, 2024.
 */
export function phragmen(
  election: Election<ApprovalBallot>,
  settings: { readonly phases?: readonly Phase[] } = {},
): Result<LoadRound> {
  const ticks = ticksOf(election)
  const { size, rows, ticked } = ticks
  const name = (place: number) => election.options[place] as OptionId
  // Voters whose last elected candidate is the same carry the same load, so there is one group per seat filled.
  const group = new Int32Array(rows)
  const loads: Fraction[] = [fraction(0n)]
  return seatBySeat<LoadRound>(
    'phragmen',
    election,
    settings.phases ?? [{ options: election.options, seats: election.seats }],
    ticks,
    (standing) => {
      const support = supportByGroup(ticks, group, loads.length)
      const loadOf = (place: number) => loadAfter(support, size, loads, place)
      const figures = new Map(standing.map((place) => [place, loadOf(place)]))
      const { best, figure } = smallest(standing, (place) => figures.get(place) ?? null, compare)
      if (figure === null) return 'lots'
      return {
        best,
        take(place) {
          for (let row = 0; row < rows; row++) if (ticked[row * size + place]) group[row] = loads.length
          loads.push(figure)
          return {
            elected: name(place),
            load: written(figure),
            loads: Object.fromEntries(
              [...figures].map(([one, load]) => [name(one), load === null ? null : written(load)]),
            ),
          }
        },
      }
    },
    (place) => ({ elected: name(place), load: null, loads: {} }),
  )
}

function loadAfter(
  support: Float64Array,
  size: number,
  loads: readonly Fraction[],
  place: number,
): Fraction | null {
  let supporters = 0n
  let bottom = 1n
  for (const load of loads) bottom = leastCommon(bottom, load.bottom)
  let top = bottom
  loads.forEach((load, at) => {
    const voters = BigInt(support[at * size + place] as number)
    supporters += voters
    top += voters * load.top * (bottom / load.bottom)
  })
  return supporters === 0n ? null : fraction(top, bottom * supporters)
}

/** The smallest bottom both fractions can be written over: b × (a / b in lowest terms). */
function leastCommon(a: bigint, b: bigint): bigint {
  return b * fraction(a, b).top
}
