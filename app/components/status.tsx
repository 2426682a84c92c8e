import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words.tsx'

export type StatusState =
  | 'received'
  | 'talk'
  | 'agenda'
  | 'yes'
  | 'partly'
  | 'later'
  | 'no'
  | 'done'
  | 'disputed'
  | 'overdue'
  | 'withdrawn'

/** A ring that closes as the thing goes on, never without its word. */
export function Status({ state, children }: { readonly state: StatusState; readonly children?: ReactNode }) {
  const { t } = useWords()
  return (
    <span className="status" data-state={state}>
      <svg className="ring" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
        <circle className="bed" cx="9" cy="9" r="7" />
        <circle className="done" cx="9" cy="9" r="7" pathLength="12" />
        <circle className="core" cx="9" cy="9" r="4" />
        <path className="bar" d="M4 14 14 4" />
        <path className="bang" d="M9 4.8v5M9 11.8v1.7" />
      </svg>
      <span>{children ?? t(`components:status.${state}`)}</span>
    </span>
  )
}
