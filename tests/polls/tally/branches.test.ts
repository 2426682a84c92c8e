import { describe, expect, it } from 'vitest'
import { approval } from '#app/domain/polls/tally/approval.ts'
import { byBranches, phasesOf, restrict } from '#app/domain/polls/tally/branches.ts'
import { count } from '#app/domain/polls/tally/count.ts'
import { runOffFor } from '#app/domain/polls/tally/second-round.ts'

const options = ['Ada', 'Ben', 'Cem', 'Dag', 'Eva']
const branches = [
  { name: 'dance', options: ['Ada', 'Ben'], minimum: 1 },
  { name: 'film', options: ['Eva'], minimum: 2 },
]
const ballots = [
  { count: 5, approved: ['Ben', 'Cem', 'Dag'] },
  { count: 3, approved: ['Cem', 'Ada'] },
  { count: 1, approved: ['Eva'] },
]

describe('branch minimum seats', () => {
  it('are filled first from the branch, the rest among all who are left', () => {
    const result = byBranches(
      { options, ballots, seats: 4, lots: null },
      branches,
      approval,
      restrict.approval,
    )
    expect(result.winners).toEqual(['Ben', 'Eva', 'Cem', 'Dag'])
    expect(result.parts).toEqual([
      { branch: 'dance', seats: 1, rounds: 1 },
      { branch: 'film', seats: 1, rounds: 1 },
      { branch: null, seats: 2, rounds: 1 },
    ])
    expect(result.ranking).toEqual([['Ben'], ['Eva'], ['Cem'], ['Dag'], ['Ada']])
  })

  it('leave to the open seats what a branch has no candidates for', () => {
    expect(phasesOf(options, 4, branches)).toEqual([
      { options: ['Ada', 'Ben'], seats: 1 },
      { options: ['Eva'], seats: 1 },
      { options, seats: 2 },
    ])
  })

  it('do not make a ballot with too many marks valid', () => {
    const cast = {
      form: 'approval',
      ballots: [
        { count: 3, approved: ['Ada', 'Cem', 'Dag'] },
        { count: 1, approved: ['Ben', 'Dag'] },
      ],
    } as const
    const terms = { options, seats: 2, lots: options }
    const bound = count('multiple-choice', terms, cast, { marks: 2, branches })
    expect(bound.winners).toEqual(['Ben', 'Dag'])
    expect(count('multiple-choice', terms, cast, { marks: 3, branches }).winners).toEqual(['Ada', 'Dag'])
  })

  it('weigh on the voters who got them when seats are given in proportion', () => {
    const terms = { options, seats: 3, lots: options }
    const cast = { form: 'approval', ballots } as const
    const free = count('phragmen', terms, cast)
    const bound = count('phragmen', terms, cast, { branches })
    expect(free.winners).toEqual(['Cem', 'Ben', 'Ada'])
    expect(free.rounds.map((round) => (round as { load: string }).load)).toEqual(['1/8', '13/40', '11/24'])
    // The five who got Ben carry his load, so Cem, whom three others want too, weighs (1 + 5/5) / 8.
    expect(bound.winners).toEqual(['Ben', 'Eva', 'Cem'])
    expect(bound.rounds[2]).toMatchObject({ elected: 'Cem', load: '1/4' })
  })
})

describe('a run-off for the last seats', () => {
  it('is between those who are tied for them', () => {
    const tied = [
      { count: 2, approved: ['Ada', 'Ben'] },
      { count: 2, approved: ['Ada', 'Cem'] },
      { count: 1, approved: ['Dag'] },
    ]
    const open = approval({ options, ballots: tied, seats: 2, lots: null })
    expect(runOffFor(open)).toEqual({ secure: ['Ada'], between: ['Ben', 'Cem'], seats: 1, later: 0 })
    const drawn = approval({ options, ballots: tied, seats: 2, lots: ['Cem', 'Ben', 'Ada', 'Dag', 'Eva'] })
    expect(drawn.winners).toEqual(['Ada', 'Cem'])
    expect(runOffFor(drawn)).toBeNull()
  })

  it("says how many seats wait when a branch's own seat is tied", () => {
    const cast = { form: 'approval', ballots: [{ count: 2, approved: ['Ada', 'Ben', 'Cem'] }] } as const
    const result = count('approval', { options, seats: 3, lots: null }, cast, { branches })
    expect(runOffFor(result)).toEqual({ secure: [], between: ['Ada', 'Ben'], seats: 1, later: 2 })
  })

  it('is between the two finalists where stars leave them equal', () => {
    const marks = (first: string, second: string) => ({ count: 1, scores: { [first]: 5, [second]: 1 } })
    const cast = { form: 'score', ballots: [marks('Ada', 'Ben'), marks('Ben', 'Ada')] } as const
    const result = count('star', { options, seats: 1, lots: null }, cast)
    expect(runOffFor(result)).toMatchObject({ secure: [], between: ['Ada', 'Ben'], seats: 1 })
  })

  it('takes in everybody who is equal with the second when a majority is missed', () => {
    const cast = {
      form: 'choice',
      ballots: [
        { count: 4, choice: 'Ada' },
        { count: 3, choice: 'Ben' },
        { count: 3, choice: 'Cem' },
        { count: 9, choice: null },
      ],
    } as const
    const terms = { options, seats: 1, lots: null }
    const first = count('single-choice', terms, cast, { majority: 'absolute' })
    expect(first.winners).toEqual([])
    expect(first.secondRound).toEqual(['Ada', 'Ben', 'Cem'])
    expect(first.rounds[0]).toMatchObject({ valid: 10, blank: 9, needed: 6 })
    expect(count('single-choice', terms, cast).winners).toEqual(['Ada'])
  })
})
