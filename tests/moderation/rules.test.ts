import { describe, expect, test } from 'vitest'
import { decide as decideAppeal, openAppeal } from '#app/domain/moderation/appeal.ts'
import {
  confirmPause,
  dropPause,
  firstTemplateOf,
  type Grounds,
  isTemplateOf,
  lift,
  type Measure,
  measureOnText,
  proposePause,
  ruleNumbers,
  ruleOf,
  templates,
} from '#app/domain/moderation/measure.ts'
import { monthBefore, monthBounds, monthOf } from '#app/domain/moderation/month.ts'
import { checkReport, readAddress, reportDueAt } from '#app/domain/moderation/report.ts'

const now = '2027-03-10T09:00:00.000Z'
const later = '2027-03-12T09:00:00.000Z'
const berlin = 'Europe/Berlin'
const made = {
  id: 'm1',
  subject: 'contribution:c1',
  affectedId: 'leo',
  space: 'town',
  byId: 'dieter',
  reportId: null,
}
const grounds: Grounds = { rule: '2', template: 'insult', sentence: 'Frau Kaya wird hier beschimpft.' }
const refused = (reason: string) => expect.objectContaining({ refused: 'stimmtisch', reason })

describe('a measure', () => {
  test('stands on rule, reason and sentence; without one of them it cannot be made', () => {
    expect(measureOnText('hide_contribution', made, grounds, now)).toMatchObject({
      rule: '2',
      template: 'insult',
      reason: 'Frau Kaya wird hier beschimpft.',
      confirmedAt: now,
    })
    const lacking = [
      { ...grounds, rule: '6' },
      { ...grounds, rule: '' },
      { ...grounds, template: 'advertising' },
      { ...grounds, template: '' },
      { ...grounds, sentence: '          ' },
      { ...grounds, sentence: 'Nein.' },
      { ...grounds, sentence: 'x'.repeat(1001) },
    ] as Grounds[]
    for (const less of lacking) {
      expect(() => measureOnText('hide_contribution', made, less, now)).toThrow(
        refused('measure_needs_grounds'),
      )
      expect(() => proposePause(made, less, 7, now)).toThrow(refused('measure_needs_grounds'))
    }
  })

  test('every rule has reasons, and every reason belongs to one rule', () => {
    for (const rule of ruleNumbers) expect(ruleOf(firstTemplateOf(rule))).toBe(rule)
    for (const template of templates) {
      expect(ruleNumbers.filter((rule) => isTemplateOf(rule, template))).toHaveLength(1)
    }
  })

  test('is lifted once', () => {
    const lifted = lift(measureOnText('hide_idea', made, grounds, now), later)
    expect(lifted.liftedAt).toBe(later)
    expect(() => lift(lifted, later)).toThrow(refused('already_decided'))
  })
})

describe('pausing an account', () => {
  const proposed = proposePause({ ...made, subject: 'account:leo' }, grounds, 7, now)

  test('waits for a second person, and its days run from their yes', () => {
    expect(proposed.confirmedAt).toBeNull()
    expect(() => confirmPause(proposed, 'dieter', later)).toThrow(refused('pause_by_same_person'))
    expect(() => confirmPause(proposed, 'leo', later)).toThrow(refused('pause_by_same_person'))
    expect(confirmPause(proposed, 'sabine', later)).toMatchObject({
      confirmedById: 'sabine',
      confirmedAt: later,
      untilAt: '2027-03-19T09:00:00.000Z',
    })
  })

  test('is confirmed or dropped once; the next one learns that somebody was faster', () => {
    const confirmed = confirmPause(proposed, 'sabine', later)
    const dropped = dropPause(proposed, 'dieter', later)
    for (const settled of [confirmed, dropped]) {
      expect(() => confirmPause(settled, 'karl', later)).toThrow(refused('somebody_was_faster'))
      expect(() => dropPause(settled, 'karl', later)).toThrow(refused('somebody_was_faster'))
    }
  })

  test('lasts 1 to 90 whole days, and nobody pauses themselves', () => {
    for (const days of [0, 91, 1.5, Number.NaN]) {
      expect(() => proposePause(made, grounds, days, now)).toThrow(refused('measure_needs_grounds'))
    }
    expect(() => proposePause({ ...made, byId: 'leo' }, grounds, 7, now)).toThrow(refused('own_case'))
  })
})

