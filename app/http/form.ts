// Reads a posted form by its description. What does not fit comes back with its field, and nothing typed is lost.
import * as z from 'zod'
import type { Field, FieldProblem, FormDescription, FormValues } from '#app/domain/form.ts'
import { parseMailAddress } from '#app/domain/people/mail-address.ts'

export type ReadForm<D extends FormDescription> =
  | { readonly ok: true; readonly values: FormValues<D> }
  | { readonly ok: false; readonly problems: Readonly<Record<string, FieldProblem>>; readonly typed: Typed }

/** What was typed, to be shown again. Files are left out: a browser never fills them in again. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

export async function readForm<D extends FormDescription>(form: D, data: FormData): Promise<ReadForm<D>> {
  const values: Record<string, unknown> = {}
  const problems: Record<string, FieldProblem> = {}
  for (const [name, field] of Object.entries(form)) {
    const posted = data.getAll(name)
    const raw =
      field.type === 'file'
        ? await bytesOf(posted[0])
        : field.type === 'choices'
          ? posted.map(clean)
          : clean(posted[0])
    const parsed = schemaOf(field).safeParse(raw)
    if (parsed.success) values[name] = parsed.data
    else problems[name] = JSON.parse(parsed.error.issues[0]?.message ?? '{"error":"missing"}')
  }
  if (Object.keys(problems).length === 0) return { ok: true, values: values as FormValues<D> }
  return { ok: false, problems, typed: typedOf(data) }
}

export function typedOf(data: FormData): Typed {
  // In one pass: asking a form for each of its names again takes for ever when somebody sends very many.
  const all = new Map<string, string[]>()
  for (const [name, value] of data) {
    const values = all.get(name) ?? []
    if (typeof value === 'string') values.push(value)
    all.set(name, values)
  }
  return Object.fromEntries(
    [...all].map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? '')]),
  )
}

const controlCharacters = /(?![\n\t])\p{Cc}|[\u2028\u2029\ufeff\ufffe\uffff]/gu

/** One form of every text: composed, without control characters or half surrogates, lines ended by \n. */
export function clean(value: FormDataEntryValue | undefined): string {
  if (typeof value !== 'string') return ''
  return value.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').replace(controlCharacters, '').trim()
}

async function bytesOf(value: FormDataEntryValue | undefined): Promise<Uint8Array | null> {
  if (value === undefined || typeof value === 'string' || value.size === 0) return null
  return new Uint8Array(await value.arrayBuffer())
}

const say = (problem: FieldProblem) => JSON.stringify(problem)
const optional = (required: boolean, schema: z.ZodType) =>
  required
    ? z
        .string()
        .min(1, say({ error: 'missing' }))
        .pipe(schema as never)
    : z.string().transform((text, context) => {
        if (text === '') return null
        const parsed = schema.safeParse(text)
        // Not a union: of several reasons that one would give none.
        const [issue] = parsed.error?.issues ?? []
        if (issue) context.addIssue({ code: 'custom', message: issue.message })
        return parsed.success ? parsed.data : z.NEVER
      })

const schemas: { [T in Field['type']]: (field: Extract<Field, { type: T }>) => z.ZodType } = {
  text: ({ min, max, lines }) =>
    z
      .string()
      .transform((text) => (lines === 'many' ? text : text.replace(/\s+/g, ' ')))
      .pipe(
        z
          .string()
          .refine((text) => min === 0 || text.length > 0, say({ error: 'missing', min }))
          .refine((text) => text.length === 0 || text.length >= min, say({ error: 'too_short', min }))
          .refine((text) => text.length <= max, say({ error: 'too_long', max })),
      ),
  mail: ({ required }) =>
    optional(
      required,
      z.string().transform((text, context) => {
        const address = parseMailAddress(text)
        if (address === null) context.addIssue({ code: 'custom', message: say({ error: 'not_a_mail' }) })
        return address ?? z.NEVER
      }),
    ),
  choice: ({ options, required }) =>
    optional(
      required,
      z.string().refine((value) => options.includes(value), say({ error: 'not_a_choice' })),
    ),
  choices: ({ options }) =>
    z
      .array(z.string())
      .refine((values) => values.every((value) => options.includes(value)), say({ error: 'not_a_choice' })),
  check: ({ required }) =>
    z
      .string()
      .transform((value) => value !== '')
      .refine((ticked) => ticked || !required, say({ error: 'missing' })),
  number: ({ min, max, required }) =>
    optional(
      required,
      z
        .string()
        .regex(/^-?\d{1,9}$/, say({ error: 'not_a_number', min, max }))
        .transform(Number)
        .refine((value) => value >= min && value <= max, say({ error: 'not_a_number', min, max })),
    ),
  date: ({ required }) => optional(required, z.string().refine(isDay, say({ error: 'not_a_date' }))),
  file: () => z.instanceof(Uint8Array).nullable(),
}

const made = new WeakMap<Field, z.ZodType>()

/** Making one costs ten times what using it does, and most forms are described once for all. */
function schemaOf(field: Field): z.ZodType {
  const schema = made.get(field) ?? schemas[field.type](field as never)
  made.set(field, schema)
  return schema
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
