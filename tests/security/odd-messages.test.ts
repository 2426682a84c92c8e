// Odd values as live messages and odd bytes as frames: nobody is hurt, and the next reader is served as before.
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databases } from '#tests/databases.ts'
import { type LiveTown, openLiveTown } from '#tests/live/town.ts'
import { isMissing, readReference } from '#tests/reference-data.ts'

let town: LiveTown
const faults: string[] = []
let upgrades = 0
beforeAll(async () => {
  const [sqlite] = databases
  if (!sqlite) throw new Error('There is no database to test on.')
  town = await openLiveTown(sqlite)
  Object.assign(town.platform, {
    log: (level: string, message: string, facts?: object) => {
      if (level === 'error') faults.push(`${message} ${JSON.stringify(facts)}`)
    },
  })
})
afterAll(() => town.close())

const few: readonly unknown[] = [
  null,
  true,
  -0,
  1.5,
  '',
  [],
  {},
  { topic: null },
  { topic: {} },
  { topic: 'idea:__proto__', asOf: 0 },
  { topic: "idea:' or 1=1", asOf: 0 },
  { topic: 'idea:\u0000', asOf: 0 },
  { topic: 'x'.repeat(5000), asOf: 0 },
  { topic: 'ideas', asOf: 'NaN' },
  { topic: 'ideas', asOf: 2 ** 60 },
  { topic: ['ideas'], asOf: 0 },
]

const fewFrames: readonly string[] = [
  '4',
  '40',
  '42',
  '42[',
  '42[]',
  '42["watch"]',
  '42["__proto__",{}]',
  '42["watch",{"topic":"ideas","asOf":0}]',
  '451-["watch",{"_placeholder":true,"num":0}]',
  '40/unknown,',
  '99999999',
  '\u0000',
]

const file = 'security/bad-inputs.json'
interface Listed {
  readonly inputs: readonly { readonly target?: string; readonly value: unknown }[]
}
const listed = isMissing(file) ? [] : readReference<Listed>(file).inputs

async function stillWell(): Promise<void> {
  const reader = await town.connect()
  expect(await reader.watch('ideas', 0)).toMatchObject({ topic: 'ideas' })
  reader.socket.disconnect()
  expect(faults).toEqual([])
}

test('whatever is said in a live message, nobody is hurt and no fault is logged', async () => {
  const values = [...few, ...listed.map(({ value }) => value)]
  const every = ['watch', 'leave', 'typing', 'news', 'constructor']
  for (let from = 0; from < values.length; from += 30) {
    // A flood is cut off, so each thirty come by a line of their own.
    const { socket } = await town.connect()
    values.slice(from, from + 30).forEach((value, place) => {
      const name = every[place % every.length] ?? 'watch'
      socket.emit(name, value, () => undefined)
      if (typeof value === 'string') socket.emit('watch', { topic: value, asOf: 0 }, () => undefined)
    })
    await new Promise((resolve) => setTimeout(resolve, 15))
    socket.disconnect()
  }
  await stillWell()
}, 60_000)

test('whatever bytes come as a frame, the line ends at the most', async () => {
  const frames = [
    ...fewFrames,
    ...listed.filter(({ target }) => target === 'raw-ws').map(({ value }) => frameOf(value)),
  ]
  for (const frame of frames) await sendFrame(frame)
  await sendFrame(Buffer.from([0xff, 0xfe, 0x00]))
  await sendFrame('x'.repeat(40_000))
  expect(upgrades).toBe(frames.length + 2)
  await stillWell()
}, 60_000)

function frameOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** As the protocol wants it: a handshake, then the frame, both before and after the greeting of the namespace. */
function sendFrame(said: string | Buffer): Promise<void> {
  const { port, host } = new URL(town.baseUrl)
  const kind = typeof said === 'string' ? 1 : 2
  const bytes = [frame(kind, Buffer.from(said)), frame(1, Buffer.from('40')), frame(kind, Buffer.from(said))]
  return new Promise((resolve) => {
    const line = connect(Number(port), '127.0.0.1', () => {
      line.write(
        `GET /live/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${town.baseUrl}\r\n` +
          'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      )
    })
    line.on('error', () => undefined)
    line.once('close', () => resolve())
    line.once('data', (answer) => {
      upgrades += answer.toString('latin1').startsWith('HTTP/1.1 101') ? 1 : 0
      line.write(Buffer.concat(bytes), () => setTimeout(() => line.destroy(), 10))
    })
  })
}

/** One frame of a browser, masked with nothing. */
function frame(kind: number, said: Buffer): Buffer {
  const length =
    said.length < 126
      ? Buffer.from([0x80 | said.length])
      : Buffer.from([0x80 | 127, 0, 0, 0, 0, ...lengthBytes(said.length)])
  return Buffer.concat([Buffer.from([0x80 | kind]), length, Buffer.alloc(4), said])
}

function lengthBytes(length: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  return bytes
}
