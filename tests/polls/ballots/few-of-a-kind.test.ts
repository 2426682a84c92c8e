import { expect, test } from 'vitest'
import { withoutFew } from '#app/domain/polls/ballots/few-of-a-kind.ts'
import type { PublishedBallot } from '#app/domain/polls/ballots/published.ts'

function cast(tokens: number, codes: number, bare: number): PublishedBallot[] {
  const many = <T>(count: number, make: (at: number) => T) =>
    Array.from({ length: count }, (_, at) => make(at))
  return [
    ...many(tokens, (at) => ({
      way: 'token' as const,
      hash: `t${at}`,
      message: '',
      signatures: [],
      turn: 1,
      seal: '',
      ballot: `token ${at}`,
    })),
    ...many(codes, (at) => ({ way: 'code' as const, hash: `c${at}`, ballot: `code ${at}` })),
    ...many(bare, (at) => ({ way: 'bare' as const, ballot: `bare ${at}` })),
  ]
}

test('whatever comes together, no kind is shown with fewer than five ballots, and at most four tokens are covered', () => {
  for (let tokens = 0; tokens <= 12; tokens++) {
    for (let codes = 0; codes <= 12; codes++) {
      for (let bare = 0; bare <= 12; bare++) {
        const given = cast(tokens, codes, bare)
        if (given.length < 5) continue
        const { ballots, covered } = withoutFew(given)
        const of = (way: PublishedBallot['way']) => ballots.filter((one) => one.way === way).length
        const told = `${tokens} tokens, ${codes} codes, ${bare} bare`
        expect(ballots.map(({ ballot }) => ballot).sort(), told).toEqual(
          given.map(({ ballot }) => ballot).sort(),
        )
        expect([1, 2, 3, 4], told).not.toContain(of('bare'))
        expect([1, 2, 3, 4], told).not.toContain(of('code'))
        expect(covered.length, told).toBeLessThan(5)
        // Of five or more with a token some may be covered, by lot; of fewer, all.
        expect(of('token') + covered.length, told).toBe(tokens)
        if (tokens < 5) expect(of('token'), told).toBe(0)
      }
    }
  }
})

test('where every kind is large, nothing is hidden', () => {
  const given = cast(9, 6, 5)
  expect(withoutFew(given).covered).toEqual([])
  expect(withoutFew(given).ballots.map(({ way }) => way)).toEqual(given.map(({ way }) => way))
  expect(withoutFew(cast(40, 0, 0)).ballots.every(({ way }) => way === 'token')).toBe(true)
})
