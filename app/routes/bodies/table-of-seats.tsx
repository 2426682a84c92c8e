import { type Bench, placeSeats } from '#app/components/round-table-seats.ts'
import type { BodyView } from '#app/domain/bodies/seats.server.ts'
import { useWords } from '#app/i18n/words.tsx'

const sides: Readonly<Record<string, Bench>> = {
  verwaltung: 'administration',
  ausschuss: 'committee',
  kulturschaffende: 'creators',
}
const middle = 260

/** The table between meetings: which seats are taken, filled, and which are free, dashed. Presence is a meeting's matter. */
export function TableOfSeats({ body }: { readonly body: BodyView }) {
  const { t } = useWords()
  const vacantFree = body.seats - body.free.length - body.benches.reduce((sum, bench) => sum + bench.seats, 0)
  const seats = [
    ...seatsOf('chair', body.free.length, Math.max(0, vacantFree)),
    ...body.benches.flatMap((bench) =>
      seatsOf(
        sides[bench.slug] ?? 'committee',
        bench.held.length,
        Math.max(0, bench.seats - bench.held.length),
      ),
    ),
  ]
  if (seats.length === 0) return null
  const { size, benches } = placeSeats(seats)
  const taken = seats.filter((seat) => seat.name !== null).length
  const told = t('bodies:taken', { taken, seats: seats.length })
  return (
    <div className="round-table">
      <svg viewBox="20 20 480 480" role="img" aria-label={`${body.name}: ${told}`}>
        <circle className="rt-table" cx={middle} cy={middle} r="112" />
        {benches.map((bench) => (
          <g key={bench.bench}>
            <path className="rt-bench" d={bench.arc} />
            <path id={`bench-${bench.bench}`} d={bench.label} fill="none" />
            {body.benches.length > 0 && (
              <text className="rt-label" fontSize="23" textAnchor="middle">
                <textPath href={`#bench-${bench.bench}`} startOffset="50%">
                  {t(`components:round-table.${bench.bench}`)}
                </textPath>
              </text>
            )}
            {bench.seats.map((seat) => (
              <circle
                key={`${seat.x} ${seat.y}`}
                className={`rt-seat ${seat.name === null ? 'away' : 'here'}`}
                cx={seat.x}
                cy={seat.y}
                r={size}
              />
            ))}
          </g>
        ))}
        <text className="rt-count" x={middle} y={middle - 2} textAnchor="middle" fontSize="48">
          {taken}
        </text>
        <text x={middle} y={middle + 28} textAnchor="middle" fontSize="22">
          {t('bodies:table.of', { seats: seats.length })}
        </text>
      </svg>
    </div>
  )
}

function seatsOf(bench: Bench, taken: number, vacant: number) {
  return [
    ...Array.from({ length: taken }, () => ({ bench, state: 'here' as const, name: '' })),
    ...Array.from({ length: vacant }, () => ({ bench, state: 'away' as const, name: null })),
  ]
}
