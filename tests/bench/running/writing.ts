// People at one section, each a browser's own session in this process: how long a letter takes to the others' screens.
import { io, type Socket } from 'socket.io-client'
import * as Y from 'yjs'
import { openPage } from '#tests/standards/workshop/page.ts'
import type { Cost } from './cost.ts'
import { percentile } from './cost.ts'

export interface WritingTarget {
  readonly url: string
  cost(): Cost
}

export interface Written {
  readonly p50: number
  readonly p99: number
  readonly lost: number
  readonly cpuUsPerLetter: number
}

/** A page with one text: `type` puts a mark in, `seen` gives every mark that has come by now. */
interface Page {
  type(mark: string): void
  onText(listener: (text: string) => void): void
  close(): void
}

export interface Keys {
  /** How many letters each person types, and the pause between two of them; people take turns evenly in between. */
  readonly letters: number
  readonly everyMs: number
}

export async function measureWriting(
  target: WritingTarget,
  pages: readonly Page[],
  { letters, everyMs }: Keys,
): Promise<Written> {
  // Larger crowds come to the same text after smaller ones, and find their marks there.
  const markOf = (writer: number) => `<${pages.length}.${writer}.`
  const sentAt = new Map<string, number>()
  const waits: number[] = []
  for (const [reader, page] of pages.entries()) {
    const known = new Set<string>()
    page.onText((text) => {
      const now = performance.now()
      for (const [mark] of text.matchAll(/<[\d.]+>/g)) {
        if (known.has(mark)) continue
        known.add(mark)
        const at = sentAt.get(mark)
        if (at !== undefined && !mark.startsWith(markOf(reader))) waits.push(now - at)
      }
    })
  }
  const before = target.cost()
  await Promise.all(
    pages.map(async (page, writer) => {
      await pause((everyMs / pages.length) * writer)
      for (let letter = 0; letter < letters; letter++) {
        const mark = `${markOf(writer)}${letter}>`
        sentAt.set(mark, performance.now())
        page.type(mark)
        await pause(everyMs)
      }
    }),
  )
  await pause(1500)
  const cpuMs = target.cost().cpuMs - before.cpuMs
  const due = pages.length * letters * (pages.length - 1)
  return {
    ...{ p50: percentile(waits, 0.5), p99: percentile(waits, 0.99), lost: due - waits.length },
    cpuUsPerLetter: (cpuMs * 1000) / (pages.length * letters),
  }
}

/** Through the workshop, as the page does it. */
export async function workshopPage(
  url: string,
  cookie: string,
  section: string,
  clause: string,
): Promise<Page> {
  const socket = await connect(url, { Cookie: cookie, Origin: url })
  const session = await openPage(socket, section)
  if (session.state.line !== 'joined') throw new Error(`The section was not opened: ${session.state.line}`)
  const text = session.document.getText(clause)
  return {
    type: (mark) => text.insert(text.length, mark),
    onText: (listener) => session.document.on('update', () => listener(text.toString())),
    close() {
      session.close()
      socket.disconnect()
    },
  }
}

/** The same documents and the same updates over a relay that only passes them on. */
export async function relayPage(url: string): Promise<Page> {
  const socket = await connect(url, {})
  const document = new Y.Doc()
  const text = document.getText('clause')
  document.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'line') socket.emit('workshop-write', { part: update })
  })
  socket.on('workshop-words', ({ words }: { words: Uint8Array }) =>
    Y.applyUpdate(document, new Uint8Array(words), 'line'),
  )
  return {
    type: (mark) => text.insert(text.length, mark),
    onText: (listener) => document.on('update', () => listener(text.toString())),
    close: () => void socket.disconnect(),
  }
}

function connect(url: string, extraHeaders: Record<string, string>): Promise<Socket> {
  const socket = io(url, { path: '/live', transports: ['websocket'], forceNew: true, extraHeaders })
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket))
    socket.once('connect_error', reject)
  })
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
