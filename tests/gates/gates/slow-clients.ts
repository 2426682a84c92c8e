// Clients that dribble, cut off or send too much: they are cut, everybody else is served as if they were not there.
import net from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { figure, type Gate, percentile } from '../gate.ts'
import type { Place } from '../harness/place.ts'
import { type BusySize, withBusyTown } from '../load/busy.ts'
import { askEveryFewMoments } from '../load/health.ts'

export interface SlowSize extends BusySize {
  readonly dribbling: number
  readonly cut: number
  readonly othersP99Ms: number | null
  readonly allCutWithinMs: number | null
  /** Until an odd body is answered; null where the machine is too busy to say. */
  readonly oddBodyMs: number | null
}

export const slowClients: Gate<SlowSize> = {
  name: 'slow-clients',
  holds:
    '500 dribbling connections are cut within 40 s while others are served; cut and huge bodies harm nobody, and each is answered within 200 ms',
  full: {
    dribbling: 500,
    cut: 200,
    othersP99Ms: 250,
    ...{ allCutWithinMs: 40_000, oddBodyMs: 200 },
    delayP99Ms: 50,
    people: 10,
    ideas: 4,
    contributions: 10,
  },
  run: (size) =>
    withBusyTown(size, {}, async ({ place, busy, findings, town }) => {
      const asking = askEveryFewMoments(place, '/ideen', 50)
      const dribblers = Array.from({ length: size.dribbling }, (_, turn) => dribble(place, turn % 2 === 0))
      await Promise.all(Array.from({ length: size.cut }, () => cutOff(place)))
      const door = busy.as(busy.people[0] ?? null)
      const talk = busy.ideas[0]?.conversationId ?? ''
      let slowestBody = 0
      for (const { what, type, body } of oddBodies) {
        // One after the other, and twice: a body shall wait neither for another one nor for a hiccup of the machine.
        const answers = []
        for (let time = 0; time < 2; time++)
          answers.push(await door.ask('POST', `/gespraech/${talk}`, { 'Content-Type': type }, body))
        for (const { status, text } of answers)
          if (status >= 500) findings.push(`${what} is answered with ${status}: ${text.slice(0, 120)}`)
        const ms = Math.min(...answers.map((answer) => answer.ms))
        slowestBody = Math.max(slowestBody, ms)
        if (size.oddBodyMs !== null && ms > size.oddBodyMs)
          findings.push(`${what} is answered after ${Math.round(ms)} ms.`)
      }
      const began = performance.now()
      let cutAfter = 0
      if (size.allCutWithinMs !== null) {
        await Promise.race([Promise.all(dribblers.map(({ gone }) => gone)), pause(size.allCutWithinMs)])
        cutAfter = performance.now() - began
        const left = dribblers.filter(({ open }) => open()).length
        if (left > 0) findings.push(`${left} slow connections are still open.`)
      } else await pause(1500)
      for (const { end } of dribblers) end()
      await asking.stop()
      const p99 = percentile(asking.waits, 0.99)
      if (size.othersP99Ms !== null && p99 > size.othersP99Ms)
        findings.push(`Others waited ${Math.round(p99)} ms (p99).`)
      if ([...asking.statuses].some(([status]) => status !== 200))
        findings.push(`Others were answered with ${[...asking.statuses.keys()].join(', ')}.`)
      if (town.ended() !== null) findings.push(`The server ended: ${town.log().slice(-300)}`)
      return {
        'slow connections, cut bodies': `${size.dribbling}, ${size.cut}`,
        'others wait, ms (p99)': figure(p99),
        'an odd body is answered after, ms (most)': figure(slowestBody),
        ...(size.allCutWithinMs === null ? {} : { 'all cut after, s': figure(cutAfter / 1000) }),
      }
    }),
}

const form = 'application/x-www-form-urlencoded'
const oddBodies: readonly { what: string; type: string; body: Buffer | string }[] = [
  { what: 'a form of 990 kB', type: form, body: `text=${'a'.repeat(990_000)}` },
  { what: 'a form of 2 MB', type: form, body: `text=${'a'.repeat(2_000_000)}` },
  { what: 'JSON, deep', type: 'application/json', body: '['.repeat(100_000) },
  { what: 'bytes that are no UTF-8', type: form, body: Buffer.from('746578743dfffec0c1', 'hex') },
  { what: 'a form with half an escape', type: form, body: 'text=%E0%A4%A&move=%' },
  { what: 'multipart without an end', type: 'multipart/form-data; boundary=x', body: '--x\r\nContent-Disp' },
  { what: 'multipart without a boundary', type: 'multipart/form-data', body: 'x' },
  { what: '20,000 fields', type: form, body: Array.from({ length: 20_000 }, (_, n) => `f${n}=1`).join('&') },
  { what: 'a body of no type', type: '', body: 'text=hello' },
  { what: 'a picture where text belongs', type: 'image/png', body: Buffer.from('89504e47', 'hex') },
]

/** Half of them dribble headers, half a body. */
function dribble(place: Place, headers: boolean) {
  const socket = net.connect(place.port, '127.0.0.1')
  const start = headers
    ? 'GET /ideen HTTP/1.1\r\nHost: x\r\n'
    : `POST /melden HTTP/1.1\r\nHost: x\r\nOrigin: ${place.baseUrl}\r\nContent-Type: ${form}\r\nContent-Length: 5000\r\n\r\n`
  let open = true
  socket.on('error', () => undefined)
  socket.on('data', () => undefined)
  socket.write(start)
  const drop = setInterval(() => socket.write(headers ? 'X-A: b\r\n' : 'a'), 1000)
  const gone = new Promise<void>((resolve) => {
    socket.once('close', () => {
      open = false
      clearInterval(drop)
      resolve()
    })
  })
  return { gone, open: () => open, end: () => socket.destroy() }
}

/** Promises a body, waits until the server wants it, sends half of it and hangs up. */
function cutOff(place: Place): Promise<void> {
  return new Promise((resolve) => {
    const socket = net.connect(place.port, '127.0.0.1', () => {
      socket.write(
        `POST /ideen/neu HTTP/1.1\r\nHost: x\r\nOrigin: ${place.baseUrl}\r\nContent-Type: ${form}\r\nContent-Length: 4000\r\nExpect: 100-continue\r\n\r\n`,
      )
    })
    socket.once('data', () => socket.write('text=abc', () => setTimeout(() => socket.destroy(), 20)))
    socket.on('error', () => undefined)
    socket.once('close', () => resolve())
  })
}
