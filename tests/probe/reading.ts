// Every address as everybody: what may not be seen is not shown, looks like what is not there, and reading changes nothing.

import { addressOf, type Book, type Cell, keyOf, nobodyLike, seeRow, thingsOf, wordsFor } from './book.ts'
import { changedTables } from './counting.ts'
import { formsOf, keysOf, type PageForm } from './forms.ts'
import { type Reply, request, sideBySide, together } from './http.ts'
import type { Canary, Door, Person, Thing } from './room.ts'
import { bare, difference } from './sameness.ts'
import { foundIn } from './scan.ts'
import { maySee } from './standing.ts'
import { isRedirect, type Town } from './town.ts'
import { asAsked, choosing, type Variant } from './variants.ts'

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

export async function readEverything(
  town: Town,
  book: Book,
  canaries: readonly Canary[],
  people: readonly Person[] = book.plan.people,
): Promise<ShownForms> {
  const shown: ShownForms = new Map()
  const opened = new Set<string>()
  const nothingThere = new Map<string, Promise<Reply>>()
  const choose = choosing(book.plan.size)
  for (const person of people) {
    const looks: Look[] = []
    for (const [address, door] of book.plan.doors) {
      if (door.exempt) continue
      for (const thing of thingsOf(book.plan, door)) {
        const cell = book.plan.cells.get(keyOf({ row: seeRow(address), person, thing }))
        if (!cell) continue
        for (const variant of choose(address, cell)) looks.push({ cell, address, door, variant })
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
  const there = asAsked(variant, path, address)
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
    // Remix answers a script that is led elsewhere with 202 or 204, and everything it hands out with 200.
    const forScripts = variant === 'data' || variant === 'routes' || variant === '_data'
    if (forScripts ? reply.status === 200 : reply.status >= 200 && reply.status < 300)
      wrong('seen', `${there} answers ${reply.status}`)
    const nobody = door.of ? book.plan.missing.get(door.of) : undefined
    const known = book.plan.known.get(door.of ?? '')
    if (thing && nobody && !(known ? maySee(town.permissions, person, known, thing) : thing.public)) {
      const elsewhere = asAsked(variant, addressOf(address, door, nobodyLike(thing, nobody), town), address)
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

function wholeOf(reply: Reply): string {
  return `${JSON.stringify(reply.headers)}\n${reply.body}`
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
