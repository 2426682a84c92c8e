import { expect, test } from 'vitest'
import { breather } from '#app/domain/breather.server.ts'

function work(ms: number): void {
  for (const began = performance.now(); performance.now() - began < ms; );
}

test('during long work others have their turn', async () => {
  let turns = 0
  const others = setInterval(() => turns++, 1)
  const breathe = breather()
  for (let piece = 0; piece < 60; piece++) {
    work(1)
    await breathe()
  }
  clearInterval(others)
  expect(turns).toBeGreaterThan(0)
})

test('short work is not torn apart', async () => {
  let turns = 0
  setImmediate(() => turns++)
  await breather()()
  expect(turns).toBe(0)
})
