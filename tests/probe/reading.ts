// Every address as everybody: what may not be seen is not shown, looks like what is not there, and reading changes nothing.

import { feeds } from '#app/routes.ts'
import {
  addressOf,
  type Book,
  type Cell,
  keyOf,
  nobodyLike,
  type Size,
  seeRow,
  thingsOf,
  wordsFor,
} from './book.ts'
import { changedTables } from './counting.ts'
import { formsOf, keysOf, type PageForm } from './forms.ts'
import { type Reply, request, sideBySide, together } from './http.ts'
import type { Canary, Door, Person, Thing } from './room.ts'
import { foundIn } from './scan.ts'
import { maySee } from './standing.ts'
import { isRedirect, type Town } from './town.ts'

/** A form as it was shown to somebody who may send it. */
export interface ShownForm {
  readonly person: Person
  readonly thing: Thing | null
  readonly page: string
  readonly form: PageForm
}

export type ShownForms = Map<string, ShownForm[]>

interface Look {
  readonly cell: Cell
  readonly address: string
  readonly door: Door
  readonly variant: Variant
}

type Variant = 'page' | 'data' | '_data' | 'routes' | 'capitals' | 'slash' | 'head' | 'en'
const moreVariants: readonly Variant[] = ['data', '_data', 'routes', 'capitals', 'slash', 'head', 'en']

export async function readEverything(
  town: Town,
  book: Book,
  canaries: readonly Canary[],
  people: readonly Person[] = book.plan.people,
): Promise<ShownForms> {
  const shown: ShownForms = new Map()
  const opened = new Set<string>()
  const nothingThere = new Map<string, Promise<Reply>>()
  let turn = 0
  for (const person of people) {
    const looks: Look[] = []
    for (const [address, door] of book.plan.doors) {
      if (door.exempt) continue
      for (const thing of thingsOf(book.plan, door)) {
        const cell = book.plan.cells.get(keyOf({ row: seeRow(address), person, thing }))
        if (!cell) continue
        for (const variant of variantsOf(book.plan.size, cell.may, turn++))
          looks.push({ cell, address, door, variant })
      }
    }
    await changingNothing(town, book, person, looks, async (look) => {
      await lookAt(town, book, canaries, look, shown, opened, nothingThere)
    })
  }
  // The one thing of the smallest size may be one that nobody can open.
  if (book.plan.size === 'trimmed') return shown
  for (const [address, door] of book.plan.doors) {
    const row = seeRow(address)
    const somebodyMay = [...book.plan.cells.values()].some((cell) => cell.row === row && cell.may)
    if (!door.exempt && somebodyMay && people.length > 1 && !opened.has(address))
      book.found('closed', row, null, 'opens to none of those who may see it')
  }
  return shown
}

/** What is open is looked at as a page and in one more way in turn, what is shut in two more; all ways come round. */
function variantsOf(size: Size, may: boolean, turn: number): readonly Variant[] {
  const more = [turn, turn + 3].map((at) => moreVariants[at % moreVariants.length] as Variant)
  if (size === 'full') return ['page', ...(may ? more.slice(0, 1) : more)]
  return ['page', ...(may ? [] : more.slice(0, 1))]
}

async function lookAt(
  town: Town,
  book: Book,
  canaries: readonly Canary[],
  { cell, address, door, variant }: Look,
  shown: ShownForms,
  opened: Set<string>,
  nothingThere: Map<string, Promise<Reply>>,
): Promise<void> {
  const { person, thing, may, row } = cell
  const path = addressOf(address, door, thing, town)
  const cookie = town.cookieOf(person.handle)
  const there = as(variant, path, address)
  const reply = await request(town.port, there, { cookie, method: variant === 'head' ? 'HEAD' : 'GET' })
  book.requests += 1
  const where = `${row} (${thing?.label ?? 'page'}, ${variant})`
  let right = true
  const wrong = (kind: string, what: string) => {
    right = false
    book.found(kind, where, person, what)
  }
  if (reply.status >= 500) wrong('fault', `${there} answers ${reply.status}`)
  for (const canary of foundIn(wholeOf(reply), canaries, person)) wrong('leak', canary.where)
  if (variant === 'page') {
    if (may && reply.status === 200) opened.add(address)
    noteForms(book, shown, reply, cell, path)
    if (isRedirect(reply) && may) opened.add(address)
  }
  if (!may) {
    if (
      reply.status >= 200 &&
      reply.status < 300 &&
      variant !== 'data' &&
      variant !== 'routes' &&
      variant !== '_data'
    )
      wrong('seen', `${there} answers ${reply.status}`)
    const nobody = door.of ? book.plan.missing.get(door.of) : undefined
    const known = book.plan.known.get(door.of ?? '')
    if (thing && nobody && !(known ? maySee(town.permissions, person, known, thing) : thing.public)) {
      const elsewhere = as(variant, addressOf(address, door, nobodyLike(thing, nobody), town), address)
      const asked = `${person.handle} ${elsewhere} ${variant}`
      const missing =
        nothingThere.get(asked) ??
        request(town.port, elsewhere, { cookie, method: variant === 'head' ? 'HEAD' : 'GET' })
      nothingThere.set(asked, missing)
      const none = await missing
      const [a, b] = [reply, none].map((one) => bare(one, [...wordsFor(thing), nobody]))
      if (a !== b) wrong('tells', `${there} differs from what is missing: ${difference(a ?? '', b ?? '')}`)
    }
  }
  book.close(cell, right)
}

