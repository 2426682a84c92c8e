// Every form as everybody who may not send it: nothing may change. And once as somebody who may, from the page itself: it
// must do something, or the tries before proved nothing.
import { type Book, type Cell, keyOf, maySend, pathOf, postRow, thingsOf } from './book.ts'
import { changedTables } from './counting.ts'
import { filled, formsOf, keysOf, type PageForm } from './forms.ts'
import { type Reply, request, sideBySide, together } from './http.ts'
import type { ShownForm, ShownForms } from './reading.ts'
import type { Canary, Door, Person, Post, Thing } from './room.ts'
import { foundIn } from './scan.ts'
import { isRedirect, type Town } from './town.ts'

export interface Case {
  readonly address: string
  readonly door: Door
  readonly key: string
  readonly post: Post
  readonly row: string
  /** Forms shown to people who may send them. */
  readonly forms: readonly ShownForm[]
}

/** The forms of every post; what a form shows only in its answer is asked for by sending it. */
export async function casesOf(town: Town, book: Book, shown: ShownForms): Promise<readonly Case[]> {
  const cases: Case[] = []
  for (const [address, door] of book.plan.doors) {
    for (const [key, post] of Object.entries(door.posts ?? {})) {
      const forms = await formsFor(town, book, shown, address, door, key)
      const row = postRow(address, key)
      if (forms.length === 0 && !post.unseen && !post.provenIn)
        book.found('unproven', row, null, 'the form is shown to nobody who may send it')
      cases.push({ address, door, key, post, row, forms })
    }
  }
  return cases
}

/** What is shown to somebody who may send it; a form that stands only in the answer to another is asked for by that. */
export async function formsFor(
  town: Town,
  book: Book,
  shown: ShownForms,
  address: string,
  door: Door,
  key: string,
): Promise<readonly ShownForm[]> {
  const post = door.posts?.[key]
  if (!post) return []
  const direct = (shown.get(`${address} ${key}`) ?? []).filter(({ person, thing }) =>
    maySend(town, door, post, person, thing),
  )
  if (direct.length > 0 || post.after === undefined) return direct
  const before = door.posts?.[post.after]
  const found: ShownForm[] = []
  for (const start of await formsFor(town, book, shown, address, door, post.after)) {
    if (found.length >= 2) break
    const reply = await sendForm(town, start, post.after, before?.fields, start.person)
    const next = formsOf(reply.body).find((form) => keysOf(form).includes(key))
    if (next && maySend(town, door, post, start.person, start.thing)) found.push({ ...start, form: next })
  }
  return found
}

export function sendForm(
  town: Town,
  { form, page }: Pick<ShownForm, 'form' | 'page'>,
  key: string,
  fields: Post['fields'],
  person: Person,
  headers: Readonly<Record<string, string>> = { origin: town.origin },
  path: string = form.action || page,
): Promise<Reply> {
  return request(town.port, path, {
    method: 'POST',
    cookie: town.cookieOf(person.handle),
    body: filled(form, key, fields),
    headers,
  })
}

export const emptyForm: PageForm = { action: '', parts: [], buttons: [] }

/** A form somebody who may was shown, sent by everybody who may not, to every thing they may not touch. */
export async function tryWithoutRight(
  town: Town,
  book: Book,
  canaries: readonly Canary[],
  one: Case,
): Promise<void> {
  const cells: Cell[] = []
  for (const person of book.plan.people) {
    for (const thing of thingsOf(book.plan, one.door)) {
      const cell = book.plan.cells.get(keyOf({ row: one.row, person, thing }))
      if (cell) cells.push(cell)
    }
  }
  await town.settled()
  const was = town.digest()
  const changing: Cell[] = []
  await together(cells, sideBySide, (cell) => tryCell(town, book, canaries, one, cell))
  await town.settled()
  if (changedTables(was, town.digest()).length > 0) changing.push(...cells)
  // Something was written: once more one by one, to name the one that wrote.
  for (const cell of changing) {
    const before = town.digest()
    await tryCell(town, book, canaries, one, cell)
    await town.settled()
    const changed = changedTables(before, town.digest())
    if (changed.length === 0) continue
    book.found(
      'done',
      `${one.row} (${cell.thing?.label ?? 'page'})`,
      cell.person,
      `changes ${changed.join(', ')}`,
    )
    book.close(cell, false)
  }
}

