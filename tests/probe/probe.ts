// The probe: every role, every address, every thing, every form and every live message of a running demo town.
import { askEverywhere } from './asking.ts'
import { Book, type Finding, makePlan, peopleOf, type Size } from './book.ts'
import { checkCover } from './covers.ts'
import { checkHeard, listenEverywhere } from './listening.ts'
import { readMails } from './mails.ts'
import { readEverything } from './reading.ts'
import type { Canary } from './room.ts'
import { rooms } from './rooms/index.ts'
import { takeAway } from './taking-away.ts'
import { type Change, openTown } from './town.ts'
import { sendEverything } from './writing.ts'

export interface ProbeWish {
  /** A folder with the played town. */
  readonly played: string
  readonly size: Size
  /** Only addresses and topics it fits; to find one hole quickly. */
  readonly focus?: RegExp
  /** Holes cut into the built server first. */
  readonly changes?: readonly Change[]
  /** Hears which part begins. */
  readonly told?: (part: string) => void
  readonly hears?: (finding: Finding) => void
}

export async function probe({
  played,
  size,
  changes = [],
  focus,
  told = () => {},
  hears,
}: ProbeWish): Promise<Book> {
  const town = await openTown(played, { changes })
  try {
    const people = peopleOf(town.facts, size)
    await town.bringIn(people.map(({ handle }) => handle))
    for (const room of Object.values(rooms)) await room.prepare?.(town)
    await town.settled()
    await town.keep()
    const plan = await makePlan(town, people, size, focus)
    const book = new Book(plan, hears)
    const canaries: Canary[] = []
    for (const room of Object.values(rooms)) canaries.push(...((await room.canaries?.(town)) ?? []))
    told('cover')
    if (!focus) checkCover(town, book)
    told('reading')
    const shown = await readEverything(town, book, canaries)
    told('searching')
    await askEverywhere(town, book, canaries)
    told('listening')
    const ears = await listenEverywhere(town, book)
    told('sending')
    await sendEverything(town, book, canaries, shown)
    checkHeard(book, ears, canaries)
    for (const { socket } of ears) socket.close()
    told('mails')
    await readMails(town, book, canaries)
    told('taking away')
    await town.again()
    await takeAway(town, book, canaries)
    book.listUntested()
    return book
  } finally {
    await town.stop()
  }
}
