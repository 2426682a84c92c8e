// The faults of machines and of clients, small: the same gates that `npm run gates` runs at full size.
import { describe, expect, test } from 'vitest'
import { contributions, replies } from '../writes/conversations.ts'
import { ideas, ideasWithPictures, supports } from '../writes/ideas.ts'
import { openedAccounts } from '../writes/people.ts'
import { diskFull } from './disk-full.ts'
import { fewResources } from './few-resources.ts'
import { locked } from './locked.ts'
import { markdown } from './markdown.ts'
import { slowClients } from './slow-clients.ts'
import { gracefulStop } from './stopping.ts'

const small = { people: 10, ideas: 6, contributions: 12, delayP99Ms: null }
const kinds = [ideas, contributions, replies, supports]

describe('faults of the machine and of clients', { timeout: 120_000 }, () => {
  test('another process locks the database: nobody is turned away, and a server that waits on the spot does not pass', async () => {
    // Enough people that on a quick machine nobody writes more often than anybody may.
    const size = { ...small, people: 40, kinds, lockedMs: 2500, times: 1, healthMaxMs: 2000 }
    expect((await locked.run(size)).findings).toEqual([])
    const { findings } = await locked.run({ ...size, broken: 'waits-for-the-lock.mjs' })
    expect(findings.some((finding) => finding.startsWith('A reader waited'))).toBe(true)
  })

  // Only root can mount a small disk.
  test.runIf(process.getuid?.() === 0)(
    'the disk is full and free again, and a server that tells it as just any fault does not pass',
    async () => {
      const size = { ...small, kinds, people: 40, megabytes: 24, fullMs: 300 }
      expect((await diskFull.run(size)).findings).toEqual([])
      const { findings } = await diskFull.run({
        ...size,
        kinds: [contributions],
        broken: 'hides-a-full-disk.mjs',
      })
      expect(findings.some((finding) => finding.startsWith('A full disk is answered with 500'))).toBe(true)
    },
  )

  test('a stop answers every form in flight, and a server that leaves on the spot does not pass', async () => {
    const size = { ...small, inFlight: 24, times: 1, withinMs: 60_000 }
    expect((await gracefulStop.run(size)).findings).toEqual([])
    const hasty = await gracefulStop.run({ ...size, inFlight: 200, broken: 'exits-at-once.mjs' })
    expect(hasty.findings.some((finding) => finding.includes('in flight got no answer'))).toBe(true)
  })

  test('slow clients and odd bodies harm nobody, and a server that trips over a cut body does not pass', async () => {
    const size = {
      ...small,
      dribbling: 40,
      cut: 30,
      othersP99Ms: null,
      allCutWithinMs: null,
      oddBodyMs: null,
    }
    expect((await slowClients.run(size)).findings).toEqual([])
    const trips = await slowClients.run({ ...size, oddBodyMs: 0, broken: 'trips-over-cut-bodies.mjs' })
    expect(trips.findings.some((finding) => finding.startsWith('The server ended'))).toBe(true)
    // And whatever takes longer than it may is said.
    expect(trips.findings.some((finding) => finding.startsWith('JSON, deep is answered after'))).toBe(true)
  })

  test('texts that stall parsers hold up nobody; a server that works on them where it answers does not pass', async () => {
    const size = { ...small, texts: 7, atOnce: 2, harmlessP99Ms: null }
    const [sound, stalls] = await Promise.all([
      markdown.run({ ...size, heldUpMs: null }),
      markdown.run({
        ...{ ...size, heldUpMs: 50, texts: 1, harmlessP99Ms: 50 },
        broken: 'renders-on-the-spot.mjs',
      }),
    ])
    expect(sound.findings).toEqual([])
    expect(stalls.findings.some((finding) => finding.includes('held everybody up'))).toBe(true)
    expect(stalls.findings.some((finding) => finding.startsWith('Whoever wrote something harmless'))).toBe(
      true,
    )
  })

  test('few file descriptors and little memory: no exit, nothing lost, well again afterwards; one that trips over a connection too many does not pass', async () => {
    const few = { descriptors: 256, connections: 400, heapMb: 192, writingMs: 3000 }
    const size = { ...small, ...few, kinds: [...kinds, ideasWithPictures, openedAccounts] }
    // One after the other: what is short is the machine's, too.
    expect((await fewResources.run(size)).findings).toEqual([])
    const trips = await fewResources.run({
      ...size,
      // Enough, and long enough, that a busy machine comes to the one too many.
      ...{ connections: 600, writingMs: 8000 },
      kinds: [contributions],
      broken: 'trips-over-one-too-many.mjs',
    })
    expect(trips.findings.some((finding) => finding.startsWith('The server ended'))).toBe(true)
  })
})
