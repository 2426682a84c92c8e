import { expect, test } from 'vitest'
import { wishIn } from './wish.ts'

const known = ['pages', 'live']
const read = (line: string) => wishIn(line.split(' ').filter(Boolean), known)

test('sizes stand with commas, with blanks or both, and names may come before and after them', () => {
  for (const line of [
    '--sizes 1000,100000 live',
    'live --sizes 100000 1000',
    '--sizes=1000 --sizes 100000 live',
  ])
    expect(read(line)).toMatchObject({ names: ['live'], sizes: [1000, 100_000], wrong: [] })
  expect(read('--write')).toMatchObject({ names: [], sizes: [1000, 100_000, 1_000_000], write: true })
})

test('what means nothing is said: a part nobody knows, a flag nobody knows, a town that cannot be', () => {
  expect(read('lives').wrong).toEqual(["There is no part 'lives'."])
  expect(read('--size 1000').wrong).toHaveLength(2)
  expect(read('--sizes').wrong).toHaveLength(1)
  expect(read('--sizes 1001').wrong).toHaveLength(1)
  expect(read('--sizes=many').wrong).toHaveLength(1)
  expect(read('1000').wrong).toHaveLength(1)
})
