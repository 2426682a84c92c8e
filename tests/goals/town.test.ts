import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  findDistrict,
  findGoal,
  findGoalByAnchor,
  goalAnchor,
  isWholeTown,
  listDistrictsByName,
  listGoalsOf,
  writeOrigin,
} from '#app/domain/goals/town.ts'
import { readTown, TownFileError } from '#server/town/town.ts'

const file = 'server/town/hattingen.json'
const hattingen = readTown(file)

describe('the goals', () => {
  test('21 goals have 21 anchors, and each anchor leads back to its goal', () => {
    const numbers = [
      ...['1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '2.7', '2.8'],
      ...['3.1', '3.2', '3.3', '4.1', '4.2', '4.3', '5.1', '5.2', '5.3'],
    ]
    expect(hattingen.goals.map((goal) => goal.number)).toEqual(numbers)
    expect(new Set(numbers.map(goalAnchor)).size).toBe(21)
    for (const number of numbers) expect(findGoalByAnchor(hattingen, goalAnchor(number))?.number).toBe(number)
    expect(findGoalByAnchor(hattingen, '1.1')).toBeNull()
    expect(findGoal(hattingen, '6.1')).toBeNull()
  })

  test('the five fields hold 4, 8, 3, 3 and 3 goals', () => {
    expect(hattingen.fields.map((field) => listGoalsOf(hattingen, field.number).length)).toEqual([
      4, 8, 3, 3, 3,
    ])
  })

  test('only the sentence of the 24 months stands outside the lists', () => {
    const alone = hattingen.goals.filter((goal) => goal.standsAlone)
    expect(alone.map((goal) => goal.number)).toEqual(['2.7'])
    expect(alone[0]?.text.de).toContain('24 Monaten')
    expect(findGoal(hattingen, '2.8')?.text.de).toContain('finanzielle Ressourcen')
  })

  const seed = '../shared/seed'
  test.skipIf(!existsSync(seed))(`the origin is the seed, word for word (needs ${seed})`, () => {
    const [name] = readdirSync(seed)
    const text = readFileSync(join(seed, name as string), 'utf8')
    expect(writeOrigin(hattingen, 'de').trim()).toBe(text.trim())
  })
})

describe('the districts', () => {
  test('there are eleven, and one word for all of them', () => {
    const single = hattingen.districts.filter((district) => !isWholeTown(district.slug))
    expect(single).toHaveLength(11)
    expect(findDistrict(hattingen, 'ganz')?.name).toBe('ganz Hattingen')
    expect(findDistrict(hattingen, 'bochum')).toBeNull()
  })

  test('they are listed by name, the whole town last', () => {
    const names = listDistrictsByName(hattingen).map((district) => district.name)
    expect(names[0]).toBe('Blankenstein')
    expect(names.at(-2)).toBe('Winz-Baak')
    expect(names.at(-1)).toBe('ganz Hattingen')
  })
})

describe('a town file', () => {
  const right = JSON.parse(readFileSync(file, 'utf8'))
  const folder = mkdtempSync(join(tmpdir(), 'town-'))
  const write = (name: string, content: unknown) => {
    const path = join(folder, name)
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
    return path
  }

  test('that extends another replaces only what it names', () => {
    write('base.json', right)
    const phone = { phone: '01234 56', hours: null, places: [] }
    const town = readTown(write('own.json', { extends: './base.json', offline: phone }))
    expect(town.offline).toEqual(phone)
    expect(town.goals).toEqual(hattingen.goals)
    expect(readTown('server/town/hattingen-example.json').offline.places.length).toBeGreaterThan(0)
  })

  const goal = right.goals[0]
  test.each<[string, unknown, string]>([
    ['is not there', null, 'cannot be read'],
    ['is no JSON', '{ "name": ', 'is not JSON'],
    ['is a list', [], 'one JSON object'],
    ['lacks a translation', { ...right, title: { de: 'Kultur' } }, '"title.en"'],
    ['counts a goal twice', { ...right, goals: [goal, goal] }, 'goal 1.1 stands here a second time'],
    ['names a field nobody knows', { ...right, goals: [{ ...goal, field: '9' }] }, 'there is no field 9'],
    [
      'puts a goal into another field',
      { ...right, goals: [{ ...goal, field: '2' }] },
      'does not belong to field 2',
    ],
    ['forgets the whole town', { ...right, districts: right.districts.slice(0, 3) }, '"ganz"'],
    ['shows too small numbers', { ...right, rules: { ...right.rules, smallNumber: 3 } }, 'at least 5'],
    ['holds a word nobody reads', { ...right, telefon: '1' }, 'telefon'],
  ])('that %s is refused with one clear sentence', (name, content, sentence) => {
    const path = content === null ? join(folder, 'none.json') : write(`${name}.json`, content)
    const read = () => readTown(path)
    expect(read).toThrow(TownFileError)
    expect(read).toThrow(sentence)
    expect(read).toThrow(path)
  })
})
