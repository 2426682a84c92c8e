import { expect, it } from 'vitest'
import { type Bench, placeSeats, type Seat } from '#app/components/round-table-seats.ts'

const seats = (bench: Bench, count: number): readonly Seat[] =>
  Array.from({ length: count }, () => ({ bench, state: 'here', name: 'Beispiel' }))

const town = [
  ...seats('chair', 2),
  ...seats('committee', 5),
  ...seats('creators', 6),
  ...seats('administration', 4),
]

it('every member has a seat, and no two seats touch, at a small table and at a long one', () => {
  for (const members of [town, seats('creators', 3), [...seats('chair', 1), ...seats('creators', 59)]]) {
    const { size, benches } = placeSeats(members)
    const placed = benches.flatMap((bench) => bench.seats)
    expect(placed).toHaveLength(members.length)
    placed.forEach((one, place) => {
      for (const other of placed.slice(place + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(2 * size)
      }
    })
  }
})

it('the chair sits on top, the committee to its right, the administration to its left', () => {
  const { benches } = placeSeats(town)
  const middleOf = (name: Bench) => {
    const own = benches.find((bench) => bench.bench === name)?.seats ?? []
    const sum = own.reduce((all, seat) => ({ x: all.x + seat.x, y: all.y + seat.y }), { x: 0, y: 0 })
    return { x: sum.x / own.length, y: sum.y / own.length }
  }
  expect(middleOf('chair').x).toBeCloseTo(260, 1)
  expect(middleOf('chair').y).toBeLessThan(260)
  expect(middleOf('committee').x).toBeGreaterThan(260)
  expect(middleOf('administration').x).toBeLessThan(260)
  expect(middleOf('creators').y).toBeGreaterThan(260)
})

it('an empty table is still a table', () => {
  expect(placeSeats([]).benches).toEqual([])
})
