// A form described once: parsed with it on the server, its limits shown by it in the browser.

export type Field =
  | { readonly type: 'text'; readonly min: number; readonly max: number; readonly lines?: 'many' }
  | { readonly type: 'mail'; readonly required: boolean }
  | { readonly type: 'choice'; readonly options: readonly string[]; readonly required: boolean }
  | { readonly type: 'choices'; readonly options: readonly string[] }
  | { readonly type: 'check'; readonly required: boolean }
  | { readonly type: 'number'; readonly min: number; readonly max: number; readonly required: boolean }
  /** A day, as 2026-03-12. */
  | { readonly type: 'date'; readonly required: boolean }
  | { readonly type: 'file' }

export type FormDescription = Readonly<Record<string, Field>>

/** What a field gives when it is filled in well. A text that may be empty gives ''. */
export type FieldValue<F extends Field> = F extends { type: 'text' }
  ? string
  : F extends { type: 'choices' }
    ? readonly string[]
    : F extends { type: 'check' }
      ? boolean
      : F extends { type: 'number' }
        ? F extends { required: true }
          ? number
          : number | null
        : F extends { type: 'file' }
          ? Uint8Array | null
          : F extends { type: 'choice'; options: readonly (infer O)[]; required: infer R }
            ? R extends true
              ? O
              : O | null
            : F extends { required: true }
              ? string
              : string | null

export type FormValues<D extends FormDescription> = { readonly [K in keyof D]: FieldValue<D[K]> }

/** Why a field was not accepted; the sentence is in app/i18n (common:field.…). */
export type FieldError =
  | 'missing'
  | 'too_short'
  | 'too_long'
  | 'not_a_choice'
  | 'not_a_mail'
  | 'not_a_number'
  | 'not_a_date'
  | 'not_a_file'

export type FieldProblem = { readonly error: FieldError; readonly min?: number; readonly max?: number }

/** What the component `Field` needs to know of a described field. */
export function describe(
  form: FormDescription,
  name: string,
): { name: string; required: boolean; min?: number; max?: number } {
  const field = form[name]
  if (!field) throw new Error(`The form has no field '${name}'.`)
  if (field.type === 'text') return { name, required: field.min > 0, min: field.min, max: field.max }
  if (field.type === 'number') return { name, required: field.required, min: field.min, max: field.max }
  return { name, required: 'required' in field ? field.required : false }
}
