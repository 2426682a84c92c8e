// What leaves the house as a page holds no sign that nobody wrote. Needs `npm run build` first.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Serving, serve } from '#server/serve.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'

let town: TestTown
let serving: Serving

beforeAll(async () => {
  const [sqlite] = databases
  if (!sqlite) throw new Error('There is no database to test on.')
  town = await openTestTown(sqlite)
  serving = await serve(town.settings, () => town.now)
})
afterAll(async () => {
  await serving.stop()
  await town.close()
})

test('a page has no empty bytes, wherever its letters fall between the pieces it is written in', async () => {
  const spoilt: number[] = []
  for (let length = 10; length < 40; length++) {
    const typed = `${'a'.repeat(length)}${'–ä–'.repeat(20)}`
    const page = await fetch(`http://127.0.0.1:${serving.port}/suche?q=${encodeURIComponent(typed)}`)
    const text = await page.text()
    expect(text).toContain('–ä–')
    if (text.includes('\0')) spoilt.push(length)
  }
  expect(spoilt).toEqual([])
})
