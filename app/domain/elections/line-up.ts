// Knows who takes a seat whose winner is gone: the next of the same branch where the seat is the branch's own, else the next of all.

export interface WonSeat {
  readonly key: string
  /** The branch whose own seat it is; null for an open one. */
  readonly ownSeat: string | null
}

/**
 * @param ranking all options, best first; options in one tier are equal
 * @param lots decides among equals, best first: the drawn lot, or the order of the ballot, which was drawn in public
 * @param gone who is no longer there: withdrawn, declined, resigned
 * @returns a person for each seat, in the order of the seats; fewer where nobody is left
 */
export function lineUp(
  seats: readonly WonSeat[],
  ranking: readonly (readonly string[])[],
  lots: readonly string[],
  branchOf: (key: string) => string,
  gone: ReadonlySet<string>,
): readonly WonSeat[] {
  const place = (key: string) => lots.indexOf(key)
  const next = ranking
    .flatMap((tier) => [...tier].sort((a, b) => place(a) - place(b)))
    .filter((key) => !gone.has(key) && !seats.some((seat) => seat.key === key))
  return seats.flatMap((seat) => {
    if (!gone.has(seat.key)) return [seat]
    const own = seat.ownSeat === null ? -1 : next.findIndex((key) => branchOf(key) === seat.ownSeat)
    const [key] = next.splice(Math.max(0, own), 1)
    return key === undefined ? [] : [{ key, ownSeat: own < 0 ? null : seat.ownSeat }]
  })
}
