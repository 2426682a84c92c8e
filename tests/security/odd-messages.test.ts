// Odd values as live messages and odd bytes as frames: nobody is hurt, and the next reader is served as before.
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { groupedBy } from '#app/domain/lists.ts'
import { addClause } from '#app/domain/standards/draft.server.ts'
import { addSection } from '#app/domain/standards/section.server.ts'
import { foundStandard } from '#app/domain/standards/standard.server.ts'
import { inTurn } from '#server/in-turn.ts'
import { socketMessages } from '#server/live/messages.ts'
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
  readonly inputs: readonly { readonly class: string; readonly target?: string; readonly value: unknown }[]
}
const listed = isMissing(file) ? [] : readReference<Listed>(file).inputs
const classes = [...groupedBy(listed, (one) => one.class).values()]

async function stillWell(): Promise<void> {
  const reader = await town.connect()
  expect(await reader.watch('ideas', 0)).toMatchObject({ topic: 'ideas' })
  reader.socket.disconnect()
  expect(faults).toEqual([])
}

const said = socketMessages.filter(({ from }) => from === 'browser')

test('whatever is said in a live message, nobody is hurt and no fault is logged', async () => {
  const values = [...few, ...listed.map(({ value }) => value)]
  const every = [...said.map(({ name }) => name), 'news', 'constructor']
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

/** What a message carries, as a page of ours would send it; a field that is new takes odd values all the same. */
const carried = (section: string, generation: unknown): Readonly<Record<string, unknown>> => ({
  ...{ topic: `draft:${section}`, asOf: 0, section, generation, version: 0, vector: null },
  ...{ number: 1, part: new Uint8Array([0, 0]), last: true, at: { clause: 'x', anchor: '{}', head: '{}' } },
})

/** Writings no editor makes: nothing, numbers without end, more things than there are bytes, things within things. */
const oddBytes: readonly Uint8Array[] = [
  new Uint8Array(0),
  new Uint8Array(30).fill(0xff),
  new Uint8Array([1, 0xff, 0xff, 0xff, 0xff, 0x0f, 1, 0]),
  new Uint8Array([1, 1, 1, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f, 0]),
  new Uint8Array([1, 1, 1, 0, 8, 1, 1, 0x61, 1, ...Array<number>(6000).fill(117)]),
  new Uint8Array(7_999).fill(1),
]

test('whatever the fields of a message hold, the words of others stay as they are', async () => {
  const chair = await town.person('Berghoff', { seat: { body: 'runder-tisch', function: 'chair' } })
  const editor = await town.person('Kornfeld', { seat: { body: 'ag-standards', function: 'member' } })
  const about = { slug: 'zusammen', title: 'Zusammen', about: 'Wie.', bodySlug: 'ag-standards' }
  const { id: standardId } = await town.does(chair, foundStandard, about)
  const { id: section } = await town.does(editor, addSection, { standardId, title: 'Räume' })
  await town.does(editor, addClause, { sectionId: section, text: 'Wer bucht, sagt es.' })
  const { token } = await town.session(editor)
  // Of each class one, with each field the next.
  const oneOfEach = (turn: number) => classes.map((some) => some[turn % some.length]?.value)
  const fields = said.flatMap(({ name, carries }) => carries.map((field) => ({ name, field })))
  const tries = fields.flatMap((one, turn) =>
    [...few, ...oneOfEach(turn), ...oddBytes].map((value) => ({ ...one, value })),
  )
  expect(tries.length).toBeGreaterThan(500)
  for (let from = 0; from < tries.length; from += 15) {
    const { socket, watch } = await town.connect({ token })
    await watch(`draft:${section}`, 0)
    const joined = await socket.timeout(5000).emitWithAck('workshop-join', { section, version: 0 })
    for (const { name, field, value } of tries.slice(from, from + 15))
      socket.emit(name, { ...carried(section, joined?.generation), [field]: value }, () => undefined)
    // What was sent before this answer was dealt with before it, too, unless the line was cut.
    await watch('ideas', 0).catch(() => null)
    socket.disconnect()
  }
  await town.platform.settleDraft(section)
  const clauses = await town.platform.database.read.selectFrom('clause').select('text').execute()
  expect(clauses).toEqual([{ text: 'Wer bucht, sagt es.' }])
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

/** What a browser asks to talk on: an upgrade of its line. */
function upgradeAt(address: string): string {
  const head = { Host: new URL(town.baseUrl).host, Origin: town.baseUrl, Connection: 'Upgrade' }
  const wish = {
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': 13,
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
  }
  const lines = Object.entries({ ...head, ...wish }).map(([name, value]) => `${name}: ${value}`)
  return `GET ${address} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
}

test('a line that wants to talk where nobody does is hung up on, and lines that break while they wait hurt nobody', async () => {
  const port = Number(new URL(town.baseUrl).port)
  const lost = connect(port, '127.0.0.1', () => lost.write(upgradeAt('/')))
  lost.on('error', () => undefined)
  await new Promise((resolve) => lost.once('close', resolve))
  const lines = Array.from({ length: 50 }, () => connect(port, '127.0.0.1').on('error', () => undefined))
  await Promise.all(lines.map((line) => new Promise((resolve) => line.once('connect', resolve))))
  // A crowd before them, so that they have to wait.
  const moment = () => {
    for (const began = performance.now(); performance.now() - began < 5; );
  }
  for (let one = 0; one < 90; one++) inTurn(moment)
  for (const line of lines) line.write(upgradeAt('/live/?EIO=4&transport=websocket'))
  await new Promise((resolve) => setTimeout(resolve, 60))
  for (const line of lines) line.resetAndDestroy()
  await new Promise((resolve) => setTimeout(resolve, 600))
  await stillWell()
}, 30_000)
