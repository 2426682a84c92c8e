import type { IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countLines } from '#server/live/lines.ts'
import { type Live, openLive } from '#server/live.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { connectTo, listening } from './town.ts'

const asked = (from: string, forwarded = '', url = '/live/?EIO=4') =>
  ({
    url,
    socket: { remoteAddress: from },
    headers: forwarded === '' ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage

test('a network block holds so many lines, another one its own, and what ends makes room', () => {
  const lines = countLines(0, 2)
  const ends = [lines.hold(asked('2001:db8:1:2::1')), lines.hold(asked('2001:db8:1:2:ffff::9'))]
  expect(lines.mayEnter(asked('2001:db8:1:2::77'))).toBe(false)
  expect(lines.mayEnter(asked('2001:db8:1:3::1'))).toBe(true)
  // What a stranger writes into a request is no other address; a connection there is already goes on.
  expect(lines.mayEnter(asked('2001:db8:1:2::77', '203.0.113.9'))).toBe(false)
  expect(lines.mayEnter(asked('2001:db8:1:2::77', '', '/live/?EIO=4&transport=polling&sid=abc'))).toBe(true)
  ends[0]?.()
  expect(lines.mayEnter(asked('2001:db8:1:2::77'))).toBe(true)
})

test('behind a proxy of ours the address it saw counts, and the machine itself is never full', () => {
  const lines = countLines(1, 1)
  lines.hold(asked('127.0.0.1', '198.51.100.1, 203.0.113.9'))
  expect(lines.mayEnter(asked('127.0.0.1', '192.0.2.1, 203.0.113.9'))).toBe(false)
  expect(lines.mayEnter(asked('127.0.0.1', '203.0.113.9, 192.0.2.1'))).toBe(true)
  lines.hold(asked('127.0.0.1'))
  expect(lines.mayEnter(asked('127.0.0.1'))).toBe(true)
  expect(lines.mayEnter(asked('::1'))).toBe(true)
  expect(lines.mayEnter(asked('::ffff:127.0.0.1'))).toBe(true)
})

let town: TestTown
let live: Live
let baseUrl: string
let stop: () => Promise<unknown>

beforeAll(async () => {
  const server = await listening()
  baseUrl = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  town = await openTestTown(databases[0] as (typeof databases)[number], {
    BASE_URL: baseUrl,
    TRUST_PROXY: '1',
  })
  live = openLive(server, town.platform, town.settings, { linesAtMost: 2 })
  stop = () => new Promise((resolve) => server.close(resolve))
})
afterAll(async () => {
  await live.close()
  await stop()
  await town.close()
})

test.each(['websocket', 'polling'] as const)('the door holds to it, by %s too', async (transport) => {
  const connect = (from: string) => connectTo({ token: null, origin: baseUrl, baseUrl, transport, from })
  const full = transport === 'websocket' ? '203.0.113.9' : '198.51.100.9'
  const [first, second] = [await connect(full), await connect(full)]
  await expect(connect(full)).rejects.toThrow()
  const other = await connect('203.0.113.10')
  expect((await first.watch('ideas', 0))?.answer).toBe('watching')
  const gone = new Promise((resolve) => first.socket.once('disconnect', resolve))
  first.socket.disconnect()
  await gone
  await expect
    .poll(
      () =>
        connect(full).then(
          (client) => client.socket.disconnect(),
          () => null,
        ),
      { timeout: 10_000 },
    )
    .not.toBeNull()
  for (const client of [second, other]) client.socket.disconnect()
})
