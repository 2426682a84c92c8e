// Many people at once, each doing one thing after the other, until told to stop or until the server is gone.
import type { BusyTown } from '../writes/busy-town.ts'
import type { KindOfWrite } from '../writes/kind.ts'
import { newMark } from '../writes/marks.ts'
import { type Ledger, politeRefusals } from './ledger.ts'

export interface Writers {
  /** Lets everybody finish what they are about. */
  stop(): Promise<void>
}

let marks = 0

/** Every kind comes first once in each turn of all kinds, so that none is left out in a short round. */
export function letEverybodyWrite(
  busy: BusyTown,
  ledger: Ledger,
  kinds: readonly KindOfWrite[],
  { writers, pauseMs = 0 }: { readonly writers: number; readonly pauseMs?: number },
): Writers {
  let stopped = false
  let turn = busy.chance(kinds.length)
  async function write(): Promise<void> {
    while (!stopped) {
      const kind = kinds[turn++ % kinds.length] as KindOfWrite
      const next = kind.next(busy, newMark(marks++), busy.furnishedFor(kind))
      if (next === null) {
        await new Promise((resolve) => setImmediate(resolve))
        continue
      }
      const answer = await ledger.send(ledger.enter(kind, next))
      // No answer: the server is gone, and with it everybody who was writing.
      if (answer.status === 0) return
      if (politeRefusals.has(answer.status)) await new Promise((resolve) => setTimeout(resolve, 100))
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
  const all = Promise.all(Array.from({ length: writers }, write))
  return {
    async stop() {
      stopped = true
      await all
    },
  }
}

/** Sends again, with the same keys, what was never answered; a few times, since a town may still be coming to itself. */
export async function sendAgain(ledger: Ledger, times = 3): Promise<void> {
  for (let time = 0; time < times && ledger.open().length > 0; time++) {
    const open = [...ledger.open()]
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let entry = open.pop(); entry; entry = open.pop()) await ledger.send(entry)
      }),
    )
  }
}
