// The workshop of a standard, as everybody who may not draft there: they join, write and show a cursor with the very words
// a member would send. Nobody in the section hears of it, no answer tells what is written, and nothing of it is kept.
import * as Y from 'yjs'
import { type Book, type Cell, keyOf, maySeeTopic, writeRow } from './book.ts'
import { type Ear, openEar, wish } from './listening.ts'
import type { Thing } from './room.ts'
import type { Town } from './town.ts'

/** The server lets one connection say some forty things in a row. */
const sectionsEach = 7

export async function writeEverywhere(town: Town, book: Book): Promise<void> {
  for (const [kind, topic] of book.plan.topics) {
    if (!topic.writes || !topic.of) continue
    const tables: Table[] = []
    for (const section of book.plan.things.get(topic.of) ?? []) {
      const member = book.plan.people.find((person) => maySeeTopic(town, topic, person, section))
      const table = member && (await sitDown(town, kind, section, member))
      if (table) tables.push(table)
      else book.found('unproven', writeRow(kind), null, `nobody writes together in ${section.label}`)
    }
    for (const person of book.plan.people) {
      const cells = tables.flatMap((table) => {
        const cell = book.plan.cells.get(keyOf({ row: writeRow(kind), person, thing: table.section }))
        return cell ? [{ cell, table }] : []
      })
      for (let from = 0; from < cells.length; from += sectionsEach)
        await tryToWrite(town, book, cells.slice(from, from + sectionsEach))
    }
    for (const table of tables) {
      await proveWriting(book, kind, table)
      for (const { socket } of [table.ear, table.other]) socket.close()
    }
  }
}

interface Joined {
  readonly generation: string
  readonly words: Uint8Array
}

/** A section where one person writes with two open pages, so that one hears what is sent by the other. */
interface Table {
  readonly topic: string
  readonly section: Thing
  readonly ear: Ear
  readonly other: Ear
  readonly generation: string
  /** A letter more, as the editor sends it; null where the section has no clause yet. */
  readonly letter: Uint8Array | null
}

async function sitDown(
  town: Town,
  kind: string,
  section: Thing,
  member: Cell['person'],
): Promise<Table | null> {
  const topic = `${kind}:${section.id}`
  const [ear, other] = [await openEar(town, member), await openEar(town, member)]
  for (const one of [ear, other]) await wish(one, topic)
  await join(other, section.id)
  const joined = await join(ear, section.id)
  if (!joined) return null
  const document = new Y.Doc()
  Y.applyUpdate(document, new Uint8Array(joined.words))
  const before = Y.encodeStateVector(document)
  const [clause] = document.share.keys()
  if (clause !== undefined) document.getText(clause).insert(0, 'P')
  const letter = clause === undefined ? null : Y.encodeStateAsUpdate(document, before)
  return { topic, section, ear, other, generation: joined.generation, letter }
}

function join(ear: Ear, section: string): Promise<Joined | null> {
  const wanted = { section, generation: null, version: 0, vector: null }
  return ear.socket
    .timeout(5_000)
    .emitWithAck('workshop-join', wanted)
    .catch(() => null)
}

function write({ socket }: Ear, { section, generation, letter }: Table): void {
  const place = { section: section.id, at: null }
  const part = letter ?? new Uint8Array([0, 0])
  socket.emit('workshop-write', { ...place, generation, number: 1, part, last: true })
  socket.emit('workshop-at', place)
}

async function tryToWrite(
  town: Town,
  book: Book,
  tries: readonly { readonly cell: Cell; readonly table: Table }[],
): Promise<void> {
  const [first] = tries
  if (!first) return
  const ear = await openEar(town, first.cell.person)
  for (const { cell, table } of tries) {
    const heardBefore = table.other.heard.length
    await wish(ear, table.topic)
    const joined = await join(ear, table.section.id)
    write(ear, table)
    // What was sent before this answer was dealt with before it, too; and what came of it was told before the other one.
    await wish(ear, 'ideas')
    await wish(table.other, 'ideas')
    let right = true
    const wrong = (what: string) => {
      right = false
      book.found('heard', `${cell.row} (${table.section.label})`, cell.person, what)
    }
    if (joined) wrong('is let in to write together')
    const told = table.other.heard.slice(heardBefore).find(({ name }) => name.startsWith('workshop-'))
    if (told) wrong(`is told to those who write there (${told.name})`)
    book.requests += 1
    book.close(cell, right)
  }
  ear.socket.close()
}

/** The same letter sent by the member is told to the member's other page, so the tries before meant something. */
async function proveWriting(book: Book, kind: string, table: Table): Promise<void> {
  if (table.letter === null) return
  const isTold = () => table.other.heard.some(({ name }) => name === 'workshop-words')
  write(table.ear, table)
  const patience = Date.now() + 5_000
  while (!isTold() && Date.now() < patience) await new Promise((resolve) => setTimeout(resolve, 20))
  if (!isTold()) book.found('unproven', writeRow(kind), table.ear.person, 'writes, and nobody hears of it')
}
