/** Method of Equal Shares for seats: every voter holds the same share and pays for those he or she supports. */
import type { ApprovalBallot, Election, OptionId, Phase } from '#app/domain/polls/tally/ballots.ts'
import { fraction, written } from '#app/domain/polls/tally/counting/fraction.ts'
import { type Price, pursesOf, supportersOf } from '#app/domain/polls/tally/counting/purses.ts'
import { seatBySeat, smallest } from '#app/domain/polls/tally/counting/seat-by-seat.ts'
import { ticksOf } from '#app/domain/polls/tally/counting/ticks.ts'
import type { Result } from '#app/domain/polls/tally/result.ts'

/**
 * One seat. `bought`: its supporters could pay; `price` is the most any of them paid, as a fraction of a seat.
 * `grown`: nobody could, so all shares grew evenly by `price` until the first could. `lot`: nobody supports it.
 */
export type ShareRound = {
  readonly elected: OptionId
  readonly kind: 'bought' | 'grown' | 'lot'
  readonly price: string | null
}

/**
 * Every voter holds seats / voters. A candidate is affordable when its supporters hold one seat together; its price is
 * the smallest p so that they raise one seat with at most p each. The cheapest is elected and paid for. When none is
 * affordable and seats are open, the shares grow evenly from what is left (sequential Phragmén). Exact fractions.
 * @param settings.phases branch seats first, then the open ones; shares are carried on from phase to phase
 * @param settings.completion `phragmen` unless told; `none` leaves seats open that nobody can pay
 * @returns one round per seat; seats nobody supports any more go by lot
 * @throws RangeError for an unknown option
 * Source: Peters and Skowron, Proportionality and the limits of welfarism, EC 2020; Phragmén completion as in the
 * abcvoting library.
 */
export function equalShares(
  election: Election<ApprovalBallot>,
  settings: { readonly phases?: readonly Phase[]; readonly completion?: 'phragmen' | 'none' } = {},
): Result<ShareRound> {
  const phases = settings.phases ?? [{ options: election.options, seats: election.seats }]
  const seats = phases.reduce((sum, phase) => sum + phase.seats, 0)
  const ticks = ticksOf(election)
  const name = (place: number) => election.options[place] as OptionId
  const purses = pursesOf(
    ticks.weights,
    supportersOf(ticks),
    BigInt(seats),
    BigInt(Math.max(1, ticks.voters)),
  )
  return seatBySeat<ShareRound>(
    'equal-shares',
    election,
    phases,
    ticks,
    (standing) => {
      const cheapest = smallest(standing, (place) => purses.priceOf(place, 1n), byPrice)
      if (cheapest.figure !== null) {
        const price = cheapest.figure
        return {
          best: cheapest.best,
          take(place) {
            const share = written(fraction(price.rest, price.payers * purses.bottom()))
            purses.pay(place, price)
            return { elected: name(place), kind: 'bought', price: share }
          },
        }
      }
      if (settings.completion === 'none') return 'stop'
      const first = smallest(standing, (place) => purses.waitFor(place, 1n), byPrice)
      if (first.figure === null) return 'lots'
      const wait = first.figure
      return {
        best: first.best,
        take(place) {
          const share = written(fraction(wait.rest, wait.payers * purses.bottom()))
          purses.grow(wait)
          const all = purses.priceOf(place, 1n)
          if (all !== null) purses.pay(place, all)
          return { elected: name(place), kind: 'grown', price: share }
        },
      }
    },
    (place) => ({ elected: name(place), kind: 'lot', price: null }),
  )
}

function byPrice(a: Price, b: Price): number {
  const difference = a.rest * b.payers - b.rest * a.payers
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
