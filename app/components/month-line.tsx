import type { ReactNode } from 'react'

export interface MonthLineProps {
  /** 1-based; 0 before the start, more than `months` when it is over. */
  readonly month: number
  readonly months?: number
  /** Months at whose end something must stand. */
  readonly goals?: readonly number[]
  /** The sentence that says the same as the picture, and comes first. */
  readonly sentence: ReactNode
  readonly start: ReactNode
  readonly end: ReactNode
}

/** The clock of a common work: one line, month by month. */
export function MonthLine({ month, months = 24, goals = [], sentence, start, end }: MonthLineProps) {
  const all = Array.from({ length: months }, (_, index) => index + 1)
  return (
    <div className="month-line">
      <p className="sentence">{sentence}</p>
      <div className="line" aria-hidden="true">
        {all.map((one) => (
          <i
            key={one}
            className={[one < month && 'past', one === month && 'now', goals.includes(one) && 'goal']
              .filter(Boolean)
              .join(' ')}
          />
        ))}
      </div>
      <p className="ends">
        <span>{start}</span>
        <span>{end}</span>
      </p>
    </div>
  )
}
