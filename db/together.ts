// SQLite waits for the disk once with every commit. Deeds that wait for it at the same time share one transaction: each is
// a savepoint of its own, and nobody is told anything before all of it is on the disk.
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export type InTransaction = <T>(deed: (tx: Transaction<Tables>) => Promise<T>) => Promise<T>

/** Whoever waits has waited for the others' deeds too, so there is an end to it. */
const mostDeeds = 64
const longestMs = 40
/** A row of deeds asks nothing of the network, which would meanwhile stand still. */
const withoutPauseMs = 8

interface Attempted {
  readonly refused: boolean
  tell(): void
}

interface Waiting {
  readonly deed: (tx: Transaction<Tables>) => Promise<unknown>
  readonly done: (value: unknown) => void
  readonly failed: (error: unknown) => void
}

/** `isOpen` says whether there still is a transaction: a full disk ends it by itself. */
export function openTogether(write: Kysely<Tables>, isOpen: () => boolean): InTransaction {
  const waiting: Waiting[] = []
  let working = false

  async function work(): Promise<void> {
    working = true
    while (waiting.length > 0) await commitTogether(write, isOpen, waiting)
    working = false
  }
  return <T>(deed: (tx: Transaction<Tables>) => Promise<T>) =>
    new Promise<T>((done, failed) => {
      waiting.push({ deed, done: done as (value: unknown) => void, failed })
      if (!working) void work()
    })
}

/** Takes those who wait, and those who come while they are served. It never fails: each of them is told. */
async function commitTogether(
  write: Kysely<Tables>,
  isOpen: () => boolean,
  waiting: Waiting[],
): Promise<void> {
  const attempted: Attempted[] = []
  const taken: Waiting[] = []
  try {
    await write.transaction().execute(async (tx) => {
      const began = performance.now()
      let paused = began
      while (waiting.length > 0 && taken.length < mostDeeds && performance.now() - began < longestMs) {
        const one = waiting.shift() as Waiting
        taken.push(one)
        attempted.push(await attempt(tx, isOpen, one))
        if (waiting.length > 0 && performance.now() - paused < withoutPauseMs) continue
        await aTurn()
        paused = performance.now()
      }
    })
    for (const { tell } of attempted) tell()
  } catch (error) {
    // Where it could not even begin, all who wait would meet the same.
    const all = taken.length > 0 ? taken : waiting.splice(0)
    for (const [place, one] of all.entries()) {
      if (attempted[place]?.refused) attempted[place].tell()
      else one.failed(error)
    }
  }
}

/** Does one deed and gives how to tell of it once all is on the disk. What was refused leaves nothing behind. */
async function attempt(
  tx: Transaction<Tables>,
  isOpen: () => boolean,
  { deed, done, failed }: Waiting,
): Promise<Attempted> {
  await sql`savepoint deed`.execute(tx)
  try {
    const value = await deed(tx)
    await sql`release deed`.execute(tx)
    return { refused: false, tell: () => done(value) }
  } catch (error) {
    // Questions that the deed asked side by side may still be on their way.
    await aTurn()
    if (!isOpen()) throw error
    await sql`rollback to deed`.execute(tx)
    await sql`release deed`.execute(tx)
    return { refused: true, tell: () => failed(error) }
  }
}

/** Lets the answers and questions of the network pass that are waiting now. */
function aTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