async function tryCell(
  town: Town,
  book: Book,
  canaries: readonly Canary[],
  one: Case,
  cell: Cell,
): Promise<void> {
  const { person, thing } = cell
  const own = one.forms.find((form) => form.thing?.id === thing?.id) ?? one.forms[0]
  const form = own ?? { form: emptyForm, page: '' }
  const path = pathFor(one, form.form, own?.thing ?? null, thing)
  const fields = { ...one.post.fields, ...(thing ? one.post.names?.(thing) : {}) }
  const reply = await sendForm(town, form, one.key, fields, person, { origin: town.origin }, path)
  book.requests += 1
  let right = true
  const wrong = (kind: string, what: string) => {
    right = false
    book.found(kind, `${one.row} (${thing?.label ?? 'page'})`, person, what)
  }
  if (reply.status >= 500) wrong('fault', `${path} answers ${reply.status}`)
  else if (reply.status < 300 || (isRedirect(reply) && !isLedAway(reply, one.post)))
    wrong('done', `${path} answers ${reply.status} ${reply.headers.location ?? ''}`)
  for (const canary of foundIn(reply.body, canaries, person)) wrong('leak', canary.where)
  book.close(cell, right)
}

/** To the sign-in, to where a merged idea went, or where the post itself says: what changed all the same is seen by the tables. */
function isLedAway({ status, headers }: Reply, { elsewhere }: Post): boolean {
  const to = String(headers.location)
  return status === 301 || /anmelden/.test(to) || (elsewhere?.test(to) ?? false)
}

/** Where the form leads, for another thing than the one it was shown for. */
function pathFor(one: Case, form: PageForm, shownFor: Thing | null, thing: Thing | null): string {
  const action = form.action === '' ? pathOf(one.address, thing) : form.action
  if (!thing || !shownFor || shownFor.id === thing.id) return action
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(action) ?? []
  const shownAt = pathOf(one.address, shownFor)
  if (path === shownAt || path === `/en${shownAt}`) return pathOf(one.address, thing) + rest
  return action.replace(shownFor.id, thing.id)
}

/** A form full of somebody's own ids, sent by everybody else who may send such forms. */
export async function tryWithForeignIds(town: Town, book: Book, one: Case): Promise<void> {
  for (const form of one.forms.slice(0, 3)) {
    for (const person of book.plan.people) {
      if (person.handle === form.person.handle || person.handle === 'guest') continue
      const was = town.digest()
      await sendForm(town, form, one.key, one.post.fields, person)
      book.requests += 1
      const changed = changedTables(was, town.digest())
      if (changed.length > 0)
        book.found(
          'done',
          one.row,
          person,
          `changes ${changed.join(', ')} with the ids of ${form.person.handle}`,
        )
    }
  }
}

/** Somebody who may sends it from the page: it must change something, if need be in the town as it was at first. */
export async function prove(town: Town, book: Book, one: Case): Promise<void> {
  if (one.post.step || one.post.provenIn || one.post.unseen) return
  const tries = one.post.by ? one.forms.filter(({ person }) => person.handle === one.post.by) : one.forms
  if (tries.length === 0) return
  const varied = oneOfEachFirst(tries)
  if ((await doesSomething(town, book, one, varied.slice(0, 4))) === null) return
  await town.again()
  const told = await doesSomething(town, book, one, varied.slice(0, 8))
  if (told !== null) book.found('unproven', one.row, null, `does nothing: ${told.slice(0, 3).join('; ')}`)
}

/** A form of each kind of thing before a second one of any. */
function oneOfEachFirst(forms: readonly ShownForm[]): readonly ShownForm[] {
  const seen = new Map<string, number>()
  const turns = forms.map((form) => {
    const label = form.thing?.label ?? ''
    const turn = seen.get(label) ?? 0
    seen.set(label, turn + 1)
    return { form, turn }
  })
  return turns.sort((a, b) => a.turn - b.turn).map(({ form }) => form)
}

/** Null where one of the forms did something, else what came of each. */
async function doesSomething(
  town: Town,
  book: Book,
  one: Case,
  forms: readonly ShownForm[],
): Promise<readonly string[] | null> {
  const told: string[] = []
  for (const form of forms) {
    await town.settled()
    const was = town.digest()
    const reply = await sendForm(town, form, one.key, one.post.fields, form.person)
    book.requests += 1
    if (reply.status >= 500) book.found('fault', one.row, form.person, `answers ${reply.status}`)
    await town.settled()
    if (reply.status < 400 && changedTables(was, town.digest()).length > 0) return null
    told.push(`${form.person.handle} at ${form.thing?.label ?? 'page'}: ${reply.status} ${sayingOf(reply)}`)
  }
  return told
}

/** What the page says went wrong, for whoever reads the report. */
function sayingOf(reply: Reply): string {
  const alert =
    /<main[^>]*>[\s\S]*?role="alert"[^>]*>([\s\S]{0,400})/.exec(reply.body)?.[1] ?? reply.body.slice(0, 200)
  return alert
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 160)
}
