// Odd values in every field of every form somebody may send: no fault, and what is refused is refused with a sentence.
// A form joins by being shown; odd values are tried in turn until each has met a field.
import { isMissing, readReference } from '#tests/reference-data.ts'
import { type Book, postRow } from './book.ts'
import { filled } from './forms.ts'
import { type Reply, request, sideBySide, together } from './http.ts'
import { judge, type OddTarget } from './odd-target.ts'
import { listed, odd } from './odd-values.ts'
import type { ShownForms } from './reading.ts'
import { sendHostileFiles } from './sending-files.ts'
import type { Town } from './town.ts'
import { formsFor } from './writing.ts'

export async function sendOddInput(town: Town, book: Book, shown: ShownForms): Promise<void> {
  const began = Date.now()
  const targets = await targetsOf(town, book, shown)
  const lasting = targets.filter(({ post }) => !post.last)
  await sendHostileFiles(town, book, lasting)
  await sendOddValues(town, book, lasting)
  await sendOddNames(town, book, lasting)
  // These end sessions and accounts.
  await sendOddValues(
    town,
    book,
    targets.filter(({ post }) => post.last),
  )
  const faults = town
    .log()
    .split('\n')
    .filter((line) => line.startsWith('{"level":50'))
  for (const line of faults)
    if (JSON.parse(line).time >= began) book.found('fault', 'the log', null, line.slice(0, 600))
}

async function targetsOf(town: Town, book: Book, shown: ShownForms): Promise<readonly OddTarget[]> {
  const targets: OddTarget[] = []
  for (const [address, door] of book.plan.doors) {
    for (const [key, post] of Object.entries(door.posts ?? {})) {
      const [form] = await formsFor(town, book, shown, address, door, key)
      if (form) targets.push({ ...form, key, post, row: postRow(address, key) })
    }
  }
  return targets
}

/** What is typed comes before what is only pressed: a deed that is done may take the next form away. */
async function sendOddValues(town: Town, book: Book, targets: readonly OddTarget[]): Promise<void> {
  const fields = targets
    .flatMap((target) => target.form.parts.map(({ name, type }) => ({ target, name, type })))
    .filter(({ name }) => name !== 'idempotencyKey')
    .sort((a, b) => Number(a.type === 'hidden') - Number(b.type === 'hidden'))
  const values = [...odd, ...(isMissing(listed) ? [] : valuesOf(readReference<Listed>(listed)))]
  const rounds = Math.max(
    book.plan.size === 'full' ? odd.length : 1,
    Math.ceil(values.length / Math.max(1, fields.length)),
  )
  let turn = 0
  const tries = Array.from({ length: rounds }, () => fields)
    .flat()
    .map((field) => ({ ...field, value: values[turn++ % values.length] ?? '' }))
  await together(tries, sideBySide, async ({ target, name, value }) => {
    const reply = await send(town, target, { [name]: value })
    judge(book, target, reply, `${name} = ${JSON.stringify(value.slice(0, 60))}`)
  })
}

interface Listed {
  readonly inputs: readonly { readonly value: unknown }[]
}

function valuesOf({ inputs }: Listed): readonly string[] {
  return inputs.map(({ value }) => (typeof value === 'string' ? value : JSON.stringify(value)))
}

/** Names that mean something to the language mean nothing to us; a field nobody asked for gives nobody a right. */
async function sendOddNames(town: Town, book: Book, targets: readonly OddTarget[]): Promise<void> {
  const operators = () =>
    town.rows<{ accountId: string }>(`select "accountId" from appointment where role = 'operator'`).length
  const before = operators()
  await together(targets, sideBySide, async (target) => {
    const own = new Set(target.form.parts.map(({ name }) => name))
    const more = Object.fromEntries(
      ['__proto__', '__proto__[admin]', 'constructor', 'role', 'authorId']
        .filter((name) => !own.has(name))
        .map((name) => [name, 'operator']),
    )
    judge(book, target, await send(town, target, more), 'names nobody asked for')
    const [first] = target.form.parts
    if (!first) return
    const thrice = { [first.name]: ['a', 'b', 'c'] }
    judge(book, target, await send(town, target, thrice), `${first.name} three times`)
  })
  if (operators() !== before)
    book.found('done', 'appointment', null, 'a field nobody asked for gave an office')
}

function send(
  town: Town,
  { form, page, key, person, post }: OddTarget,
  typed: Readonly<Record<string, string | readonly string[]>>,
): Promise<Reply> {
  return request(town.port, form.action || page, {
    method: 'POST',
    cookie: town.cookieOf(person.handle),
    body: filled(form, key, { ...post.fields, ...typed }),
    headers: { origin: town.origin },
  })
}
