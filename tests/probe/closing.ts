// A thing that was open to everybody becomes closed: it is looked at once more as a guest and as somebody with an account,
// page by page, in every search, on every live topic and in the mails that follow. Before, a guest has read it all, so
// that whatever is kept for guests is kept.
import { addressOf, Book, kinds, makePlan, type Plan, thingsOf } from './book.ts'
import { request, sideBySide, together } from './http.ts'
import { listenEverywhere } from './listening.ts'
import { judgeMails } from './mails.ts'
import { readEverything } from './reading.ts'
import type { Canary, Closing, Person, Taking, Thing } from './room.ts'
import { foundIn } from './scan.ts'
import { guest } from './standing.ts'
import { asItIsNow, type Town } from './town.ts'

/** What a guest could read before. */
export interface Before {
  readonly closing: Closing
  readonly canaries: readonly Canary[]
  /** Every thing that was public, by kind and id. */
  readonly open: ReadonlySet<string>
  readonly mails: number
}

const nameOf = (kind: string, { id }: Pick<Thing, 'id'>) => `${kind} ${id}`

export async function readWhileOpen(town: Town, book: Book, taking: Taking): Promise<Before | null> {
  const closing = taking.closes?.(town)
  if (!closing) return null
  const now = await asItIsNow(town)
  const open = new Set<string>()
  for (const [kind, { list }] of kinds)
    for (const thing of await list(now)) if (thing.public) open.add(nameOf(kind, thing))
  const canaries = closing.words.map((word) => ({
    word,
    where: `its words (${word.slice(0, 40)})`,
    reads: closing.reads,
  }))
  const own = new Set([closing.thing, ...(closing.near ?? [])].map((thing) => thing?.join(' ')))
  const plan = await planOf(now, book.plan, [guest], (kind, thing) => own.has(nameOf(kind, thing)))
  const met = new Set<string>()
  const paths = pathsOf(plan, now)
  await together(paths, sideBySide, async (path) => {
    const { body } = await request(town.port, path)
    book.requests += 1
    for (const { word } of foundIn(body, canaries, guest)) met.add(word)
  })
  if (met.size === 0 && paths.length > 0)
    book.found('unproven', taking.name, guest, 'none of its words could be read before')
  return { closing, canaries, open, mails: (await town.mailsWritten()).length }
}

export async function lookAtClosed(
  town: Town,
  book: Book,
  canaries: readonly Canary[],
  { name, from, ends }: Taking,
  { closing, canaries: words, open, mails }: Before,
): Promise<void> {
  const now = await asItIsNow(town)
  const near = new Set((closing.near ?? []).map((thing) => thing.join(' ')))
  const closed: string[] = []
  const plan = await planOf(now, book.plan, strangers(now, book, closing), (kind, thing) => {
    const itsName = nameOf(kind, thing)
    const wasClosed = !thing.public && open.has(itsName)
    if (wasClosed) closed.push(itsName)
    return wasClosed || near.has(itsName)
  })
  if (closing.thing && !closed.includes(closing.thing.join(' ')))
    book.found('unproven', name, null, 'it is as open as before')
  const after = new Book(plan)
  // Whose account is gone comes with the cookie of it.
  const cookie = ends ? town.cookieOf(from) : null
  const asked: Town = cookie
    ? Object.assign(Object.create(now), {
        cookieOf: (handle: string) => (handle === guest.handle ? cookie : town.cookieOf(handle)),
      })
    : now
  await readEverything(asked, after, [...canaries, ...words], plan.people)
  await searchFor(asked, after, words)
  const ears = await listenEverywhere(now, after)
  for (const { socket } of ears) socket.close()
  judgeMails(now, after, words, (await town.mailsWritten()).slice(mails))
  takeOver(book, after, name)
}

/** What was found by a book of its own, with what had happened before. */
export function takeOver(book: Book, after: Book, name: string): void {
  book.requests += after.requests
  for (const { kind, where, person, what } of after.findings)
    if (kind !== 'closed') book.found(kind, `${where}, after ${name}`, { ...guest, handle: person }, what)
}

/** A guest, and the plainest account among the people that does not read it all the same. */
function strangers(town: Town, book: Book, { reads }: Closing): readonly Person[] {
  const byModesty = book.plan.people
    .filter(({ handle }) => town.facts.accounts.some((account) => account.handle === handle))
    .filter((person) => !reads(person))
    .sort((a, b) => a.roles.length - b.roles.length)
  return [guest, ...byModesty.slice(0, 1)]
}

/** The same doors and topics for other people and other things, as the town is now. */
export function planOf(
  town: Town,
  { size, focus }: Plan,
  people: readonly Person[],
  fits: (kind: string, thing: Thing) => boolean,
): Promise<Plan> {
  const choose = (kind: string, things: readonly Thing[]) => things.filter((thing) => fits(kind, thing))
  return makePlan(town, people, size, { focus, choose })
}

function pathsOf(plan: Plan, town: Town): readonly string[] {
  return [...plan.doors].flatMap(([address, door]) =>
    door.exempt ? [] : thingsOf(plan, door).map((thing) => addressOf(address, door, thing, town)),
  )
}

/** Each longer word of it in every search: a search may find other things by it, but not these words. */
async function searchFor(town: Town, book: Book, canaries: readonly Canary[]): Promise<void> {
  const asked = new Set(
    canaries.flatMap(({ word }) => word.split(/[^\p{L}\d-]+/u)).filter((one) => one.length > 5),
  )
  for (const [address, { query }] of book.plan.doors) {
    if (!query) continue
    for (const person of book.plan.people) {
      await together([...asked].slice(0, 8), sideBySide, async (word) => {
        const path = `${address}?${query}=${encodeURIComponent(word)}`
        const { body } = await request(town.port, path, { cookie: town.cookieOf(person.handle) })
        book.requests += 1
        for (const canary of foundIn(body, canaries, person))
          book.found('leak', `search ${address}`, person, canary.where)
      })
    }
  }
}
