// A count is told in sentences: every method, round by round, with the names of what was voted on, in both languages.
import { describe, expect, test } from 'vitest'
import { countLines } from '#app/domain/polls/counting.ts'
import type { PollMethod, PollSettings } from '#app/domain/polls/method.ts'
import { formOfMethod, pollMethods } from '#app/domain/polls/method.ts'
import { pictureOf } from '#app/domain/polls/picture.ts'
import { explainInWords } from '#app/i18n/rounds.ts'
import { wordsIn } from '#app/i18n/words.server.ts'

const cities = ['Memphis', 'Nashville', 'Chattanooga', 'Knoxville']
const rules = { base: 'marks', majority: 'simple', quorum: 0, rollSize: null } as const

/** A hundred voters, each for the city that is near. */
const lines: Readonly<Record<ReturnType<typeof formOfMethod>, readonly (readonly [string, number])[]>> = {
  'yes-no': [
    ['yes', 60],
    ['no', 30],
    ['abstain', 10],
  ],
  consent: [
    ['consent', 90],
    ['concern', 10],
  ],
  choice: [
    ['1', 42],
    ['2', 26],
    ['3', 15],
    ['4', 17],
  ],
  approval: [
    ['1', 42],
    ['2,3', 26],
    ['3,4', 15],
    ['4', 17],
  ],
  ranked: [
    ['1>2>3>4', 42],
    ['2>3>4>1', 26],
    ['3>4>2>1', 15],
    ['4>3>2>1', 17],
  ],
  score: [
    ['1:2,2:1,3:0,4:0', 42],
    ['1:0,2:2,3:1,4:0', 26],
    ['1:0,2:1,3:2,4:1', 15],
    ['1:0,2:0,3:1,4:2', 17],
  ],
}

function told(method: PollMethod, lang: 'de' | 'en') {
  const form = formOfMethod(method)
  const keys =
    form === 'yes-no'
      ? ['yes', 'no', 'abstain']
      : form === 'consent'
        ? ['consent', 'concern', 'objection']
        : ['1', '2', '3', '4']
  const options = keys.map((key, place) => ({ key, title: cities[place] ?? key }))
  const settings: PollSettings = {
    ...(method === 'multiple-choice' ? { marks: 2 } : {}),
    ...(method === 'majority-judgment' ? { grades: ['schlecht', 'mittel', 'gut'] } : {}),
    ...(method === 'points' ? { pointsEach: 10 } : {}),
    ...(method === 'consensing' ? { statusQuo: '4' } : {}),
  }
  const counted = countLines(
    { method, options: keys, seats: 1, settings, majority: 'most', lots: null },
    new Map(lines[form]),
  )
  const picture = pictureOf(counted, rules)
  return {
    ...explainInWords(wordsIn(lang), counted, options, rules, { settings, label: 'recommendation' }),
    picture,
  }
}

describe.each(['de', 'en'] as const)('in %s', (lang) => {
  test.each(pollMethods)('%s says what it does and how it came out', (method) => {
    const { rule, rounds, ties, picture } = told(method, lang)
    const all = [rule, ...rounds, ...ties]
    expect(rule).toMatch(/^\p{Lu}.+\.$/u)
    if (method !== 'consent') expect(rounds.length).toBeGreaterThan(0)
    for (const sentence of all) {
      expect(sentence).toMatch(/\.$/)
      expect(sentence).not.toMatch(/\{\{|undefined|NaN|polls:|[„“”"]\d[“”"]/)
    }
    expect(picture.bars.length).toBeGreaterThan(1)
  })
})

test('the rounds can be followed and checked', () => {
  expect(told('irv', 'de').rounds.join(' ')).toMatch(/Chattanooga.*Nashville.*Knoxville/)
  expect(told('schulze', 'de').rounds.join(' ')).toMatch(/Nashville.*Memphis.*58.*42/)
  expect(told('majority-judgment', 'de').rounds.join(' ')).toContain('mittel')
})
