// A right is taken away while its holder is connected: within two seconds nothing comes any more, every address, search
// and topic is tried once more as the person they are now, and every form they still hold does nothing any more.
import { askEverywhere } from './asking.ts'
import { Book, maySend, postRow } from './book.ts'
import { lookAtClosed, planOf, readWhileOpen, takeOver } from './closing.ts'
import { changedTables } from './counting.ts'
import { request } from './http.ts'
import { type Ear, listenEverywhere, openEar, wish } from './listening.ts'
import { judgeMails } from './mails.ts'
import { readEverything, type ShownForms } from './reading.ts'
import type { Canary, Person, Stir, Taking } from './room.ts'
import { rooms } from './rooms/index.ts'
import { guest } from './standing.ts'
import { asItIsNow, type Town } from './town.ts'
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
  const before = await readWhileOpen(town, book, taking)
  const mails = (await town.mailsWritten()).length
  await taking.take(town)
  await hearsNothingMore(town, book, taking, holder, ear, topics)
  ear.socket.close()
  await town.settled()
  if (taking.ends) await opensNothing(town, book, taking.name, holder, town.cookieOf(holder.handle) ?? '')
  if (before) await lookAtClosed(town, book, canaries, taking, before)
  if (!taking.left) return
  const now = taking.left(holder)
  await lookAsTheyAreNow(town, book, canaries, taking, holder, now)
  judgeMails(town, book, canaries, (await town.mailsWritten()).slice(mails), [now])
  await sendWhatIsHeld(town, book, shown, taking, holder, now)
}

/** Every address and every topic once more, and in every search what was theirs to read. */
async function lookAsTheyAreNow(
  town: Town,
  book: Book,
  canaries: readonly Canary[],
  { name }: Taking,
  before: Person,
  now: Person,
): Promise<void> {
  const there = await asItIsNow(town)
  const chosen = new Set([...book.plan.things.values()].flat().map(({ id }) => id))
  const after = new Book(await planOf(there, book.plan, [now], (_, { id }) => chosen.has(id)))
  await readEverything(there, after, canaries, [now])
  const lost = canaries.filter((canary) => canary.reads(before) && !canary.reads(now))
  await askEverywhere(there, after, lost)
  const ears = await listenEverywhere(there, after)
  for (const { socket } of ears) socket.close()
  takeOver(book, after, name)
}

async function hearsNothingMore(
  town: Town,
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
  if (taking.stir) await stirAndListen(town, book, taking.name, taking.stir, ear, topics)
  else if (topics.length > 0)
    book.found('untested', taking.name, holder, 'nothing happens on its topics afterwards')
  for (const topic of topics) {
    const answer = await wish(ear, topic)
    if (answer && answer.answer !== 'refused')
      book.found('stays', taking.name, holder, `is let in to ${topic} again`)
  }
}

/** Being told that one is refused is one thing, to hear nothing another: something happens that others do hear. */
async function stirAndListen(
  town: Town,
  book: Book,
  name: string,
  { heardBy, happens }: Stir,
  ear: Ear,
  topics: readonly string[],
): Promise<void> {
  const person = book.plan.people.find(({ handle }) => handle === heardBy)
  if (!person) return book.found('untested', name, null, `${heardBy} is not among the people`)
  const other = await openEar(town, person)
  for (const topic of topics) await wish(other, topic)
  const quiet = ear.heard.length
  await happens(town, topics)
  const isTold = ({ heard }: Ear) =>
    heard.some(({ name: message, topic }) => message === 'news' && topics.includes(topic ?? ''))
  const patience = Date.now() + 5_000
  while (!isTold(other) && Date.now() < patience) await new Promise((resolve) => setTimeout(resolve, 25))
  if (!isTold(other)) book.found('unproven', name, person, 'hears nothing of what happens afterwards, either')
  other.socket.close()
  // Whatever was told to the others was sent before this answer.
  await wish(ear, 'ideas')
  for (const { name: message, topic } of ear.heard.slice(quiet))
    if (message !== 'refused' && topics.includes(topic ?? ''))
      book.found('stays', name, ear.person, `hears ${message} of ${topic} after it was refused`)
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
