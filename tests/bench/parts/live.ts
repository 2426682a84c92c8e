// How long a new contribution takes from its post to every reader, beside a bare Socket.IO broadcast of the same bytes.
import type { Aim, Bar, Cell, Part } from '../part.ts'
import { bareFanOut } from '../running/floor.ts'
import { conversationOf, postContribution } from '../running/posting.ts'
import { fanOut } from '../running/readers.ts'

const crowds = [100, 1000, 2000]
const posts = 12
const everyMs = 600
/** A server that has been up for a day has posted more often than this. */
const warm = 400
const warmEveryMs = 20

export const live: Part = {
  name: 'live',
  about: 'from a post to every open page at 100, 1,000 and 2,000 readers, beside a bare broadcast',
  async run(bench) {
    const town = await bench.copyOfTown(1000)
    const conversation = conversationOf(town, 2)
    const rows: Cell[][] = []
    const aims: Aim[] = []
    const bars: Bar[] = []
    for (const sockets of crowds) {
      bench.say(`${sockets} readers`)
      const server = await bench.serve(town)
      const ours = await fanOut(server, {
        ...{ sockets, posts, everyMs, warm, warmEveryMs, topic: `conversation:${conversation}` },
        post: (index) => postContribution(server.url, town, conversation, sockets + index),
      })
      await server.stop()
      const floor = await bareFanOut(bench, { sockets, posts, everyMs, warm, warmEveryMs, bytes: ours.bytes })
      for (const [name, one] of [
        ['ours', ours],
        ['bare broadcast', floor],
      ] as const)
        rows.push([
          `${sockets.toLocaleString('en')} readers, ${name}`,
          one.p50,
          one.p99,
          one.lost,
          one.doubled,
          one.cpuUsPerDelivery,
          one.bytes,
        ])
      rows.push([
        `${sockets.toLocaleString('en')} readers, ratio`,
        ours.p50 / floor.p50,
        ours.p99 / floor.p99,
        null,
        null,
        ours.cpuUsPerDelivery / floor.cpuUsPerDelivery,
        null,
      ])
      bars.push({
        label: `${sockets.toLocaleString('en')} readers, p99`,
        ours: ours.p99,
        bare: floor.p99,
        unit: 'ms',
      })
      if (sockets < 1000) continue
      const crowd = `at ${sockets.toLocaleString('en')} readers`
      aims.push(
        {
          what: `p99 beside the bare broadcast ${crowd}`,
          value: ours.p99 / floor.p99,
          limit: 1.5,
          better: 'less',
          unit: '×',
        },
        {
          what: `processor time of a delivery ${crowd}`,
          value: ours.cpuUsPerDelivery,
          limit: 26,
          better: 'less',
          unit: 'µs',
        },
        {
          what: `messages lost or doubled ${crowd}`,
          value: ours.lost + ours.doubled,
          limit: 0,
          better: 'less',
          unit: '',
        },
      )
    }
    const columns = ['live news', 'p50 ms', 'p99 ms', 'lost', 'doubled', 'CPU µs each', 'bytes']
    const note = `Readers are guests. ${posts} posts, one every ${everyMs} ms, after ${warm} that do not count; the time counts from the moment the author sends.`
    return [{ title: 'From a post to every reader', columns, rows, note, aims, bars }]
  },
}
