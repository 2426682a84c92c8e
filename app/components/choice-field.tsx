import type { FieldProps } from '#app/components/field.tsx'
import { FieldNotes, Optional } from '#app/components/field-frame.tsx'

type ChoiceFieldProps = FieldProps & {
  readonly kind: 'radios' | 'checkboxes' | 'checkbox'
  readonly id: string
}

/** Choices with their own native inputs. The first one carries the field's id, so the error summary lands on it. */
export function ChoiceField({ field, kind, id, label, hint, error, value, options = [] }: ChoiceFieldProps) {
  const described =
    [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(' ') || undefined

  if (kind === 'checkbox') {
    return (
      <div className="field" data-error={error ? '' : undefined}>
        <FieldNotes id={id} error={error} />
        <label className="choice">
          <input
            type="checkbox"
            id={id}
            name={field.name}
            required={field.required}
            defaultChecked={value === true || value === 'on'}
            aria-describedby={described}
            aria-invalid={error ? true : undefined}
          />
          <span>{label}</span>
        </label>
        <FieldNotes id={id} hint={hint} />
      </div>
    )
  }

  const chosen: readonly string[] = Array.isArray(value) ? value : typeof value === 'string' ? [value] : []
  return (
    <fieldset className="field" aria-describedby={described} data-error={error ? '' : undefined}>
      <legend>
        {label}
        {!field.required && <Optional />}
      </legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <div className="choices">
        {options.map((option, place) => {
          const own = place === 0 ? id : `${id}-${place + 1}`
          return (
            <label key={option.value} className="choice">
              <input
                type={kind === 'radios' ? 'radio' : 'checkbox'}
                id={own}
                name={field.name}
                value={option.value}
                required={kind === 'radios' ? field.required : undefined}
                defaultChecked={chosen.includes(option.value)}
                aria-describedby={option.hint ? `${own}-about` : undefined}
              />
              <span>
                {option.label}
                {option.hint && (
                  <span className="hint" id={`${own}-about`}>
                    {option.hint}
                  </span>
                )}
              </span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
