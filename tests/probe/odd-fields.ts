// Odd values in every field: each class of them meets each type of field, and each value some field; and one letter more
// than fits is refused.
import { groupedBy } from '#app/domain/lists.ts'
import type { Book } from './book.ts'
import { sideBySide, together } from './http.ts'
import { judge, type OddTarget, send } from './odd-target.ts'
import { oddClasses } from './odd-values.ts'
import type { Town } from './town.ts'

interface OddField {
  readonly target: OddTarget
  readonly name: string
  readonly type: string
}

export async function sendOddValues(town: Town, book: Book, targets: readonly OddTarget[]): Promise<void> {
  const tries = triesFor(fieldsOf(targets), oddClasses(), book.plan.size === 'full' ? 8 : 1)
  await together(tries, sideBySide, async ({ target, name, value }) => {
    const reply = await send(town, target, { [name]: value })
    judge(book, target, reply, `${name} = ${JSON.stringify(value.slice(0, 60))}`)
  })
}

/** What is typed comes before what is only pressed: a deed that is done may take the next form away. */
function fieldsOf(targets: readonly OddTarget[]): readonly OddField[] {
  return targets
    .flatMap((target) => target.form.parts.map((part) => ({ target, name: part.name, type: typeOf(part) })))
    .sort((a, b) => Number(isPressed(a)) - Number(isPressed(b)))
}

const isPressed = ({ type }: OddField) => type === 'hidden' || type === 'key'

function typeOf({ name, tag, type }: OddTarget['form']['parts'][number]): string {
  if (name === 'idempotencyKey') return 'key'
  return tag === 'input' ? type : tag
}

function triesFor(fields: readonly OddField[], classes: readonly (readonly string[])[], each: number) {
  const turns = new Map<readonly string[], number>()
  const next = (kind: readonly string[]) => {
    const turn = turns.get(kind) ?? 0
    turns.set(kind, turn + 1)
    return kind[turn % kind.length] ?? ''
  }
  const ofType = groupedBy(fields, ({ type }) => type)
  const tries = [...ofType.values()].flatMap((some) =>
    Array.from({ length: Math.max(some.length * each, classes.length) }, (_, turn) => ({
      ...(some[turn % some.length] as OddField),
      value: next(classes[turn % classes.length] ?? []),
    })),
  )
  const texts = [...(ofType.get('textarea') ?? []), ...(ofType.get('text') ?? [])]
  const left = texts.length === 0 ? [] : classes.flatMap((kind) => kind.slice(turns.get(kind) ?? 0))
  return [...left.map((value, turn) => ({ ...(texts[turn % texts.length] as OddField), value })), ...tries]
}

/** No text of the house is longer; a large field says its own length in words only. */
const longest = 400_000

/** Browsers stop at the length a field says; whoever sends more by another program is refused. */
export async function sendTooLong(town: Town, book: Book, targets: readonly OddTarget[]): Promise<void> {
  const fields = targets.flatMap((target) =>
    target.form.parts.flatMap(({ name, tag, attributes }) => {
      const most = tag === 'textarea' ? longest : Number(attributes.maxlength ?? 0)
      return most > 0 ? [{ target, name, most }] : []
    }),
  )
  if (fields.length === 0) book.found('unproven', 'lengths', null, 'no field says how long it may be')
  await together(fields, sideBySide, async ({ target, name, most }) => {
    if (most > longest) return book.found('done', target.row, target.person, `${name} takes ${most} letters`)
    const reply = await send(town, target, { [name]: 'x'.repeat(most + 1) })
    judge(book, target, reply, `${name} with one letter too many`)
    if (reply.status < 400)
      book.found('done', target.row, target.person, `${name} takes more than ${most}: ${reply.status}`)
  })
}
