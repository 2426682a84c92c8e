// Outages and long ways, small: the same gates that `npm run gates` runs at full size.
import { describe, expect, test } from 'vitest'
import { contributions, readings } from '../writes/conversations.ts'
import { supports } from '../writes/ideas.ts'
import { separateBallots } from '../writes/polls.ts'
import { backup } from './backup.ts'
import { clock } from './clock.ts'
import { liveEqualsReload } from './live-equals-reload.ts'
import { mail } from './mail.ts'
import { migration } from './migration.ts'
import { postgresCrashes, postgresRestarts } from './postgres.ts'
import { reconnect } from './reconnect.ts'
import { soak } from './soak.ts'

// The sound town and the broken one run at once: both wait more than they work.
const small = { people: 12, ideas: 4, contributions: 12, delayP99Ms: null }

describe('outages', { timeout: 120_000 }, () => {
  test('PostgreSQL crashes under load, and our process too: nothing confirmed is lost, and nobody exits; one that confirms before the disk has it does not pass', async () => {
    const size = { ...small, everyNth: 2, backWithinMs: null, servingWithinMs: null, writers: 8, fewest: 16 }
    const [sound, hasty] = await Promise.all([
      postgresCrashes.run({ ...size, kills: 2 }),
      // The smallest writes there are: PostgreSQL hands its memory on in pages of 8 kB, which a contribution nearly fills.
      postgresCrashes.run({
        ...size,
        kills: 1,
        ideas: 24,
        kinds: [readings],
        broken: 'confirms-before-the-disk.mjs',
      }),
    ])
    expect(sound.findings).toEqual([])
    expect(hasty.findings.some((finding) => finding.startsWith('lost:'))).toBe(true)
  })

  test('PostgreSQL is started anew under open pages, and they hear all they missed; a server that ends with it does not pass', async () => {
    const size = { ...small, readers: 20, awayMs: 500, times: 1 }
    const [sound, leaves] = await Promise.all([
      postgresRestarts.run(size),
      postgresRestarts.run({ ...size, broken: 'exits-without-its-database.mjs' }),
    ])
    expect(sound.findings).toEqual([])
    expect(leaves.findings.some((finding) => finding.startsWith('The server ended'))).toBe(true)
  })

  test('open pages lose the server and their line and miss nothing; a server that keeps news to itself does not pass', async () => {
    const size = {
      ...small,
      sockets: 40,
      kills: 1,
      cuts: 1,
      downMs: 200,
      backWithinMs: 60_000,
      ...{ healthP99Ms: null, healthMaxMs: null, memoryMb: 1000, growsMb: 1000, calmMs: 50 },
    }
    const [sound, silent] = await Promise.all([
      reconnect.run(size),
      reconnect.run({ ...size, kills: 0, broken: 'swallows-news.mjs' }),
    ])
    expect(sound.findings).toEqual([])
    expect(silent.findings.some((finding) => finding.includes('do not know the newest'))).toBe(true)
  })

  test('an open page shows what a fresh load shows, for every role; a server that keeps news to itself does not pass', async () => {
    const size = { ...small, sequences: 4, deedsEach: 6 }
    const [sound, silent] = await Promise.all([
      liveEqualsReload.run(size),
      liveEqualsReload.run({ ...size, broken: 'swallows-news.mjs' }),
    ])
    expect(sound.findings).toEqual([])
    expect(silent.findings.some((finding) => finding.includes('a fresh load'))).toBe(true)
  })

  test('an old database is migrated through a kill and by two processes at once; without transactions it does not pass', async () => {
    const size = { rows: 3, accounts: 50, pairs: 0 }
    const [sound, half, untouched] = await Promise.all([
      migration.run({ ...size, shapes: 3, accounts: 200, pairs: 1 }),
      migration.run({ ...size, shapes: 2, broken: 'migrates-without-transaction.mjs' }),
      // Not broken but for its end, and nobody kills it: then the gate has shown nothing.
      migration.run({ ...size, shapes: 1, broken: 'exits-at-once.mjs' }),
    ])
    expect(sound.findings).toEqual([])
    expect(half.findings.some((finding) => finding.includes('could not be begun again'))).toBe(true)
    expect(untouched.findings).toEqual(['Only 0 of 1 starts were killed while they migrated.'])
  })

  test('a backup taken while everybody writes is put back whole; one of the newer half does not pass, nor does a server that leaves promises alone', async () => {
    const size = { ...small, writingMs: 2000, restoredWithinMs: null, slowerTimes: null }
    const [sound, half] = await Promise.all([
      backup.run(size),
      backup.run({
        ...size,
        kinds: [supports, separateBallots],
        brokenCommand: 'copies-the-newer-half.mjs',
        broken: 'leaves-promises-alone.mjs',
      }),
    ])
    expect(sound.findings).toEqual([])
    expect(half.findings.some((finding) => finding.startsWith('missing: support'))).toBe(true)
    expect(half.findings.some((finding) => finding.startsWith('No secret vote'))).toBe(true)
    expect(half.findings.some((finding) => finding.startsWith('A promise was left alone'))).toBe(true)
  })

  test('every mail goes out in its order, whatever the mail server did meanwhile; a server that gives up on one, or forgets that one is out, does not pass', async () => {
    const size = { ...small, mailsEach: 4, troubleMs: 800, pageMaxMs: null }
    const [sound, careless] = await Promise.all([
      mail.run(size),
      mail.run({ ...size, broken: 'careless-with-mails.mjs' }),
    ])
    expect(sound.findings).toEqual([])
    expect(careless.findings.some((finding) => finding.includes('never went out'))).toBe(true)
    expect(careless.findings.some((finding) => finding.includes('came twice'))).toBe(true)
  })

  test('the clock jumps, and nothing is lost, doubled or out of order; a server that forgets people after a jump back, or orders by the clock, does not pass', async () => {
    expect((await clock.run({ deedsEach: 14 })).findings).toEqual([])
    const size = { deedsEach: 1, kinds: [contributions] }
    const forgets = await clock.run({ ...size, broken: 'forgets-after-a-jump-back.mjs' })
    const signedOut = 'After an hour back somebody signed in'
    expect(forgets.findings.some((finding) => finding.startsWith(signedOut))).toBe(true)
    const orders = await clock.run({ ...size, broken: 'orders-by-the-clock.mjs' })
    expect(orders.findings.some((finding) => finding.startsWith('What was said does not stand'))).toBe(true)
  })

  test('a few moments of soaking; a server that keeps something of every answer does not pass', async () => {
    const size = { ...small, people: 60, minutes: 0.1, sockets: 20, slopeMb: { heap: 60_000, own: 60_000 } }
    const [sound, hoarding] = await Promise.all([
      soak.run(size),
      soak.run({ ...size, kinds: [contributions], broken: 'keeps-every-answer.mjs' }),
    ])
    expect(sound.findings).toEqual([])
    expect(hoarding.findings.some((finding) => finding.startsWith('Memory grows'))).toBe(true)
  })
})
