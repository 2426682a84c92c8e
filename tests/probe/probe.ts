// The probe: every role, every address, every thing, every form and every live message of a running demo town.
import { askEverywhere } from './asking.ts'
import { Book, type Finding, makePlan, type Size } from './book.ts'
import { checkColumns } from './columns.ts'
import { checkCover } from './covers.ts'
import { checkHeard, type Ear, listenEverywhere } from './listening.ts'
import { readMails } from './mails.ts'
import { sendOddInput } from './odd-input.ts'
import { readEverything, type ShownForms } from './reading.ts'
import type { Canary } from './room.ts'
import { rooms } from './rooms/index.ts'
import { sendEverything } from './sending.ts'
import { takeAway } from './taking-away.ts'
import { openTown, type ReadyTown } from './town.ts'
import type { Change } from './town-process.ts'
import { writeEverywhere } from './writing-together.ts'

/** What the probe does, one after the other. */
export const parts = [
  'reading',
  'searching',
  'listening',
  'sending',
  'mails',
  'odd input',
  'taking away',
] as const
export type Part = (typeof parts)[number]

/** How the rows of a part begin. */
const rowsOf: Partial<Record<Part, readonly string[]>> = {
  reading: ['see '],
  listening: ['watch ', 'say ', 'write '],
  sending: ['post '],
}

export interface ProbeWish {
  readonly ready: ReadyTown
  readonly size: Size
  /** Only addresses and topics it fits, and only these parts; to find one hole quickly. */
  readonly focus?: RegExp
  readonly only?: readonly Part[]
  /** Holes cut into the built server first. */
  readonly holes?: readonly Change[]
  /** Hears which part begins. */
  readonly told?: (part: string) => void
  readonly hears?: (finding: Finding) => void
}

export async function probe({
  ready,
  size,
  holes = [],
  focus,
  only = parts,
  told = () => {},
  hears,
}: ProbeWish): Promise<Book> {
  const town = await openTown(ready, { holes })
  try {
    const plan = await makePlan(town, ready.people, size, focus ? { focus } : {})
    const book = new Book(plan, hears)
    const canaries: Canary[] = []
    for (const room of Object.values(rooms)) canaries.push(...((await room.canaries?.(town)) ?? []))
    if (!focus) {
      checkCover(town, book)
      checkColumns(town, book, canaries)
    }
    const does = async (part: Part, deed: () => Promise<void>) => {
      if (!only.includes(part)) return
      told(part)
      await deed()
    }
    let shown: ShownForms = new Map()
    let ears: readonly Ear[] = []
    await does('reading', async () => {
      shown = await readEverything(town, book, canaries)
    })
    await does('searching', () => askEverywhere(town, book, canaries))
    await does('listening', async () => {
      ears = await listenEverywhere(town, book)
      await writeEverywhere(town, book)
    })
    await does('sending', () => sendEverything(town, book, canaries, shown))
    checkHeard(book, ears, canaries)
    for (const { socket } of ears) socket.close()
    await does('mails', () => readMails(town, book, canaries))
    await does('odd input', async () => {
      if (only.includes('sending')) await town.again()
      await sendOddInput(town, book, shown)
    })
    await does('taking away', async () => {
      await town.again()
      await takeAway(town, book, canaries, shown)
    })
    for (const line of town.everSaid().split('\n'))
      if (line.includes('promise was left alone')) book.found('fault', 'the log', null, line.slice(0, 600))
    book.listUntested(only.flatMap((part) => rowsOf[part] ?? []))
    return book
  } finally {
    await town.stop()
  }
}
