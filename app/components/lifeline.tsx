import type { ReactNode } from 'react'
import { Go } from '#app/components/go.tsx'
import { useWords } from '#app/i18n/words.tsx'

export interface LifelineStep {
  readonly title: ReactNode
  /** "8. April", "seit 9. April", "bis 1. Juli" */
  readonly when?: ReactNode
  readonly state: 'past' | 'now' | 'future'
  readonly to?: string
}

/** The way of one thing, as a picture with words: a list first, so it reads and prints without its drawing. */
export function Lifeline({
  steps,
  label,
}: {
  readonly steps: readonly LifelineStep[]
  readonly label?: string
}) {
  const { t } = useWords()
  return (
    <ol className="lifeline" aria-label={label}>
      {steps.map(({ title, when, state, to }, place) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name but its place
          key={place}
          className={state}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <b>
            <span className="hidden-text">{t(`components:lifeline.${state}`)} </span>
            {to ? <Go to={to}>{title}</Go> : title}
          </b>
          {when && <span className="when">{when}</span>}
        </li>
      ))}
    </ol>
  )
}
