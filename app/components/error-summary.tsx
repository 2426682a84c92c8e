import { fieldId } from '#app/components/field.tsx'
import { useWords } from '#app/i18n/words.tsx'

export interface FieldError {
  readonly name: string
  readonly message: string
  /** When the field does not carry the id `fieldId(name)`. */
  readonly id?: string
}

/** Stands above a form that came back; takes the focus, each line leads to its field. */
export function ErrorSummary({
  errors,
  title,
}: {
  readonly errors: readonly FieldError[]
  readonly title?: string
}) {
  const { t } = useWords()
  if (errors.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: after a failed post the reader must land on what went wrong
    <div className="alert error-summary" data-state="error" role="alert" tabIndex={-1} autoFocus id="errors">
      <p className="alert-title">
        <strong>{title ?? t('components:errors.title', { count: errors.length })}</strong>
      </p>
      <ul>
        {errors.map(({ name, message, id }) => (
          <li key={name}>
            <a href={`#${id ?? fieldId(name)}`}>{message}</a>
          </li>
        ))}
      </ul>
      <p>{t('components:errors.kept')}</p>
    </div>
  )
}
