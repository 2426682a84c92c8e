// A right is taken away while its holder is connected: within two seconds nothing comes any more, every address is asked
// once more as the person they are now, and every form they still hold does nothing any more.
import { Book, maySend, type Plan, postRow, seeRow, thingsOf } from './book.ts'
import { changedTables } from './counting.ts'
import { request } from './http.ts'
import { type Ear, openEar, wish } from './listening.ts'
import { readEverything, type ShownForms } from './reading.ts'
import type { Canary, Person, Taking } from './room.ts'
import { rooms } from './rooms/index.ts'
import { guest, maySee } from './standing.ts'
import type { Town } from './town.ts'
import { sendForm } from './writing.ts'

export async function takeAway(
  town: Town,
  book: Book,
  canaries: readonly Canary[],
  shown: ShownForms,
): Promise<void> {
  for (const taking of Object.values(rooms).flatMap((room) => room.takings ?? []))
    await takeOne(town, book, canaries, shown, taking)
  await endSession(town, book)
}

async function takeOne(
  town: Town,
  book: Book,
  canaries: readonly Canary[],
  shown: ShownForms,
  taking: Taking,
): Promise<void> {
  const holder = book.plan.people.find(({ handle }) => handle === taking.from)
  if (!holder) return book.found('untested', taking.name, null, `${taking.from} is not among the people`)
  const ear = await openEar(town, holder)
  const topics = taking.topics(town)
  for (const topic of topics) {
    const answer = await wish(ear, topic)
    if (answer?.answer === 'refused')
      book.found('unproven', taking.name, holder, `could not watch ${topic} before`)
  }
  await taking.take(town)
  await hearsNothingMore(book, taking, holder, ear, topics)
  ear.socket.close()
  await town.settled()
  if (taking.ends) await opensNothing(town, book, taking.name, holder, town.cookieOf(holder.handle) ?? '')
  if (!taking.left) return
  const now = taking.left(holder)
  const left = new Book(planFor(town, book.plan, now))
  await readEverything(town, left, canaries, [now])
  book.requests += left.requests
  for (const { kind, where, what } of left.findings)
    if (kind !== 'closed') book.found(kind, `${where}, after ${taking.name}`, now, what)
  await sendWhatIsHeld(town, book, shown, taking, holder, now)
}

async function hearsNothingMore(
  book: Book,
  taking: Taking,
  holder: Person,
  ear: Ear,
  topics: readonly string[],
): Promise<void> {
  const lost = () => new Set(ear.heard.filter(({ name }) => name === 'refused').map(({ topic }) => topic))
  const still = () => topics.filter((topic) => !lost().has(topic))
  const over = () => !ear.socket.connected || (!taking.ends && still().length === 0)
  const patience = Date.now() + 2_000
  while (!over() && Date.now() < patience) await new Promise((resolve) => setTimeout(resolve, 25))
  if (!ear.socket.connected) return
  if (taking.ends) book.found('stays', taking.name, holder, 'the connection lives on after two seconds')
  for (const topic of still())
    book.found('stays', taking.name, holder, `still hears ${topic} after two seconds`)
  for (const topic of topics) {
    const answer = await wish(ear, topic)
    if (answer && answer.answer !== 'refused')
      book.found('stays', taking.name, holder, `is let in to ${topic} again`)
  }
}

/** Forms shown while the right was there, sent now that it is gone. */
async function sendWhatIsHeld(
  town: Town,
  book: Book,
  shown: ShownForms,
  { name }: Taking,
  before: Person,
  now: Person,
): Promise<void> {
  for (const [address, door] of book.plan.doors) {
    for (const [key, post] of Object.entries(door.posts ?? {})) {
      if (post.step) continue
      const held = (shown.get(`${address} ${key}`) ?? []).filter(
        ({ person, thing }) =>
          person.handle === before.handle &&
          maySend(town, door, post, before, thing) &&
          !maySend(town, door, post, now, thing),
      )
      for (const form of held.slice(0, 2)) {
        await town.settled()
        const was = town.digest()
        const reply = await sendForm(town, form, key, post.fields, now)
        await town.settled()
        book.requests += 1
        const changed = changedTables(was, town.digest())
        if (changed.length > 0)
          book.found('done', `${postRow(address, key)}, after ${name}`, now, `changes ${changed.join(', ')}`)
        if (reply.status >= 500) book.found('fault', postRow(address, key), now, `answers ${reply.status}`)
      }
    }
  }
}

/** The same plan for one person who now is somebody else. */
function planFor(town: Town, plan: Plan, person: Person): Plan {
  const cells = new Map(
    [...plan.doors].flatMap(([address, door]) =>
      door.exempt
        ? []
        : thingsOf(plan, door).map((thing) => {
            const row = seeRow(address)
            const cell = { row, person, thing, may: maySee(town.permissions, person, door.see, thing) }
            return [`${row} | ${person.handle} | ${thing?.id ?? ''}`, cell] as const
          }),
    ),
  )
  return { ...plan, people: [person], cells }
}

/** Somebody signs out at one device: what is connected there is cut off, and the cookie opens nothing. */
async function endSession(town: Town, book: Book): Promise<void> {
  const person = book.plan.people.find(({ handle }) => handle !== guest.handle)
  if (!person) return
  const cookie = await town.signIn(person.handle)
  const device: Town = Object.assign(Object.create(town), { cookieOf: () => cookie })
  const ear = await openEar(device, person)
  await wish(ear, 'ideas')
  await request(town.port, '/abmelden', {
    method: 'POST',
    cookie,
    body: 'intent=sign-out',
    headers: { origin: town.origin },
  })
  const patience = Date.now() + 2_000
  while (ear.socket.connected && Date.now() < patience)
    await new Promise((resolve) => setTimeout(resolve, 25))
  if (ear.socket.connected)
    book.found('stays', 'signing out', person, 'the connection lives on after two seconds')
  ear.socket.close()
  await opensNothing(town, book, 'signing out', person, cookie)
}

async function opensNothing(town: Town, book: Book, name: string, person: Person, cookie: string) {
  for (const path of ['/konto', '/konto/export.json', '/konto.data']) {
    const reply = await request(town.port, path, { cookie })
    book.requests += 1
    if (reply.status === 200 && reply.body.includes('@beispiel.example'))
      book.found('stays', name, person, `the cookie still opens ${path}`)
  }
}
