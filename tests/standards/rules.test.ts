import { describe, expect, test } from 'vitest'
import {
  type Amendment,
  type AmendmentPart,
  answerRecommendation,
  decide,
  partsCollide,
  recommend,
  reopen,
  votedText,
  withdraw,
} from '#app/domain/standards/amendment.ts'
import {
  type Clause,
  checkEditable,
  clauseNumber,
  plainIsOutdated,
  readClauseNumber,
  reword,
  sectionStage,
  setStage,
  shownStage,
  strike,
} from '#app/domain/standards/clause.ts'
import { compareVersions } from '#app/domain/standards/compare.ts'
import { consultationOn, isUnderReview } from '#app/domain/standards/standard.ts'
import { afterOf, beforeOf } from '#app/domain/standards/text/diff.ts'

const now = '2027-05-15T10:00:00.000Z'

const clause: Clause = {
  id: 'c',
  standardId: 's',
  sectionId: 'three',
  conversationId: 'talk',
  place: 2,
  stage: 'consulted',
  text: 'Alt.',
  html: '<p>Alt.</p>',
  sanitiser: '1',
  version: 1,
  plainText: 'Leicht.',
  plainHtml: '<p>Leicht.</p>',
  plainOf: 1,
  struckAt: null,
  joinedIntoId: null,
}
const newWords = { text: 'Neu.', html: '<p>Neu.</p>', sanitiser: '1' }

const amendment: Amendment = {
  id: 'a',
  standardId: 's',
  number: 1,
  state: 'proposed',
  authorId: 'leo',
  reason: 'Weil es fehlt.',
  reasonHtml: '<p>Weil es fehlt.</p>',
  conversationId: 'talk-a',
  proposedAt: now,
  recommendation: null,
  recommendationReason: null,
  recommendedAt: null,
  authorAnswer: null,
  decidedAt: null,
  decision: null,
  version: 1,
}
const part: AmendmentPart = {
  id: 'p',
  amendmentId: 'a',
  kind: 'change',
  clauseId: 'c',
  sectionId: 'three',
  afterClauseId: null,
  baseVersion: 1,
  baseText: 'Der Schlüssel ist rechtzeitig da.',
  text: 'Der Schlüssel ist spätestens 3 Tage vorher da.',
  recommendedText: null,
}

describe('a clause', () => {
  test('has a number people can say, and an address reads nothing else as one', () => {
    expect(clauseNumber(3, clause)).toBe('3.2')
    expect(readClauseNumber('3.2')).toEqual({ section: 3, place: 2 })
    for (const odd of ['3', '3.', '03.2', '3.2.1', '3.0', '-3.2', '3.2a', '9999.1', '']) {
      expect(readClauseNumber(odd)).toBeNull()
    }
  })

  test('shows open changes from the amendments, but stays adopted when adopted', () => {
    expect(shownStage(clause, 0)).toBe('consulted')
    expect(shownStage(clause, 1)).toBe('changes')
    expect(shownStage({ stage: 'ready' }, 2)).toBe('changes')
    expect(shownStage({ stage: 'adopted' }, 1)).toBe('adopted')
    expect(shownStage({ stage: 'raw' }, 1)).toBe('raw')
  })

  test('gets a new version with new words, and its twin in plain language grows old by it', () => {
    const reworded = reword(clause, newWords)
    expect(reworded.version).toBe(2)
    expect(plainIsOutdated(clause)).toBe(false)
    expect(plainIsOutdated(reworded)).toBe(true)
  })

  test('adopted or struck it is out of the drafting group’s reach', () => {
    expect(() => checkEditable({ ...clause, stage: 'adopted' })).toThrow(
      expect.objectContaining({ reason: 'clause_adopted' }),
    )
    const struck = strike(clause, now)
    expect(clauseNumber(3, struck)).toBeNull()
    expect(() => setStage(struck, 'ready')).toThrow(expect.objectContaining({ reason: 'clause_struck' }))
    expect(() => reword(struck, newWords)).toThrow(expect.objectContaining({ reason: 'clause_struck' }))
  })

  test('a section is as far as the last of its clauses; struck ones do not hold it up', () => {
    expect(sectionStage([])).toBe('empty')
    expect(
      sectionStage([
        { stage: 'adopted', struckAt: null },
        { stage: 'raw', struckAt: null },
      ]),
    ).toBe('written')
    expect(
      sectionStage([
        { stage: 'adopted', struckAt: null },
        { stage: 'raw', struckAt: now },
      ]),
    ).toBe('adopted')
    expect(sectionStage([{ stage: 'raw', struckAt: now }])).toBe('empty')
  })
})

