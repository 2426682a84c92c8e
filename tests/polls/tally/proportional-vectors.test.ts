import { describe, expect, it } from 'vitest'
import { approval } from '#app/domain/polls/tally/approval.ts'
import { equalShares } from '#app/domain/polls/tally/equal-shares.ts'
import { equalSharesMoney } from '#app/domain/polls/tally/equal-shares-money.ts'
import { phragmen } from '#app/domain/polls/tally/phragmen.ts'
import { sainteLague } from '#app/domain/polls/tally/sainte-lague.ts'
import { readJson } from '#server/commands/tally/ballot-json.ts'
import { collection, jsonOf, namesIn, textOf } from '#tests/polls/tally/shared-data.ts'

const committees = collection('approval-committees')

/** All orders of up to five options, and as many rotations as there are of more. */
function lotOrders(options: readonly string[]): (readonly string[])[] {
  if (options.length > 5) {
    const turned = options.map((_, at) => [...options.slice(at), ...options.slice(0, at)])
    return [...turned, ...turned.map((order) => [...order].reverse())]
  }
  if (options.length < 2) return [options]
  return options.flatMap((first) =>
    lotOrders(options.filter((one) => one !== first)).map((rest) => [first, ...rest]),
  )
}

describe.skipIf(!committees.there)(`committees in ${committees.dir}`, () => {
  const instances = committees.there ? jsonOf(committees.dir, 'abcvoting.json').instances : []
  const files = committees.there ? readJson(textOf(committees.dir, 'abcvoting.json')) : []

  it('holds vectors', () => expect(files).not.toHaveLength(0))

  it.each(files.map((file, at) => [file.id, file, instances[at]] as const))('%s', (_, file, instance) => {
    if (file.form !== 'approval') throw new Error('ticks expected')
    const election = { options: file.options, ballots: file.ballots, seats: file.seats ?? 1 }
    for (const [rule, count] of [
      ['av', approval],
      ['seqphragmen', phragmen],
      ['equal-shares', equalShares],
    ] as const) {
      const right = instance.rules[rule].map((committee: readonly number[]) => committee.join())
      const seen = new Set<string>()
      let tied = false
      for (const lots of lotOrders(file.options)) {
        const result = count({ ...election, lots })
        const committee = result.winners.map(Number).sort((a, b) => a - b)
        seen.add(committee.join())
        tied ||= result.ties.length > 0
        expect(right, rule).toContain(committee.join())
      }
      if (seen.size > 1) expect(tied, rule).toBe(true)
      if (right.length > 1) expect(tied, rule).toBe(true)
    }
  })
})

const budgets = collection('participatory-budget')

describe.skipIf(!budgets.there)(`participatory budgets in ${budgets.dir}`, () => {
  it('holds vectors', () => expect(namesIn(budgets.dir, '.json')).not.toHaveLength(0))

  it.each(namesIn(budgets.dir, '.json'))('%s', (name) => {
    const text = textOf(budgets.dir, `${name}.json`)
    const [file] = readJson(text)
    if (file?.form !== 'approval' || !file.costs || !file.budget) throw new Error('projects expected')
    const election = { options: file.options, ballots: file.ballots, lots: null }
    const { expected } = JSON.parse(text)
    const settings = { costs: file.costs, budget: file.budget }
    for (const [rule, { winners }] of Object.entries<{ winners: string[] }>(expected)) {
      if (!rule.startsWith('equal-shares')) continue
      const completion = rule.includes('add1') ? 'add1' : 'none'
      const result = equalSharesMoney(election, { ...settings, completion })
      expect([...result.winners].sort(), rule).toEqual([...winners].sort())
      expect(result.spent).toBeLessThanOrEqual(file.budget)
      if (name.includes('wieliczka') && completion === 'add1') expect(result.spent).toBe(995_079)
    }
  })
})

type Apportionment = {
  readonly name: string
  readonly votes: Readonly<Record<string, number>>
  readonly seats: number
  readonly expected: Readonly<Record<string, unknown>>
  readonly order?: readonly string[]
}

const apportionment = collection('apportionment')

describe.skipIf(!apportionment.there)(`apportionment in ${apportionment.dir}`, () => {
  const vectors: readonly Apportionment[] = apportionment.there
    ? jsonOf(apportionment.dir, 'vectors.json').vectors
    : []

  it('holds vectors', () => expect(vectors).not.toHaveLength(0))

  it.each(vectors.map((vector) => [vector.name, vector] as const))('%s', (_, vector) => {
    const result = sainteLague({
      options: Object.keys(vector.votes),
      ballots: Object.entries<number>(vector.votes).map(([choice, count]) => ({ choice, count })),
      seats: vector.seats,
      lots: null,
    })
    expect(result.allocation).toEqual(vector.expected['sainte-lague'])
    if (vector.order) expect(result.winners).toEqual(vector.order)
  })
})
