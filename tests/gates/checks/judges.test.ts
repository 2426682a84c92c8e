// The judges of the gates are shown histories that are wrong on purpose, and the sound ones that lie closest to them.
import { describe, expect, test } from 'vitest'
import { firstDifference, textOf } from '../gates/live-equals-reload.ts'
import { tooFewFiles } from '../harness/resources.ts'
import { judgeDelays } from './delays.ts'
import { isGrown } from './grown.ts'
import { judgeKept } from './kept.ts'
import { type Asked, judgeMails, type Try, triedTooSoon } from './mails.ts'
import { judgeOnce, standInOrder } from './once.ts'
import { slopeAnHour } from './slope.ts'
import { judgeStorm } from './storm.ts'
import { judgeWriters } from './writers.ts'

describe('mails', () => {
  const at = (address: string, atMs: number): Asked => ({ address, atMs })
  const tried = (id: string, atMs: number, taken: Try['taken'] = 'yes', life = 0): Try => ({
    ...{ to: 'a', id, atMs, taken, life },
  })
  const two = [at('a', 1), at('a', 4)]

  test('each came, once, in its order', () => {
    const sound = { missing: [], doubles: 0, overtaken: [] }
    expect(judgeMails(two, [tried('1', 2), tried('2', 5)])).toEqual(sound)
    // Taken over twice, for the mail server could not say so the first time.
    expect(judgeMails(two, [tried('1', 2, 'unsaid'), tried('1', 3), tried('2', 5)])).toEqual(sound)
    // The older one had its turn before the newer one.
    expect(judgeMails(two, [tried('1', 5, 'no'), tried('2', 6), tried('1', 9)])).toEqual(sound)
    // A crash met the newer one, and it goes on where it was.
    const crash = [tried('1', 5, 'no'), tried('2', 6, 'no'), tried('2', 7, 'yes', 1), tried('1', 9, 'yes', 1)]
    expect(judgeMails(two, crash)).toEqual(sound)
  })

  test('one is missing, one came twice, one was overtaken, one was not given a pause', () => {
    expect(judgeMails(two, [tried('1', 2)]).missing).toEqual(['a'])
    expect(judgeMails(two, [tried('1', 2), tried('1', 3), tried('2', 5)]).doubles).toBe(1)
    // The last turn of the older one was before the newer one was written.
    expect(judgeMails(two, [tried('1', 2, 'no'), tried('2', 5), tried('1', 9)]).overtaken).toEqual(['a'])
    expect(triedTooSoon([], [tried('1', 2, 'no'), tried('1', 6)], 5)).toBe(1)
    // A crash, a pause, or a newer mail to the same address is a reason.
    expect(triedTooSoon([], [tried('1', 2, 'no'), tried('1', 6, 'yes', 1)], 5)).toBe(0)
    expect(triedTooSoon([], [tried('1', 2, 'no'), tried('1', 7)], 5)).toBe(0)
    expect(triedTooSoon([at('a', 4)], [tried('1', 2, 'no'), tried('1', 6)], 5)).toBe(0)
  })
})

test('a migration keeps every row with its words', () => {
  const rows = (...texts: string[]) => texts.map((text, place) => ({ id: place, text, html: '' }))
  const before = new Map([['idea', rows('eins', 'zwei')]])
  const now = (...texts: string[]) => rows(...texts).map((row) => ({ ...row, html: '<p>', more: 'neu' }))
  expect(judgeKept(before, new Map([['idea', now('eins', 'zwei')]]))).toEqual([])
  expect(judgeKept(before, new Map([['idea', now('eins', 'zwo')]]))).toHaveLength(1)
  expect(judgeKept(before, new Map([['idea', now('eins')]]))).toHaveLength(2)
  expect(judgeKept(before, new Map())).toHaveLength(1)
})

test('what has to happen happens, and once; what was said stands in its order', () => {
  expect(judgeOnce('reminder', ['half of idea 1', 'half of idea 2'])).toEqual([])
  expect(judgeOnce('reminder', [])).toHaveLength(1)
  expect(judgeOnce('reminder', ['half of idea 1', 'half of idea 2', 'half of idea 1'])).toHaveLength(1)
  expect(standInOrder('eins zwei drei', ['eins', 'zwei', 'drei'])).toBe(true)
  expect(standInOrder('zwei eins', ['eins', 'zwei'])).toBe(false)
  expect(standInOrder('zwei', ['eins', 'zwei'])).toBe(false)
})

test('a storm costs pages, others and the machine no more than it may', () => {
  const limits = { backWithinMs: 9, healthP99Ms: 9, healthMaxMs: 20, memoryMb: 400, growsMb: 20 }
  const calm = { missing: 0, disorder: 0, backs: [1, 9], waits: [1, 2, 9], memoryMb: 400 }
  expect(judgeStorm({ ...calm, ownMb: { before: 100, after: 120 } }, limits)).toEqual([])
  const wild = { missing: 1, disorder: 1, backs: [10], waits: [21], memoryMb: 401 }
  expect(judgeStorm({ ...wild, ownMb: { before: 9, after: 30 } }, limits)).toHaveLength(7)
  expect(tooFewFiles('Max open files            1024      1024      files', 2_500)).toContain('1024')
  expect(tooFewFiles('Max open files            4096      4096      files', 2_500)).toBeNull()
})

test('an event loop is judged in each life, beside what an idle process had to wait for', () => {
  const stretch = (seconds: number, p99Ms: number, maxMs: number, idleMs: number) => ({
    ...{ seconds, own: { p99Ms, maxMs }, idle: { p99Ms: idleMs, maxMs: idleMs } },
  })
  const limits = { p99Ms: 50, maxMs: 200 }
  const calm = stretch(9, 5, 20, 0)
  // A crowded machine, and a life too short for a hundredth part.
  expect(judgeDelays([calm, stretch(9, 90, 240, 45), stretch(1, 150, 150, 0)], limits)).toEqual([])
  expect(judgeDelays([stretch(9, 51, 60, 0), calm], limits)).toHaveLength(1)
  expect(judgeDelays([calm, stretch(1, 201, 201, 0)], limits)).toHaveLength(1)
  expect(judgeDelays([], limits)).toHaveLength(1)
})

test('writers slowed down, a text that swells, memory that climbs, a page that differs', () => {
  expect(judgeWriters([10, 40], [10, 99], 2)).toEqual([])
  expect(judgeWriters([10, 40], [10, 101], 2)).toHaveLength(1)
  expect(isGrown({ text: 'x'.repeat(2_000), html: 'x'.repeat(50_000) })).toBe(false)
  expect(isGrown({ text: 'x'.repeat(2_000), html: 'x'.repeat(50_001) })).toBe(true)
  const growing = Array.from({ length: 10 }, (_, minute) => ({ minute, mb: 100 + minute }))
  expect(slopeAnHour(growing)).toBeCloseTo(60)
  expect(slopeAnHour(growing.map(({ minute }) => ({ minute, mb: 100 })))).toBe(0)
  const page = (words: string) =>
    textOf({ status: 200, text: `<body><main><p>${words}</p><script>1</script></main></body>` })
  expect(page('Zwei Beiträge')).toBe('200 Zwei Beiträge')
  expect(firstDifference(page('Zwei Beiträge'), page('Drei Beiträge'))).toContain("a fresh load '200 Drei")
})
