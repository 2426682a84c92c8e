import { describe, expect, it } from 'vitest'
import type { Ballots } from '#app/domain/polls/tally/ballots.ts'
import { count, formOf, type Method } from '#app/domain/polls/tally/count.ts'

const voters = 100_000
const options = Array.from({ length: 20 }, (_, at) => `option ${at + 1}`)

/** Lehmer's generator, so that every run counts the same ballots. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

function shuffled(next: () => number): string[] {
  const order = [...options]
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1))
    ;[order[at], order[other]] = [order[other] as string, order[at] as string]
  }
  return order
}

const next = random(20)
const everybody = Array.from({ length: voters })
const cast: Record<Ballots['form'], Ballots> = {
  choice: {
    form: 'choice',
    ballots: everybody.map(() => ({ count: 1, choice: options[Math.floor(next() * 20)] as string })),
  },
  approval: {
    form: 'approval',
    ballots: everybody.map(() => ({ count: 1, approved: options.filter((_, at) => next() < 0.1 + at / 40) })),
  },
  ranked: {
    form: 'ranked',
    ballots: everybody.map(() => ({ count: 1, ranking: shuffled(next).map((option) => [option]) })),
  },
  score: {
    form: 'score',
    ballots: everybody.map(() => ({
      count: 1,
      scores: Object.fromEntries(options.map((option) => [option, Math.floor(next() * 6)])),
    })),
  },
}

/** No two ballots alike is the hard case. Processor time, best of three: what else the machine does is left out. */
describe('100,000 ballots over 20 options and 10 seats', () => {
  it.each(Object.keys(formOf) as Method[])('%s', (method) => {
    const limit = method === 'meek-stv' || method === 'equal-shares' ? 5_000 : 1_000
    let best = Number.POSITIVE_INFINITY
    for (let run = 0; run < 3 && best >= limit; run++) {
      const begun = process.cpuUsage()
      const result = count(method, { options, seats: 10, lots: options }, cast[formOf[method]], {
        grades: 6,
        pointsEach: 100,
      })
      best = Math.min(best, process.cpuUsage(begun).user / 1_000)
      expect(result.ranking.flat().sort()).toEqual([...options].sort())
    }
    expect(best).toBeLessThan(limit)
  })
})
