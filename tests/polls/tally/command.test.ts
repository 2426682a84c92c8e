import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { tally } from '#server/commands/tally.ts'

const said: string[] = []
const complained: string[] = []
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tally-'))
  vi.spyOn(console, 'info').mockImplementation((text) => void said.push(String(text)))
  vi.spyOn(console, 'error').mockImplementation((text) => void complained.push(String(text)))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
  vi.restoreAllMocks()
  said.length = 0
  complained.length = 0
})

async function run(name: string, text: string, ...flags: string[]) {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  said.length = 0
  complained.length = 0
  const code = await tally([file, ...flags])
  return { code, said: said.join('\n'), complained: complained.join('\n') }
}

const blt = (...papers: string[]) =>
  ['3 1', ...papers, '0', '"Ada"', '"Ben, the elder"', '"Cem"', '"Town"'].join('\n')

describe('stimmtisch tally', () => {
  it('prints winners, order, rounds and ties as JSON', async () => {
    const { code, said } = await run('town.blt', blt('2 1 2 0', '3 3 0'), '--method', 'irv', '--json')
    expect(code).toBe(0)
    const result = JSON.parse(said)
    expect(result).toMatchObject({
      method: 'irv',
      seats: 1,
      winners: ['Cem'],
      ranking: [['Cem'], ['Ada'], ['Ben, the elder']],
      ties: [],
    })
    expect(result.rounds).toHaveLength(1)
  })

  it('breaks a tie by the lots given, and leaves it open without', async () => {
    const tied = blt('2 1 0', '2 2 0', '1 3 0')
    const open = await run('town.blt', tied, '--method', 'approval', '--json')
    expect(JSON.parse(open.said).winners).toEqual(['Ada', 'Ben, the elder'])
    expect(JSON.parse(open.said).ties[0].by).toBe('open')
    const drawn = await run('town.blt', tied, '--method=approval', '--lots', 'Ben, the elder,Ada', '--json')
    expect(JSON.parse(drawn.said).winners).toEqual(['Ben, the elder'])
    expect(JSON.parse(drawn.said).ties[0]).toMatchObject({ by: 'lot', chosen: ['Ben, the elder'] })
  })

  it('counts several polls of one file one by one', async () => {
    const poll = (id: string, count: number) => ({
      id,
      options: ['A', 'B'],
      ballots: [
        { count, ranking: ['A'] },
        { count: 2, ranking: [['B'], ['A']] },
      ],
    })
    const text = JSON.stringify({ vectors: [poll('one', 1), poll('two', 3)] })
    const { said } = await run('polls.json', text, '--method', 'schulze', '--json')
    const winners = JSON.parse(said).map((one: { id: string; winners: string[] }) => [one.id, ...one.winners])
    expect(winners).toEqual([
      ['one', 'B'],
      ['two', 'A'],
    ])
  })

  it('drops with a default option whoever does not beat it', async () => {
    const text = JSON.stringify({
      options: ['A', 'B', 'None'],
      ballots: { '1-2': 4, '-21': 3, '21-': 1 },
    })
    const free = await run('debian.json', text, '--method', 'schulze', '--json')
    const bound = await run('debian.json', text, '--method', 'schulze', '--default-option', 'None', '--json')
    expect(JSON.parse(free.said).rounds[0].dropped).toEqual([])
    expect(JSON.parse(bound.said).rounds[0].dropped).toEqual(['B'])
    const unknown = await run('debian.json', text, '--method', 'schulze', '--default-option', 'Nobody')
    expect(unknown).toMatchObject({ code: 2, said: '' })
  })

  it('answers a money question with a budget', async () => {
    const text = JSON.stringify({
      projects: [
        { id: 'stage', cost: 60 },
        { id: 'tree', cost: 40 },
      ],
      ballots: [
        { count: 2, approve: ['stage'] },
        { count: 2, approve: ['tree'] },
      ],
    })
    const none = await run('money.json', text, '--method', 'equal-shares')
    expect(none.code).toBe(2)
    const all = await run('money.json', text, '--method', 'equal-shares', '--budget', '100', '--json')
    expect(JSON.parse(all.said)).toMatchObject({ winners: ['tree', 'stage'], spent: 100 })
    const plain = ['--method', 'equal-shares', '--budget', '100', '--variant', 'none', '--json']
    expect(JSON.parse((await run('money.json', text, ...plain)).said).winners).toEqual(['tree'])
  })

  it.each([
    ['an unknown candidate', 'a.blt', blt('2 1 0', '1 4 0'), 3],
    ['a candidate ranked twice', 'a.blt', blt('2 1 3 1 0'), 2],
    ['a ballot without its 0', 'a.blt', blt('2 1'), 2],
    ['a broken first line', 'a.blt', 'three 1\n', 1],
    ['a missing name', 'a.blt', '2 1\n1 1 0\n0\n"Ada"\n', 5],
    [
      'an unknown option',
      'a.json',
      '{"options":["A"],\n"ballots":[\n{"ranking":["A"]},\n{"ranking":["B"]}]}',
      4,
    ],
    ['an option ranked twice', 'a.json', '{"options":["A"],\n"ballots":[{"ranking":["A","A"]}]}', 2],
    ['a count below one', 'a.json', '{"options":["A"],\n"ballots":[{"count":0,"ranking":["A"]}]}', 2],
    ['text that is no JSON', 'a.json', '{"options":["A"],\n\n"ballots":[,]}', 3],
    ['a file cut off', 'a.json', '{"options":["A"],\n"ballots":[', 2],
    ['an empty file', 'a.json', '', 1],
    ['a mark that is no number', 'a.csv', 'A,B\n1,2\n1,x\n', 3],
    ['a column too few', 'a.csv', 'A,B\n1\n', 2],
  ])('says in one sentence with its line what is wrong: %s', async (_, name, text, line) => {
    const { code, said, complained } = await run(name, text, '--method', 'schulze', '--json')
    expect(code).toBe(2)
    expect(said).toBe('')
    expect(complained).toMatch(new RegExp(`^Line ${line}: [^\\n]+\\.$`))
  })

  it.each([
    ['no method', []],
    ['an unknown method', ['--method', 'dice']],
    ['a method for other ballots', ['--method', 'score']],
    ['no whole number of seats', ['--method', 'irv', '--seats', 'two']],
    ['an unknown variant', ['--method', 'schulze', '--variant', 'loud']],
    ['an unknown flag', ['--method', 'irv', '--loud']],
    ['lots for somebody else', ['--method', 'irv', '--lots', 'Zoe']],
  ])('stops with code 2 and one sentence: %s', async (_, flags) => {
    const { code, said, complained } = await run('town.blt', blt('2 1 0'), ...flags)
    expect(code).toBe(2)
    expect(said).toBe('')
    expect(complained.split('\n')).toHaveLength(1)
  })
})
