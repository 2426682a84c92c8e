// One question for many, and nobody is told an answer from before they asked.
import { expect, test } from 'vitest'
import { askedTogether } from '#db/open.ts'

test('those who ask while a question is under way share the next one', async () => {
  let asked = 0
  const answers: (() => void)[] = []
  const ask = askedTogether(
    () =>
      new Promise<number>((resolve) => {
        const number = ++asked
        answers.push(() => resolve(number))
      }),
  )
  const first = ask()
  const later = [ask(), ask(), ask()]
  expect(asked).toBe(1)
  answers[0]?.()
  expect(await first).toBe(1)
  await Promise.resolve()
  expect(asked).toBe(2)
  answers[1]?.()
  expect(await Promise.all(later)).toEqual([2, 2, 2])
})

test('a question that failed is asked again by the next', async () => {
  let asked = 0
  const ask = askedTogether(async () => {
    if (++asked === 1) throw new Error('cut off')
    return asked
  })
  await expect(ask()).rejects.toThrow('cut off')
  expect(await ask()).toBe(2)
})
