// The floor for live news: messages of the same size from a bare Socket.IO to as many readers.
import type { Bench } from '../part.ts'
import { type Fanout, fanOut } from './readers.ts'

export async function bareFanOut(
  bench: Bench,
  wish: {
    readonly sockets: number
    readonly posts: number
    readonly everyMs: number
    readonly warm?: number
    readonly warmEveryMs?: number
    readonly bytes: number
  },
): Promise<Fanout> {
  const bare = await bench.bare('broadcast.mjs')
  const floor = await fanOut(bare, {
    ...wish,
    topic: 'room',
    async post(number) {
      const message = { topic: 'room', upTo: number, type: 'contribution.posted', number, rest: '' }
      const missing = wish.bytes - `42["news",${JSON.stringify(message)}]`.length
      message.rest = 'a'.repeat(Math.max(0, missing))
      await fetch(bare.url, { method: 'POST', body: JSON.stringify(message) })
      return number
    },
  })
  await bare.stop()
  return floor
}