/** The address as it is asked for in this variant. */
function as(variant: Variant, path: string, address: string): string {
  const [plain = '/', query] = path.split('?')
  const rest = query === undefined ? '' : `?${query}`
  const more = (extra: string) => (query === undefined ? `?${extra}` : `?${query}&${extra}`)
  const machine = feeds.some(([feed]) => `/${feed}` === address)
  const id = machine ? `feed${address}` : `de/${address === '/' ? '/' : address.slice(1)}`
  const data = plain === '/' ? '/_root.data' : `${plain}.data`
  switch (variant) {
    case 'page':
    case 'head':
      return path
    case 'data':
      return data + rest
    case '_data':
      return plain + more(`_data=${encodeURIComponent(id)}`)
    case 'routes':
      return data + more(`_routes=${encodeURIComponent(id)}`)
    case 'capitals':
      return plain.replace(/^\/[a-z-]+/, (first) => first.toUpperCase()) + rest
    case 'slash':
      return plain === '/' ? path : `${plain}/${rest}`
    case 'en':
      return machine ? path : `/en${plain === '/' ? '' : plain}${rest}`
  }
}

function wholeOf(reply: Reply): string {
  return `${JSON.stringify(reply.headers)}\n${reply.body}`
}

/** An answer without what differs each time: its own address, nonces, form keys, seals. */
function bare(reply: Reply, own: readonly string[]): string {
  const {
    date: _,
    etag: __,
    'content-length': ___,
    connection: ____,
    'keep-alive': _____,
    ...headers
  } = reply.headers
  const nonce = /'nonce-([\w-]+)'/.exec(String(headers['content-security-policy']))?.[1] ?? 'no nonce'
  let text = `${reply.status}\n${JSON.stringify(headers)}\n${reply.body}`.replaceAll(/%2f/gi, '/')
  for (const name of own.flatMap((one) => [one, one.replaceAll('-', ' ')]))
    if (name !== '')
      text = text.replaceAll(
        new RegExp(`(?<![\\w-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`, 'g'),
        'X',
      )
  return text
    .replaceAll(nonce, 'NONCE')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'KEY')
    .replace(/[\w-]{60,}(\.[\w-]+)*/g, 'SEAL')
}

function difference(a: string, b: string): string {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return `…${a.slice(Math.max(0, at - 30), at + 50)}… and …${b.slice(Math.max(0, at - 30), at + 50)}…`.replace(
    /\s+/g,
    ' ',
  )
}

function noteForms(book: Book, shown: ShownForms, reply: Reply, { person, thing }: Cell, page: string): void {
  for (const form of formsOf(reply.body)) {
    const target = matching(book, form.action || page)
    if (target === null) {
      book.found('unknown form', form.action, person, `shown on ${page}, leads to no address the probe knows`)
      continue
    }
    for (const key of keysOf(form)) {
      const [address, door] = target
      if (door.exempt) continue
      if (!door.posts || !(key in door.posts)) {
        book.found(
          'unknown form',
          `${address} ${key || '(plain)'}`,
          null,
          `shown on ${page}, and no room names it`,
        )
        continue
      }
      const name = `${address} ${key}`
      shown.set(name, [...(shown.get(name) ?? []), { person, thing, page, form }])
    }
  }
}

function matching(book: Book, action: string): readonly [string, Door] | null {
  const path = (action.split('?')[0] ?? '').replace(/^\/en(?=\/|$)/, '') || '/'
  const exact = book.plan.doors.get(path)
  if (exact) return [path, exact]
  for (const [address, door] of book.plan.doors) {
    if (!address.includes(':')) continue
    if (new RegExp(`^${address.replace(/:\w+/g, '[^/]+')}$`).test(path)) return [address, door]
  }
  return null
}

/** Does the looks; where anything was written meanwhile, does them once more one by one to name the one that wrote. */
async function changingNothing(
  town: Town,
  book: Book,
  person: Person,
  looks: readonly Look[],
  look: (one: Look) => Promise<void>,
): Promise<void> {
  await town.settled()
  const before = town.digest()
  await together(looks, sideBySide, look)
  const atFirst = changedTables(before, town.digest())
  if (atFirst.length === 0) return
  let named = false
  for (const one of looks) {
    const earlier = town.digest()
    await look(one)
    const changed = changedTables(earlier, town.digest())
    if (changed.length === 0) continue
    named = true
    book.found('reading writes', seeRow(one.address), person, `${one.variant} changes ${changed.join(', ')}`)
  }
  if (named) return
  const addresses = [...new Set(looks.map(({ address }) => seeRow(address)))]
  book.found(
    'reading writes',
    addresses.join(', '),
    person,
    `one changes ${atFirst.join(', ')} at its first time`,
  )
}
