// Contributions a second through the real door, beside bare inserts with the same durability.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Cell, Part } from '../part.ts'
import { conversationOf, postContribution } from '../running/posting.ts'
import type { BenchTown } from '../town/town.ts'

/** Each of fifty accounts may post thirty in five minutes. */
const most = 900
/** These come first and do not count, so that the code is warm, there and at the floor. */
const warm = 500
const atOnce = 16

export const writes: Part = {
  name: 'writes',
  about: 'contributions written a second, each safe on the disk, beside bare inserts',
  async run(bench) {
    const town = await bench.copyOfTown(1000)
    const conversations = Array.from({ length: 10 }, (_, index) => conversationOf(town, 2 + index))
    const server = await bench.serve(town)
    bench.say('through the door')
    const posting = (index: number) => post(server.url, town, conversations, index)
    await flood(warm, posting)
    const ours = await flood(most, (index) => posting(warm + index))
    await server.stop()

    const folder = path.join(town.dataDir, 'bare')
    mkdirSync(folder)
    const bare = await bench.bare('inserts.mjs', { BENCH_FILE: path.join(folder, 'bare.sqlite') })
    bench.say('bare HTTP with Kysely')
    const inserting = async () => {
      await fetch(bare.url, { method: 'POST', body: JSON.stringify({ text }) })
    }
    await flood(warm, inserting)
    const kysely = await flood(most * 2, inserting)
    bench.say('bare better-sqlite3')
    const raw = ((await (await fetch(`${bare.url}/raw`)).json()) as { perSecond: number }).perSecond
    await bare.stop()

    const rows: Cell[][] = [
      ['through the door', ours, null],
      ['bare HTTP and Kysely, one insert each', kysely, ours / kysely],
      ['bare better-sqlite3, one insert each', raw, ours / raw],
    ]
    return [
      {
        title: 'Contributions written a second',
        columns: ['writing', 'a second', 'ours beside it'],
        rows,
        note: `Every one reached the disk before it was answered (synchronous=FULL); ${atOnce} people at once, after ${warm} that do not count. Ours also numbers, indexes, records and follows up.`,
        aims: [
          {
            what: 'beside bare HTTP and Kysely',
            value: ours / kysely,
            limit: 0.5,
            better: 'more',
            unit: '×',
          },
        ],
        bars: [{ label: 'contributions a second', ours, bare: kysely, unit: 'a second' }],
      },
    ]
  },
}

const text = 'Ich bin dafür, weil unser Chor im Keller singt und der Raum am Abend leer steht.'

async function post(url: string, town: BenchTown, conversations: readonly string[], index: number) {
  await postContribution(url, town, conversations[index % conversations.length] ?? '', index)
}

/** Deeds a second, so many people at once. */
async function flood(count: number, deed: (index: number) => Promise<void>): Promise<number> {
  let next = 0
  const one = async () => {
    while (next < count) await deed(next++)
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: atOnce }, one))
  return count / ((performance.now() - began) / 1000)
}