describe('objecting', () => {
  const measure: Measure = measureOnText('hide_contribution', made, grounds, now)
  const words = { id: 'a1', byId: 'leo', text: 'Das war ein Zitat aus dem Stück.' }

  test('is possible for 14 days to the moment, and only while the measure stands', () => {
    expect(openAppeal(words, measure, 14, '2027-03-24T09:00:00.000Z').outcome).toBeNull()
    expect(() => openAppeal(words, measure, 14, '2027-03-24T09:00:00.001Z')).toThrow(
      refused('appeal_too_late'),
    )
    expect(() => openAppeal(words, lift(measure, later), 14, later)).toThrow(refused('already_decided'))
  })

  test('is decided by somebody else: not by whoever did it, confirmed it, or wrote the text', () => {
    const appeal = openAppeal(words, measure, 14, later)
    const yes = { outcome: 'restored', reason: 'Es ist ein Zitat.' } as const
    expect(decideAppeal(appeal, measure, { ...yes, byId: 'sabine' }, later).outcome).toBe('restored')
    for (const byId of ['dieter', 'leo', null]) {
      expect(() => decideAppeal(appeal, measure, { ...yes, byId }, later)).toThrow(
        refused('appeal_by_same_person'),
      )
    }
    const confirmed = { ...measure, confirmedById: 'karl' }
    expect(() => decideAppeal(appeal, confirmed, { ...yes, byId: 'karl' }, later)).toThrow(
      refused('appeal_by_same_person'),
    )
  })
})

describe('a report', () => {
  test('brings name, mail and good faith; for a child in danger without a name, for a barrier without either', () => {
    const bare = { known: false, name: null, mail: null, goodFaith: true } as const
    expect(() => checkReport({ ...bare, rule: '2' })).toThrow(refused('report_needs_contact'))
    expect(() => checkReport({ ...bare, rule: '2', name: 'Jutta' })).toThrow(refused('report_needs_contact'))
    expect(() => checkReport({ ...bare, rule: '2', goodFaith: false, known: true })).toThrow(
      refused('report_needs_good_faith'),
    )
    checkReport({ ...bare, rule: '2', name: 'Jutta', mail: 'jutta@beispiel.example' })
    checkReport({ ...bare, rule: '2', known: true })
    checkReport({ ...bare, rule: 'child' })
    checkReport({ ...bare, rule: 'barrier', goodFaith: false })
  })

  test('names an address of this house, in either language', () => {
    const base = 'https://stimmtisch.example'
    const read = (typed: string) => readAddress(typed, base)
    expect(read('/ideen/12')?.thing).toEqual({ kind: 'idea', number: 12 })
    expect(read('https://stimmtisch.example/en/ideen/12')?.thing).toEqual({ kind: 'idea', number: 12 })
    expect(read('/ideen/12#b5')?.thing).toEqual({ kind: 'place', ideaNumber: 12, number: 5 })
    expect(read('/en/beitraege/345')?.thing).toEqual({ kind: 'contribution', publicNumber: 345 })
    expect(read('@renate-k')?.thing).toEqual({ kind: 'account', handle: 'renate-k' })
    expect(read('/hilfe?x=1')).toEqual({ path: '/hilfe?x=1', thing: { kind: 'page' } })
    expect(read('/ideen/12abc')?.thing).toEqual({ kind: 'page' })
    for (const foreign of [
      'https://woanders.example/ideen/12',
      '//woanders.example/ideen/12',
      'javascript:alert(1)',
      'https://stimmtisch.example@woanders.example/',
      'http://stimmtisch.example/',
    ]) {
      expect(read(foreign)).toBeNull()
    }
  })

  test('is due within hours of working days, over weekends and the change of the clocks', () => {
    expect(reportDueAt('2027-03-10T09:00:00.000Z', 24, berlin)).toBe('2027-03-11T09:00:00.000Z')
    // Friday at 17 in Hattingen → Monday at 17
    expect(reportDueAt('2027-03-12T16:00:00.000Z', 24, berlin)).toBe('2027-03-15T16:00:00.000Z')
    // Saturday noon → the end of Monday
    expect(reportDueAt('2027-03-13T11:00:00.000Z', 24, berlin)).toBe('2027-03-15T23:00:00.000Z')
    // Friday before the clocks go forward on Sunday
    expect(reportDueAt('2027-03-26T16:00:00.000Z', 24, berlin)).toBe('2027-03-29T15:00:00.000Z')
  })
})

test('a month begins at the town’s midnight, in winter and summer time', () => {
  expect(monthBounds('2027-03', berlin)).toEqual({
    from: '2027-02-28T23:00:00.000Z',
    until: '2027-03-31T22:00:00.000Z',
  })
  expect(monthBounds('2027-12', berlin)).toEqual({
    from: '2027-11-30T23:00:00.000Z',
    until: '2027-12-31T23:00:00.000Z',
  })
  expect(monthOf('2027-02-28T23:30:00.000Z', berlin)).toBe('2027-03')
  expect(monthBefore('2027-01')).toBe('2026-12')
})
