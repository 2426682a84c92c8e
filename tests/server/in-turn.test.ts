import { expect, test } from 'vitest'
import { openTurns } from '#server/in-turn.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))

function work(ms: number): void {
  for (const began = performance.now(); performance.now() - began < ms; );
}

test('who comes alone enters at once; of many with long work some wait for later turns, in their order', async () => {
  const enter = openTurns()
  const entered: number[] = []
  const come = (number: number, ms: number) =>
    enter(() => {
      entered.push(number)
      work(ms)
    })
  come(0, 30)
  expect(entered).toEqual([0])
  const many = Array.from({ length: 12 }, (_, index) => index + 1)
  for (const number of many) come(number, 0)
  expect(entered).toEqual([0])
  let turns = 0
  while (entered.length < 13 && turns < 50) {
    await turn()
    turns++
  }
  expect(entered).toEqual([0, ...many])
  expect(turns).toBeGreaterThan(2)
  await turn()
  await turn()
  come(13, 0)
  expect(entered.at(-1)).toBe(13)
})
