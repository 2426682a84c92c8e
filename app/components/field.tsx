import type { HTMLAttributes, ReactNode } from 'react'
import { ChoiceField } from '#app/components/choice-field.tsx'
import { FieldFrame } from '#app/components/field-frame.tsx'
import { numberIn } from '#app/i18n/numbers.ts'
import { useWords } from '#app/i18n/words.tsx'

/** What a room says about one field; the server parses with the same description. */
export interface FieldDescriptor {
  readonly name: string
  readonly required?: boolean
  /** Characters for text, the value itself for `type="number"`. */
  readonly min?: number
  readonly max?: number
}

export interface FieldOption {
  readonly value: string
  readonly label: ReactNode
  readonly hint?: ReactNode
}

export type InputType =
  | 'text'
  | 'email'
  | 'tel'
  | 'url'
  | 'search'
  | 'password'
  | 'number'
  | 'date'
  | 'time'
  | 'datetime-local'

export interface FieldProps {
  readonly field: FieldDescriptor
  readonly label: ReactNode
  readonly kind?: 'text' | 'textarea' | 'select' | 'radios' | 'checkbox' | 'checkboxes' | 'file'
  readonly hint?: ReactNode
  readonly error?: string | null
  /** What was typed or chosen before; a list for `checkboxes`, `true` or 'on' ticks a `checkbox`. */
  readonly value?: string | readonly string[] | boolean | null
  readonly options?: readonly FieldOption[]
  readonly type?: InputType
  readonly rows?: number
  readonly accept?: string
  readonly autoComplete?: string
  readonly inputMode?: HTMLAttributes<HTMLElement>['inputMode']
  readonly spellCheck?: boolean
  /** Needed when a page has two fields of one name. */
  readonly id?: string
}

/** The id a field gets by itself, for links from the error summary. */
export function fieldId(name: string): string {
  return `field-${name}`
}

/** Label, hint, error and their aria wiring, once for every kind of field. */
export function Field(props: FieldProps) {
  const { field, kind = 'text', hint, error, value } = props
  const { t, lang } = useWords()
  const id = props.id ?? fieldId(field.name)

  if (kind === 'radios' || kind === 'checkboxes' || kind === 'checkbox') {
    return <ChoiceField {...props} kind={kind} id={id} />
  }

  const limit =
    kind === 'textarea' && field.max
      ? t('components:field.at-most', { number: numberIn(lang, field.max) })
      : null
  const fullHint =
    hint && limit ? (
      <>
        {hint} {limit}
      </>
    ) : (
      (hint ?? limit)
    )
  const described =
    [fullHint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(' ') || undefined
  const common = {
    id,
    name: field.name,
    required: field.required,
    'aria-describedby': described,
    'aria-invalid': error ? true : undefined,
  }
  const text = typeof value === 'string' ? value : ''

  return (
    <FieldFrame id={id} label={props.label} optional={!field.required} hint={fullHint} error={error}>
      {kind === 'textarea' && (
        // No maxLength: browsers cut pasted text without a word. The server says when it is too long.
        <textarea
          {...common}
          defaultValue={text}
          rows={props.rows ?? 6}
          dir="auto"
          spellCheck={props.spellCheck}
        />
      )}
      {kind === 'select' && (
        <select {...common} defaultValue={text} autoComplete={props.autoComplete}>
          {props.options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
      {kind === 'file' && <input {...common} type="file" accept={props.accept} />}
      {kind === 'text' && <input {...common} {...inputAttributes(props)} defaultValue={text} />}
    </FieldFrame>
  )
}

function inputAttributes({ field, type = 'text', autoComplete, inputMode, spellCheck }: FieldProps) {
  const range =
    type === 'number' ? { min: field.min, max: field.max } : { minLength: field.min, maxLength: field.max }
  const plain = type === 'date' || type === 'time' || type === 'datetime-local'
  return {
    type,
    autoComplete,
    inputMode,
    spellCheck,
    dir: type === 'text' || type === 'search' ? ('auto' as const) : undefined,
    ...(plain ? {} : range),
  }
}
