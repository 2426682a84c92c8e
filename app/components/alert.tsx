import type { ReactNode } from 'react'

export type AlertState = 'info' | 'done' | 'soon' | 'error'

export interface AlertProps {
  readonly state?: AlertState
  /** The state in a sentence: "Danke. Ihre Idee hat die Nummer 147." */
  readonly title: ReactNode
  readonly children?: ReactNode
  /** `status` or `alert` when it appears after an act; none when it stands there from the start. */
  readonly role?: 'status' | 'alert'
  readonly id?: string
}

/** What a person must know before going on. At most two on a page. */
export function Alert({ state = 'info', title, children, role, id }: AlertProps) {
  return (
    <div className="alert" data-state={state} role={role} id={id}>
      <p className="alert-title">
        <strong>{title}</strong>
      </p>
      {children}
    </div>
  )
}
