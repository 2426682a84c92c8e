// The probe at its smallest: every role at every address and live topic, at one thing of each kind. All things, all forms
// and all planted holes are tried by `npm run gates -- probe`.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isFound } from './find-leaks.ts'
import { leaks } from './leaks.ts'
import { probe } from './probe.ts'
import { forgetReady, readyTown } from './ready.ts'
import type { ReadyTown } from './town.ts'

describe('the probe', () => {
  let ready: ReadyTown
  beforeAll(async () => {
    ready = await readyTown('trimmed')
  })
  afterAll(() => forgetReady(ready))

  test('everybody meets only what is theirs at every address and on every live topic, and nothing odd breaks a form', async () => {
    const book = await probe({ ready, size: 'trimmed', only: ['reading', 'listening', 'mails', 'odd input'] })
    expect(book.findings).toEqual([])
    expect(book.done.size).toBeGreaterThan(1500)
  }, 300_000)

  const planted = [
    'votes of a house are open to the town',
    'everybody hears what goes on behind closed doors',
  ]
  test.each(planted)('a hole is found: %s', async (name) => {
    const leak = leaks.find((one) => one.name === name)
    expect(leak && (await isFound(ready, leak, 'trimmed'))).toBe(true)
  })
})
