import { describe, expect, test } from 'vitest'
import { gapsIn, judge } from '../checks/history.ts'
import { contributions, reactions } from '../writes/conversations.ts'
import { ideas, supports } from '../writes/ideas.ts'
import { type CrashSize, killNine } from './crashes.ts'
import { writingTogether } from './writing-together.ts'

const small: CrashSize = {
  kills: 3,
  writers: 8,
  fewest: 16,
  servingWithinMs: null,
  people: 16,
  ideas: 8,
  contributions: 24,
}

describe('the process is killed while everybody writes', { timeout: 120_000 }, () => {
  test('nothing confirmed is lost or doubled, whatever kind of write it was', async () => {
    const { findings, figures } = await killNine.run(small)
    expect(findings).toEqual([])
    expect(Number(figures.confirmed)).toBeGreaterThan(40)
  })

  test('a server that answers before it has stored, or forgets which forms it has seen, does not pass', async () => {
    const few = { ...small, kinds: [ideas, contributions, supports, reactions] }
    // A kill right behind a commit shows nothing, three in a row hardly ever fall there.
    const early = await killNine.run({ ...few, broken: 'answers-before-commit.mjs' })
    expect(early.findings.some((finding) => finding.startsWith('lost:'))).toBe(true)
    const forgetful = await killNine.run({ ...few, kills: 4, broken: 'forgets-form-keys.mjs' })
    expect(forgetful.findings.some((finding) => finding.startsWith('stored twice:'))).toBe(true)
  })

  test('while several write into one section: pages bring what was not stored, and a server that says so too early does not pass', async () => {
    const few = { writers: 8, kills: 2, strokeEveryMs: 100, againWithinMs: 60_000, delayP99Ms: null }
    const size = { ...few, people: 1, ideas: 1, contributions: 1 }
    const { findings, figures } = await writingTogether.run(size)
    expect(findings).toEqual([])
    expect(Number(figures['brought by pages after a crash'])).toBeGreaterThan(0)
    const early = await writingTogether.run({ ...size, kills: 3, broken: 'answers-before-commit.mjs' })
    expect(early.findings.some((finding) => finding.startsWith('said to be stored and lost:'))).toBe(true)
  })
})

test('the judge sees what was lost, what is there twice and what was refused and kept, and forgives what was never answered', () => {
  const sent = new Set(['a', 'b', 'c', 'd', 'e'])
  const judged = judge({
    kind: 'idea',
    sent,
    confirmed: new Set(['a', 'b', 'c']),
    refused: new Set(['d']),
    found: ['a', 'b', 'b', 'd', 'nobody sent this'],
  })
  expect(judged).toEqual({ lost: ['c'], doubled: ['b'], kept: ['d'] })
  const sound = judge({
    kind: 'idea',
    sent,
    confirmed: new Set(['a', 'b']),
    refused: new Set(),
    found: ['a', 'b', 'e'],
  })
  expect(sound).toEqual({ lost: [], doubled: [], kept: [] })
  expect(gapsIn([1, 2, 4, 4])).toEqual({ missing: [3], twice: [4] })
  expect(gapsIn([3, 1, 2])).toEqual({ missing: [], twice: [] })
})
