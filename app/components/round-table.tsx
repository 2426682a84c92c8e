import { type Bench, benches, middle, placeSeats, type Seat } from '#app/components/round-table-seats.ts'
import { useWords } from '#app/i18n/words.tsx'

export type { Bench, Seat } from '#app/components/round-table-seats.ts'

export interface RoundTableProps {
  readonly seats: readonly Seat[]
  /** Needed when a page draws two tables. */
  readonly id?: string
  /** Signs and list unfolded: for print, and where nothing else explains them. */
  readonly open?: boolean
}

/** The table with its seats: shape is the bench, fill is presence, the ring is who speaks. */
export function RoundTable({ seats, id = 'round-table', open = false }: RoundTableProps) {
  const { t } = useWords()
  const { size, benches: placed } = placeSeats(seats)
  const present = seats.filter((seat) => seat.state !== 'away')
  const speaker = seats.find((seat) => seat.speaks)
  const benchName = (bench: Bench) => t(`components:round-table.${bench}`)
  const told = [
    t('components:round-table.seats', { count: seats.length }),
    `${placed.map((one) => t('components:round-table.bench', { bench: benchName(one.bench), count: one.seats.length })).join(', ')}.`,
    t('components:round-table.present', {
      here: present.length,
      all: seats.length,
      online: present.filter((seat) => seat.state === 'online').length,
    }),
    speaker?.name &&
      t('components:round-table.speaks', { name: speaker.name, bench: benchName(speaker.bench) }),
  ]
  return (
    <div className="round-table">
      <svg viewBox="20 20 480 480" role="img" aria-labelledby={`${id}-title ${id}-told`}>
        <title id={`${id}-title`}>{t('components:round-table.title')}</title>
        <desc id={`${id}-told`}>{told.filter(Boolean).join(' ')}</desc>
        <circle className="rt-table" cx={middle} cy={middle} r="112" />
        {placed.map((one) => (
          <g key={one.bench}>
            <path className="rt-bench" d={one.arc} />
            <path id={`${id}-${one.bench}`} d={one.label} fill="none" />
            <text className="rt-label" fontSize="23" textAnchor="middle">
              <textPath href={`#${id}-${one.bench}`} startOffset="50%">
                {benchName(one.bench)}
              </textPath>
            </text>
            {one.seats.map((seat) => (
              <g key={`${seat.x} ${seat.y}`}>
                <SeatShape bench={seat.bench} state={seat.state} x={seat.x} y={seat.y} size={size} />
                {seat.speaks && <circle className="rt-speaks" cx={seat.x} cy={seat.y} r={size * 2} />}
              </g>
            ))}
          </g>
        ))}
        <text className="rt-count" x={middle} y={middle - 2} textAnchor="middle" fontSize="48">
          {present.length}
        </text>
        <text x={middle} y={middle + 28} textAnchor="middle" fontSize="22">
          {t('components:round-table.here', { all: seats.length })}
        </text>
      </svg>
      <details open={open}>
        <summary>{t('components:round-table.legend')}</summary>
        <Legend seats={seats} />
        <p>
          <strong>{t('components:round-table.list')}</strong>
        </p>
        <SeatList seats={seats} />
      </details>
    </div>
  )
}

function Legend({ seats }: { readonly seats: readonly Seat[] }) {
  const { t } = useWords()
  const sat = benches.filter((bench) => seats.some((seat) => seat.bench === bench))
  return (
    <ul className="legend">
      {sat.map((bench) => (
        <li key={bench}>
          <Sign bench={bench} state="here" />
          {t('components:round-table.legend-bench', {
            bench: t(`components:round-table.${bench}`),
            count: seats.filter((seat) => seat.bench === bench).length,
          })}
        </li>
      ))}
      {(['here', 'online', 'away'] as const).map((state) => (
        <li key={state}>
          <Sign bench="committee" state={state} />
          {t(`components:round-table.legend-${state}`)}
        </li>
      ))}
      <li>
        <Sign bench="committee" state="here" speaks />
        {t('components:round-table.legend-speaks')}
      </li>
    </ul>
  )
}

function SeatList({ seats }: { readonly seats: readonly Seat[] }) {
  const { t } = useWords()
  return (
    <ul className="seat-list">
      {benches.flatMap((bench) =>
        seats
          .filter((seat) => seat.bench === bench)
          .map((seat, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a vacant seat has no name but its place
            <li key={`${bench}-${place}`}>
              <span>{seat.name ?? t('components:round-table.empty-seat')}</span>
              <span className="quiet">
                {t(`components:round-table.${bench}`)}
                {seat.name && `, ${t(`components:round-table.state-${seat.state}`)}`}
                {seat.speaks && `, ${t('components:round-table.state-speaks')}`}
              </span>
            </li>
          )),
      )}
    </ul>
  )
}

function Sign({ bench, state, speaks }: Pick<Seat, 'bench' | 'state' | 'speaks'>) {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <SeatShape bench={bench} state={state} x={20} y={20} size={speaks ? 8.5 : 12} />
      {speaks && <circle className="rt-speaks" cx="20" cy="20" r="17" />}
    </svg>
  )
}

interface SeatShapeProps extends Pick<Seat, 'bench' | 'state'> {
  readonly x: number
  readonly y: number
  readonly size: number
}

function SeatShape({ bench, state, x, y, size }: SeatShapeProps) {
  const className = `rt-seat ${state}`
  const s = size
  const p = (dx: number, dy: number) =>
    `${Math.round((x + dx) * 100) / 100} ${Math.round((y + dy) * 100) / 100}`
  switch (bench) {
    case 'chair':
      return (
        <path className={className} d={`M${p(-s, 0)}A${s} ${s} 0 0 1 ${p(s, 0)}L${p(s, s)}L${p(-s, s)}Z`} />
      )
    case 'committee':
      return <circle className={className} cx={x} cy={y} r={s} />
    case 'creators':
      return (
        <path
          className={className}
          d={`M${p(0, -s * 1.24)}L${p(s * 1.24, 0)}L${p(0, s * 1.24)}L${p(-s * 1.24, 0)}Z`}
        />
      )
    case 'administration':
      return (
        <path
          className={className}
          d={`M${p(-s * 0.92, -s * 0.92)}L${p(s * 0.92, -s * 0.92)}L${p(s * 0.92, s * 0.92)}L${p(-s * 0.92, s * 0.92)}Z`}
        />
      )
  }
}
