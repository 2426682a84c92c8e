// Outages and long ways, small: the same gates that `npm run gates` runs at full size.
import { describe, expect, test } from 'vitest'
import { timesReceived } from '../checks/mails.ts'
import { slopeAnHour } from '../checks/slope.ts'
import { contributions, readings } from '../writes/conversations.ts'
import { supports } from '../writes/ideas.ts'
import { backup } from './backup.ts'
import { clock } from './clock.ts'
import { firstDifference, liveEqualsReload, textOf } from './live-equals-reload.ts'
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
      healthP99Ms: null,
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
    const [sound, half] = await Promise.all([
      migration.run({ kills: 2, accounts: 200, pairs: 1 }),
      migration.run({ kills: 2, accounts: 50, pairs: 0, broken: 'migrates-without-transaction.mjs' }),
    ])
    expect(sound.findings).toEqual([])
    expect(half.findings.some((finding) => finding.includes('could not be begun again'))).toBe(true)
  })

  test('a backup taken while everybody writes is put back whole; one of the first half does not pass', async () => {
    const size = { ...small, writingMs: 2000, restoredWithinMs: null }
    const [sound, half] = await Promise.all([
      backup.run(size),
      backup.run({ ...size, kinds: [supports], brokenCommand: 'copies-the-first-half.mjs' }),
    ])
    expect(sound.findings).toEqual([])
    expect(half.findings.some((finding) => finding.startsWith('missing: support'))).toBe(true)
  })

  test('every mail goes out, whatever the mail server did meanwhile; a server that gives up on one does not pass', async () => {
    const size = { ...small, mailsEach: 3, troubleMs: 800, pageMaxMs: null }
    const [sound, forgetful] = await Promise.all([
      mail.run(size),
      mail.run({ ...size, broken: 'gives-up-on-mails.mjs' }),
    ])
    expect(sound.findings).toEqual([])
    expect(forgetful.findings.some((finding) => finding.includes('never went out'))).toBe(true)
  })

  test('the clock jumps, and nothing is lost, doubled or out of order; a server that forgets people after a jump back does not pass', async () => {
    expect((await clock.run({ deedsEach: 14 })).findings).toEqual([])
    const broken = 'forgets-after-a-jump-back.mjs'
    const { findings } = await clock.run({ deedsEach: 1, kinds: [contributions], broken })
    expect(findings.some((finding) => finding.startsWith('After an hour back somebody signed in'))).toBe(true)
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

test('the judges of these gates see what is wrong', () => {
  const received = [
    { to: 'a@x', id: '<1>' },
    { to: 'b@x', id: '<2>' },
    { to: 'b@x', id: '<2>' },
  ]
  expect(timesReceived(['a@x', 'b@x', 'c@x'], received)).toEqual({ missing: ['c@x'], doubles: 1 })
  const growing = Array.from({ length: 10 }, (_, minute) => ({ minute, mb: 100 + minute }))
  expect(slopeAnHour(growing)).toBeCloseTo(60)
  expect(slopeAnHour(growing.map(({ minute }) => ({ minute, mb: 100 })))).toBe(0)
  const page = (words: string) =>
    textOf({ status: 200, text: `<body><main><p>${words}</p><script>1</script></main></body>` })
  expect(page('Zwei Beiträge')).toBe('200 Zwei Beiträge')
  expect(firstDifference(page('Zwei Beiträge'), page('Drei Beiträge'))).toContain("a fresh load '200 Drei")
})
