// A right is taken away while its holder is connected: within two seconds nothing comes any more, and every address is
// asked once more as the person they are now.
import { Book, type Plan, seeRow, thingsOf } from './book.ts'
import { openEar, wish } from './listening.ts'
import { readEverything } from './reading.ts'
import type { Canary, Person, Taking } from './room.ts'
import { rooms } from './rooms/index.ts'
import { maySee } from './standing.ts'
import type { Town } from './town.ts'

export async function takeAway(town: Town, book: Book, canaries: readonly Canary[]): Promise<void> {
  for (const taking of Object.values(rooms).flatMap((room) => room.takings ?? []))
    await takeOne(town, book, canaries, taking)
  await endSession(town, book)
}

async function takeOne(town: Town, book: Book, canaries: readonly Canary[], taking: Taking): Promise<void> {
  const holder = book.plan.people.find(({ handle }) => handle === taking.from)
  if (!holder) return book.found('untested', taking.name, null, `${taking.from} is not among the people`)
  const ear = await openEar(town, holder)
  for (const topic of taking.topics) {
    const answer = await wish(ear, topic)
    if (answer?.answer === 'refused')
      book.found('unproven', taking.name, holder, `could not watch ${topic} before`)
  }
  await taking.take(town)
  const lost = () => new Set(ear.heard.filter(({ name }) => name === 'refused').map(({ topic }) => topic))
  const patience = Date.now() + 2_000
  while (ear.socket.connected && taking.topics.some((topic) => !lost().has(topic)) && Date.now() < patience)
    await new Promise((resolve) => setTimeout(resolve, 25))
  for (const topic of taking.topics)
    if (ear.socket.connected && !lost().has(topic))
      book.found('stays', taking.name, holder, `still hears ${topic} after two seconds`)
  for (const topic of taking.topics) {
    const answer = ear.socket.connected ? await wish(ear, topic) : null
    if (answer && answer.answer !== 'refused')
      book.found('stays', taking.name, holder, `is let in to ${topic} again`)
  }
  ear.socket.close()
  await town.settled()
  const now = taking.left(holder)
  const left = new Book(planFor(town, book.plan, now))
  await readEverything(town, left, canaries, [now])
  book.requests += left.requests
  for (const { kind, where, what } of left.findings)
    if (kind !== 'closed') book.found(kind, `${where}, after ${taking.name}`, now, what)
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
  const person = book.plan.people.find(({ handle }) => handle !== 'guest')
  if (!person) return
  const cookie = await town.signIn(person.handle)
  const { request } = await import('./http.ts')
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
  const reply = await request(town.port, '/konto', { cookie })
  if (reply.status === 200) book.found('stays', 'signing out', person, 'the cookie still opens the account')
}
