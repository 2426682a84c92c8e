// The dry run: the same seed fills the same ballots, each of them one the vote would take, and nothing else is counted.
import { expect, test } from 'vitest'
import type { ElectionRules } from '#app/domain/elections/election.ts'
import { tryElection } from '#app/domain/elections/trial.server.ts'
import { testCandidates } from '#app/domain/elections/trial.ts'
import { ballotRules } from '#app/domain/polls/ballot-rules.ts'
import { checkChoice, kindOf, readChoice, writeChoice } from '#app/domain/polls/choice.ts'
import { countLines } from '#app/domain/polls/counting.ts'
import { fixedOptions, type PollMethod, type PollSettings, pollMethods } from '#app/domain/polls/method.ts'
import { type TrialTerms, tryPoll } from '#app/domain/polls/trial.server.ts'
import { mostTestVoters, readTrialWish, trialLines } from '#app/domain/polls/trial.ts'
import { drawLots } from '#server/counting.ts'

const counter: Parameters<typeof tryElection>[0] = {
  drawLots,
  now: () => '2027-03-10T09:00:00.000Z',
  town: { timeZone: 'Europe/Berlin' } as Parameters<typeof tryElection>[0]['town'],
  async countBallots(order, pages) {
    const lines = new Map<string, number>()
    for await (const page of pages) for (const line of page) lines.set(line, (lines.get(line) ?? 0) + 1)
    return countLines(order, lines)
  },
}

const keysOf = (method: PollMethod) =>
  method === 'yes-no' || method === 'consent' ? fixedOptions[method] : ['1', '2', '3', '4', '5']
const settingsOf = (method: PollMethod): PollSettings => ({
  ...(method === 'multiple-choice' ? { marks: 2 } : {}),
  ...(method === 'points' ? { pointsEach: 7 } : {}),
  ...(method === 'majority-judgment' ? { grades: ['schlecht', 'mittel', 'gut'] } : {}),
})
const termsOf = (method: PollMethod): TrialTerms => ({
  ...{ method, settings: settingsOf(method), seats: 1, quorum: 0 },
  ...{ majority: 'most', majorityBase: 'cast', secrecy: 'separate' },
})

test.each(pollMethods)(
  '%s: test ballots are such as people cast, and the seed alone decides them',
  (method) => {
    const rules = ballotRules(termsOf(method), keysOf(method))
    const wish = { voters: 60, seed: 'Würfel 4-2-6', tie: false }
    const lines = trialLines(rules, wish)
    expect(lines).toHaveLength(60)
    for (const line of lines) {
      const choice = readChoice(line, kindOf(rules.form))
      expect(() => checkChoice(choice, rules)).not.toThrow()
      expect(writeChoice(choice, rules.keys)).toBe(line)
    }
    expect(trialLines(rules, wish)).toEqual(lines)
    expect(trialLines(rules, { ...wish, seed: 'Würfel 4-2-5' })).not.toEqual(lines)
  },
)

test.each(['single-choice', 'approval', 'irv', 'schulze', 'score', 'scottish-stv'] as const)(
  '%s: a tie that is wished comes about, and the lot of the seed breaks it',
  async (method) => {
    const keys = keysOf(method)
    const wish = { voters: 40, seed: '7', tie: true }
    const { outcome, lots } = await tryPoll(counter, termsOf(method), keys, wish)
    expect(lots).toEqual(drawLots('7', keys))
    expect(outcome).toMatchObject({ outcome: 'decided', cast: 40 })
  },
)

test('fewer than five secret ballots show no result, in the dry run as later; the address is read with care', async () => {
  const few = await tryPoll(counter, termsOf('approval'), ['1', '2'], { voters: 4, seed: '1', tie: false })
  expect(few.outcome.kind).toBe('too-few')
  const wish = (query: string) => readTrialWish(new URLSearchParams(query))
  expect(wish('')).toEqual({ voters: 30, seed: '1', tie: false })
  expect(wish('personen=99999&startzahl=%20&gleichstand=on')).toEqual({
    voters: mostTestVoters,
    seed: '1',
    tie: true,
  })
  expect(wish('personen=viele')).toMatchObject({ voters: 30 })
})

const rules = {
  ...{ title: 'Wahl', about: '', seats: 3, method: 'multiple-choice', votes: 3, runOffDays: 3, paper: 'no' },
  ...{ opensOn: '2027-03-16', opensHour: 8, closesOn: '2027-03-20', closesHour: 18, objectionDays: 7 },
  ...{ cutOffOn: '2027-03-12', candidatesUntil: '2027-03-12', termFrom: '2027-04-01', termMonths: 24 },
  ...{ electorate: 'creators', minimumAge: '16', runOff: 'lot' },
  branches: [
    { name: 'Theater', minimum: 1 },
    { name: 'Musik', minimum: 0 },
  ],
} as const satisfies ElectionRules

test('an election is played by its own rules: branch seats, lot or second vote, and the sheet as it would be', async () => {
  expect(testCandidates(rules).map(({ branch }) => branch)).toEqual([
    ...['Theater', 'Theater', 'Musik', 'Theater', 'Musik', 'Theater'],
  ])
  const nameOf = (key: string) => `Testperson ${key}`
  const wish = { voters: 60, seed: '3', tie: true }
  const drawn = await tryElection(counter, rules, wish, nameOf)
  expect(drawn.sheet.seats.map(({ ownSeat }) => ownSeat)).toEqual(['Theater', null, null])
  const broken = drawn.counted.kind === 'options' ? drawn.counted.result.ties : []
  expect(drawn.sheet.lot?.seed).toBe('3')
  expect(drawn.sheet.lot?.ties).toHaveLength(broken.filter(({ over }) => over === 'seat').length)
  expect(drawn.sheet.runOffs).toEqual([])
  const voted = await tryElection(counter, { ...rules, runOff: 'vote' }, wish, nameOf)
  expect(voted.lines).toEqual(drawn.lines)
  expect(voted.sheet.lot).toBeNull()
  const [second] = voted.sheet.runOffs
  expect(second).toMatchObject({ pollNumber: null, seats: 1 })
  const elected = voted.sheet.seats.map(({ name }) => name)
  expect(elected).toEqual(expect.arrayContaining([...(second?.chosen ?? [])]))
  expect(elected).toHaveLength(3)
  const ranked = await tryElection(counter, { ...rules, method: 'scottish-stv' }, wish, nameOf)
  expect(ranked.sheet.outcome).toMatchObject({ kind: 'options', outcome: 'decided', cast: 60 })
})
