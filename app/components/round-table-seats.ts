/** Where each bench sits around the table, clockwise from the top, and how large a seat may be. */
export type Bench = 'chair' | 'committee' | 'creators' | 'administration'

/** Clockwise, as one sees them coming in: chair on top, creators facing it. */
export const benches = [
  'chair',
  'committee',
  'creators',
  'administration',
] as const satisfies readonly Bench[]

export interface Seat {
  readonly bench: Bench
  readonly state: 'here' | 'online' | 'away'
  /** null: the seat is vacant. */
  readonly name: string | null
  readonly speaks?: boolean
}

export interface PlacedSeat extends Seat {
  readonly x: number
  readonly y: number
}

export interface PlacedBench {
  readonly bench: Bench
  readonly seats: readonly PlacedSeat[]
  /** The arc behind the bench and the line its name is written on. */
  readonly arc: string
  readonly label: string
}

export const middle = 260
const seatRadius = 150
const arcRadius = 188
const gapInSeats = 0.9

/** Seats share the circle evenly; between two benches stays a gap of almost a seat. Angles in degrees from the top. */
export function placeSeats(seats: readonly Seat[]): {
  readonly size: number
  readonly benches: readonly PlacedBench[]
} {
  const filled = benches
    .map((bench) => ({ bench, seats: seats.filter((seat) => seat.bench === bench) }))
    .filter((one) => one.seats.length > 0)
  const step = 360 / (seats.length + gapInSeats * filled.length)
  // A seat never touches its neighbour, however long the bench.
  const chord = 2 * seatRadius * Math.sin((Math.min(step, 180) * Math.PI) / 360)
  const size = Math.min(12.5, chord * 0.3)

  // The first bench is centred on top.
  let angle = -((filled[0]?.seats.length ?? 0) * step) / 2
  const placed = filled.map(({ bench, seats: own }) => {
    const from = angle
    const to = angle + own.length * step
    angle = to + gapInSeats * step
    return {
      bench,
      seats: own.map((seat, place) => ({ ...seat, ...point(from + (place + 0.5) * step, seatRadius) })),
      arc: arc(from, to, arcRadius, false),
      label: labelLine(from, to),
    }
  })
  return { size, benches: placed }
}

/** The name runs outside the arc, and upright: below the table it is written the other way round. */
function labelLine(from: number, to: number): string {
  const centre = (from + to) / 2
  const half = Math.max((to - from) / 2, 42)
  const turned = ((centre % 360) + 360) % 360
  const below = turned > 100 && turned < 260
  return arc(centre - half, centre + half, below ? arcRadius + 31 : arcRadius + 13, below)
}

function arc(from: number, to: number, radius: number, backwards: boolean): string {
  const a = point(backwards ? to : from, radius)
  const b = point(backwards ? from : to, radius)
  const large = to - from > 180 ? 1 : 0
  return `M${a.x} ${a.y}A${radius} ${radius} 0 ${large} ${backwards ? 0 : 1} ${b.x} ${b.y}`
}

function point(degrees: number, radius: number): { readonly x: number; readonly y: number } {
  const angle = (degrees * Math.PI) / 180
  return { x: round(middle + radius * Math.sin(angle)), y: round(middle - radius * Math.cos(angle)) }
}

function round(number: number): number {
  return Math.round(number * 100) / 100
}
