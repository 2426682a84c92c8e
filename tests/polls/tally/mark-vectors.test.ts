import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { judgeTallies } from '#app/domain/polls/tally/majority-judgment.ts'
import { star } from '#app/domain/polls/tally/star.ts'
import { readJson } from '#server/commands/tally/ballot-json.ts'
import { readCsv } from '#server/commands/tally/csv.ts'
import { balanced } from '#server/commands/tally/grades.ts'
import { readStarvote } from '#server/commands/tally/starvote.ts'
import { collection, jsonOf, namesIn, textOf } from '#tests/polls/tally/shared-data.ts'

const judgment = collection('majority-judgment')

describe.skipIf(!judgment.there)(`majority judgment in ${judgment.dir}`, () => {
  const cases = judgment.there ? jsonOf(judgment.dir, 'mieuxvoter.json').cases : []
  const files = judgment.there ? readJson(textOf(judgment.dir, 'mieuxvoter.json')) : []

  it('holds vectors', () => expect(files).not.toHaveLength(0))

  it.each(files.map((file, at) => [file.id, file, cases[at].ranks] as const))('%s', (_, file, ranks) => {
    if (file.form !== 'grades') throw new Error('tallies expected')
    const election = { options: file.options, seats: 1, lots: null }
    const { ranking } = judgeTallies(election, balanced(file), file.voters)
    const places = file.options.map((option) => {
      const tier = ranking.findIndex((one) => one.includes(option))
      return 1 + ranking.slice(0, tier).flat().length
    })
    expect(places).toEqual(ranks)
  })
})

const stars = collection('star')
const small = path.join(stars.dir, 'small')

/** What the published report says: who advanced and won, seat by seat, and the tie it stopped at. */
function reported(text: string) {
  const lines = text.split('\n').map((line) => line.trim())
  const winnersAt = lines.findIndex((line) => /: Winners?\]$/.test(line))
  const tie = lines.find((line) => /^Tie between/.test(line))
  return {
    winners: winnersAt < 0 ? null : lines.slice(winnersAt + 1).filter((line) => line !== ''),
    tie: tie ? tie.replace(/^Tie between |\.$/g, '').split(/, and |, | and /) : null,
    finalists: lines.flatMap((line) => {
      const found = /^(.+) and (.+) advance\.$/.exec(line)
      return found ? [[found[1], found[2]]] : []
    }),
    sums: lines.flatMap((line) => {
      const found = /^(.+?)\s+--\s+(\d+) \(average/.exec(line)
      return found ? [[found[1] as string, Number(found[2])] as const] : []
    }),
    everybody: text.includes('Every candidate wins'),
  }
}

describe.skipIf(!stars.there)(`STAR in ${stars.dir}`, () => {
  it('holds vectors', () => expect(namesIn(small, '.starvote')).not.toHaveLength(0))

  it.each(namesIn(stars.dir, '.csv'))('%s: sums, finalists and winner', (name) => {
    const file = readCsv(textOf(stars.dir, `${name}.csv`))
    if (file.form !== 'score') throw new Error('marks expected')
    const result = star({ options: file.options, ballots: file.ballots, seats: 1, lots: null })
    const { winners, finalists, sums } = reported(textOf(stars.dir, `${name}.expected.txt`))
    expect(result.winners).toEqual(winners)
    expect(result.rounds.map((round) => round.finalists)).toEqual(finalists)
    expect(result.rounds[0]?.sums).toEqual(Object.fromEntries(sums))
  })

  it.each(namesIn(small, '.starvote'))('small/%s', (name) => {
    const text = textOf(small, `${name}.starvote`)
    const outside = /csv_path = (\S+)/.exec(text)
    if (outside) {
      // Its ballots are not in the collection; only the report is.
      expect(existsSync(path.join(small, outside[1] as string))).toBe(false)
      return
    }
    const file = readStarvote(text)
    if (file.form !== 'score') throw new Error('marks expected')
    const seats = file.seats ?? 1
    const result = star({ options: file.options, ballots: file.ballots, seats, lots: file.lots })
    const report = reported(textOf(small, `${name}.expected.txt`))
    if (report.winners) expect(result.winners).toEqual(report.winners)
    if (report.everybody) expect([...result.winners].sort()).toEqual([...file.options].sort())
    if (report.tie) {
      const open = result.ties.filter((tie) => tie.by === 'assumed' || tie.by === 'open')
      expect(open[0]?.options.toSorted()).toEqual(report.tie.sort())
    } else expect(result.ties.filter((tie) => tie.by === 'assumed' || tie.by === 'open')).toEqual([])
    if (report.finalists.length > 0) {
      expect(result.rounds.map((round) => round.finalists.toSorted())).toEqual(
        report.finalists.map((two) => two.toSorted()),
      )
    }
  })
})
