// The chair at the console of a meeting: each click names the newest deed the console has seen, as its forms do.
import type { Stand } from '#app/domain/meetings/stand.ts'
import { type Fields, visitor } from '#tests/gates/harness/visitor.ts'
import { pause } from './readers.ts'

export interface Chair {
  /** Sends a form of the console; gives the number of the new deed, which every screen is told. */
  click(intent: string, fields?: Fields): Promise<number>
  stand(): Promise<Stand>
  close(): void
}

export async function chairAt(url: string, meeting: number, cookie: string): Promise<Chair> {
  const door = visitor({ port: Number(new URL(url).port), baseUrl: url }, { cookie, timeoutMs: 60_000 })
  const address = `/runder-tisch/sitzungen/${meeting}`
  const stand = async () =>
    (JSON.parse((await door.get(`${address}/stand.json`)).text) as { readonly stand: Stand }).stand
  let { turn } = await stand()
  let clicks = 0
  return {
    async click(intent, fields = {}) {
      const idempotencyKey = `console-${meeting}-${turn}-${clicks++}`
      const answer = await door.send(`${address}/leitung`, { intent, turn, idempotencyKey, ...fields })
      if (answer.status !== 303)
        throw new Error(`The chair's '${intent}' was answered ${answer.status}: ${answer.text.slice(0, 300)}`)
      // The screens are told first; the console asks after them.
      await pause(250)
      turn = (await stand()).turn
      return turn
    },
    stand,
    close: () => door.close(),
  }
}
