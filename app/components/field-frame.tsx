import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words.tsx'

interface FieldFrameProps {
  readonly id: string
  readonly label: ReactNode
  readonly optional: boolean
  readonly hint?: ReactNode
  readonly error?: string | null
  readonly children: ReactNode
}

/** Label above, hint below it, then the error, then the control: read in the order one needs it. */
export function FieldFrame({ id, label, optional, hint, error, children }: FieldFrameProps) {
  return (
    <div className="field" data-error={error ? '' : undefined}>
      <label className="label" htmlFor={id}>
        {label}
        {optional && <Optional />}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

export function Optional() {
  const { t } = useWords()
  return <span className="optional"> {t('components:field.optional')}</span>
}

export function FieldNotes({
  id,
  hint,
  error,
}: {
  readonly id: string
  readonly hint?: ReactNode
  readonly error?: string | null
}) {
  const { t } = useWords()
  return (
    <>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          <span className="hidden-text">{t('components:field.error')} </span>
          {error}
        </p>
      )}
    </>
  )
}
