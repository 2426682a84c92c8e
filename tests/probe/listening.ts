// Every live topic as everybody: refused looks like missing, foreign sites get no connection, and what is heard is
// only what may be read.
import { io, type Socket } from 'socket.io-client'
import { type Book, keyOf, sayRow, watchRow } from './book.ts'
import type { Canary, Person } from './room.ts'
import { foundIn } from './scan.ts'
import type { Town } from './town.ts'

export interface Ear {
  readonly person: Person
  readonly socket: Socket
  readonly heard: { readonly name: string; readonly text: string; readonly topic: string | null }[]
  readonly watches: Set<string>
}

/** The server lets one connection say some forty things in a row. */
const wishesEach = 30
const sayingsEach = 9

export async function listenEverywhere(town: Town, book: Book): Promise<readonly Ear[]> {
  await tryForeignHandshakes(town, book)
  const ears: Ear[] = []
  for (const person of book.plan.people) {
    let ear = await openEar(town, person)
    let wishes = 0
    ears.push(ear)
    for (const [kind, topic] of book.plan.topics) {
      const nobody = topic.of ? book.plan.missing.get(topic.of) : undefined
      const none = nobody ? await wish(ear, `${kind}:${nobody}`) : null
      for (const thing of topic.of ? (book.plan.things.get(topic.of) ?? []) : [null]) {
        const cell = book.plan.cells.get(keyOf({ row: watchRow(kind), person, thing }))
        if (!cell) continue
        if (wishes++ > wishesEach || ear.watches.size >= 11) {
          ear = await openEar(town, person)
          ears.push(ear)
          wishes = 0
        }
        const name = thing ? `${kind}:${thing.id}` : kind
        const answer = await wish(ear, name)
        book.requests += 1
        const open = answer?.answer === 'watching' || answer?.answer === 'stale'
        if (open) ear.watches.add(name)
        let right = true
        const wrong = (what: string) => {
          right = false
          book.found('heard', `${watchRow(kind)} (${thing?.label ?? 'topic'})`, person, what)
        }
        if (open !== cell.may)
          wrong(`is ${answer?.answer ?? 'not answered'} and should be ${cell.may ? 'let in' : 'refused'}`)
        if (
          !open &&
          none &&
          JSON.stringify({ ...answer, topic: '' }) !== JSON.stringify({ ...none, topic: '' })
        )
          wrong('the refusal differs from that of a topic that does not exist')
        book.close(cell, right)
      }
    }
  }
  await sayEverywhere(town, book, ears)
  return ears
}

/** Whoever may not watch a talk, and every guest, says that they write there: nobody who watches may hear of it. */
async function sayEverywhere(town: Town, book: Book, ears: readonly Ear[]): Promise<void> {
  for (const person of book.plan.people) {
    const cells = [...book.plan.topics].flatMap(([kind, { of }]) =>
      (book.plan.things.get(of ?? '') ?? []).flatMap((thing) => {
        const cell = book.plan.cells.get(keyOf({ row: sayRow(kind), person, thing }))
        return cell ? [{ cell, name: `${kind}:${thing.id}` }] : []
      }),
    )
    for (let from = 0; from < cells.length; from += sayingsEach) {
      const some = cells.slice(from, from + sayingsEach)
      const ear = await openEar(town, person)
      for (const { name } of some) {
        // Watching is tried first, in case it lets in; leaving what was never watched changes nothing.
        if (person.handle !== 'guest') await wish(ear, name)
        for (const message of ['typing', 'leave', 'typing']) ear.socket.emit(message, { topic: name })
      }
      // What was sent before this answer was dealt with before it, too.
      await wish(ear, 'ideas')
      for (const { cell, name } of some) {
        const told = ears.some(({ heard }) =>
          heard.some((one) => one.name === 'typing' && one.topic === name),
        )
        if (told) book.found('heard', cell.row, person, `is told to others (${cell.thing?.label})`)
        book.close(cell, !told)
        book.requests += 1
      }
      ear.socket.close()
    }
  }
}

export function openEar(town: Town, person: Person): Promise<Ear> {
  const cookie = town.cookieOf(person.handle)
  const socket = io(town.origin, {
    path: '/live',
    transports: ['websocket'],
    extraHeaders: { origin: town.origin, ...(cookie ? { cookie } : {}) },
    reconnection: false,
    forceNew: true,
  })
  const ear: Ear = { person, socket, heard: [], watches: new Set() }
  socket.onAny((name: string, told: unknown) => {
    const topic = (told as { topic?: unknown } | null)?.topic
    ear.heard.push({
      name,
      text: JSON.stringify(told) ?? '',
      topic: typeof topic === 'string' ? topic : null,
    })
  })
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(ear))
    socket.once('connect_error', reject)
  })
}

export interface WishAnswer {
  readonly topic: string
  readonly answer: string
  readonly upTo: number
}

export async function wish(ear: Ear, topic: string): Promise<WishAnswer | null> {
  return ear.socket
    .timeout(5_000)
    .emitWithAck('watch', { topic, asOf: 0 })
    .catch(() => null)
}

/** What all of them heard since they opened: no private word, and nothing of a topic they do not watch. */
export function checkHeard(book: Book, ears: readonly Ear[], canaries: readonly Canary[]): void {
  for (const { person, heard, watches } of ears) {
    for (const { name, text, topic } of heard) {
      for (const canary of foundIn(text, canaries, person))
        book.found('heard', `message ${name}`, person, canary.where)
      if (topic !== null && name !== 'refused' && !watches.has(topic))
        book.found(
          'heard',
          `message ${name}`,
          person,
          `of ${topic.split(':')[0]}, which this person does not watch`,
        )
    }
  }
}

async function tryForeignHandshakes(town: Town, book: Book): Promise<void> {
  const [first] = book.plan.people.filter(({ handle }) => handle !== 'guest')
  if (!first) return
  const origins = ['https://evil.example', 'null', `${town.origin}.evil.example`, 'http://127.0.0.1:1']
  for (const origin of origins) {
    for (const transport of ['websocket', 'polling'] as const) {
      const socket = io(town.origin, {
        path: '/live',
        transports: [transport],
        extraHeaders: { origin, cookie: town.cookieOf(first.handle) ?? '' },
        reconnection: false,
        forceNew: true,
        timeout: 5_000,
      })
      const let_in = await new Promise<boolean>((resolve) => {
        socket.once('connect', () => resolve(true))
        socket.once('connect_error', () => resolve(false))
      })
      socket.close()
      book.requests += 1
      if (let_in) book.found('foreign site', `live by ${transport}`, first, `${origin} gets a connection`)
    }
  }
}