describe('an amendment', () => {
  test('is recommended on with changed words, and its author agrees or keeps the own ones', () => {
    const recommended = recommend(amendment, { recommendation: 'adopt_changed', reason: 'Kürzer.' }, now)
    expect(answerRecommendation(recommended, 'kept')).toMatchObject({
      state: 'recommended',
      authorAnswer: 'kept',
    })
    const plainYes = recommend(amendment, { recommendation: 'adopt', reason: 'Gut.' }, now)
    expect(() => answerRecommendation(plainYes, 'agreed')).toThrow(
      expect.objectContaining({ reason: 'amendment_nothing_to_answer' }),
    )
  })

  test('a second recommendation asks the author anew', () => {
    const first = recommend(amendment, { recommendation: 'adopt_changed', reason: 'Kürzer.' }, now)
    const second = recommend(
      answerRecommendation(first, 'agreed'),
      { recommendation: 'adopt_changed', reason: 'Noch kürzer.' },
      now,
    )
    expect(second.authorAnswer).toBeNull()
  })

  test('is decided once; rejected it stays readable and may come back without the old recommendation', () => {
    const rejected = decide(amendment, 'rejected', '3 Ja, 12 Nein.', now)
    expect(() => decide(rejected, 'adopted', '12 Ja.', now)).toThrow(
      expect.objectContaining({ reason: 'amendment_not_open' }),
    )
    expect(() => withdraw(rejected)).toThrow(expect.objectContaining({ reason: 'amendment_not_open' }))
    expect(reopen(rejected)).toMatchObject({ state: 'proposed', decision: null, recommendation: null })
    expect(() => reopen(amendment)).toThrow(expect.objectContaining({ reason: 'amendment_not_closed' }))
  })

  test('adopted changed means the editors’ words, adopted the author’s', () => {
    const recommended = { recommendation: 'adopt_changed', authorAnswer: 'kept' } as const
    const both = { text: 'meins', recommendedText: 'ihres' }
    expect(votedText(recommended, both, 'adopted')).toBe('meins')
    expect(votedText(recommended, both, 'adopted_changed')).toBe('ihres')
    expect(votedText({ recommendation: 'adopt', authorAnswer: null }, both, 'adopted_changed')).toBe('meins')
  })

  test('collides with another change of the same words, with a strike, with another insertion at the same place', () => {
    const sevenDays = { ...part, text: 'Der Schlüssel ist 7 Tage vorher da.' }
    const lastWord = { ...part, text: 'Der Schlüssel ist rechtzeitig dort.' }
    expect(partsCollide(part, sevenDays, part.baseText)).toBe(true)
    expect(partsCollide(part, { ...sevenDays, clauseId: 'other' }, part.baseText)).toBe(false)
    expect(
      partsCollide({ ...part, text: 'Kein Schlüssel ist rechtzeitig da.' }, lastWord, part.baseText),
    ).toBe(false)
    expect(partsCollide(part, { ...part, kind: 'strike', text: '' }, part.baseText)).toBe(true)
    const insert = {
      ...part,
      kind: 'insert' as const,
      clauseId: null,
      afterClauseId: 'c',
      baseText: '',
      text: 'Eins.',
    }
    expect(partsCollide(insert, { ...insert, text: 'Zwei.' }, '')).toBe(true)
    expect(partsCollide(insert, { ...insert, afterClauseId: 'd', text: 'Zwei.' }, '')).toBe(false)
    expect(partsCollide(insert, part, '')).toBe(false)
  })
})

describe('a consultation', () => {
  const dates = { consultFrom: '2027-05-01', consultUntil: '2027-05-31' }
  test('opens and closes with its days, and says when it is closing', () => {
    expect(consultationOn({ consultFrom: null, consultUntil: null }, '2027-05-01')).toBe('none')
    expect(consultationOn(dates, '2027-04-30')).toBe('planned')
    expect(consultationOn(dates, '2027-05-01')).toBe('open')
    expect(consultationOn(dates, '2027-05-24')).toBe('open')
    expect(consultationOn(dates, '2027-05-25')).toBe('closing')
    expect(consultationOn(dates, '2027-05-31')).toBe('closing')
    expect(consultationOn(dates, '2027-06-01')).toBe('closed')
  })

  test('a standard is looked at again on its day', () => {
    expect(isUnderReview({ reviewOn: '2028-06-01' }, '2028-05-31')).toBe(false)
    expect(isUnderReview({ reviewOn: '2028-06-01' }, '2028-06-01')).toBe(true)
  })
})

describe('two versions side by side', () => {
  const version = (...texts: readonly (readonly [string, string])[]) => [
    { place: 1, title: 'Eins', clauses: texts.map(([id, text], at) => ({ id, place: at + 1, text })) },
  ]
  test('show what changed, came, went or moved, and nothing else', () => {
    const before = version(['a', 'Ein Satz.'], ['b', 'Noch einer.'], ['c', 'Der dritte.'])
    const after = version(['a', 'Ein Satz.'], ['d', 'Ganz neu.'], ['b', 'Noch ein anderer.'])
    expect(compareVersions(before, before)).toEqual([])
    const rows = compareVersions(before, after)
    expect(rows.map(({ id, before: was, after: is }) => [id, was, is])).toEqual([
      ['d', null, '1.2'],
      ['b', '1.2', '1.3'],
      ['c', '1.3', null],
    ])
    expect(afterOf(rows[1]?.passages ?? [])).toBe('Noch ein anderer.')
    expect(beforeOf(rows[2]?.passages ?? [])).toBe('Der dritte.')
  })
})
