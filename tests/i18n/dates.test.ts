import { describe, expect, it } from 'vitest'
import {
  clock,
  dateInWords,
  dayInWords,
  daysUntil,
  momentInWords,
  nearMoment,
  shortDay,
  timeInWords,
  timeLeft,
  townZone,
} from '#app/i18n/dates.ts'
import { wordsIn } from '#app/i18n/words.server.ts'

const german = wordsIn('de')
const english = wordsIn('en')
const evening = '2026-03-12T18:00:00.000Z'

describe('a moment', () => {
  it('is said as people say it, in the town’s time', () => {
    expect(momentInWords(german, evening, townZone)).toBe('Donnerstag, 12. März 2026, 19 Uhr')
    expect(momentInWords(english, evening, townZone)).toBe('Thursday, 12 March 2026, 7 pm')
  })

  it('follows the zone it is given, also over midnight', () => {
    expect(momentInWords(german, evening, 'Asia/Tokyo')).toBe('Freitag, 13. März 2026, 3 Uhr')
  })

  it('knows summer time', () => {
    expect(timeInWords(german, '2026-03-28T18:00:00.000Z', townZone)).toBe('19 Uhr')
    expect(timeInWords(german, '2026-03-29T18:00:00.000Z', townZone)).toBe('20 Uhr')
  })

  it('names minutes only when there are some', () => {
    expect(timeInWords(german, '2026-03-12T08:05:00.000Z', townZone)).toBe('9:05 Uhr')
    expect(timeInWords(english, '2026-03-12T08:05:00.000Z', townZone)).toBe('9:05 am')
    expect(timeInWords(english, '2026-03-12T11:00:00.000Z', townZone)).toBe('12 pm')
    expect(timeInWords(english, '2026-03-11T23:30:00.000Z', townZone)).toBe('12:30 am')
  })

  it('stands in columns with two digits', () => {
    expect(clock('2026-03-12T08:05:00.000Z', townZone)).toBe('09:05')
    expect(clock('2026-03-11T23:00:00.000Z', townZone)).toBe('00:00')
  })
})

describe('a bare day', () => {
  it('is the same day in every zone and has no time', () => {
    for (const zone of [townZone, 'Asia/Tokyo', 'America/Los_Angeles']) {
      expect(momentInWords(german, '2026-03-12', zone)).toBe('Donnerstag, 12. März 2026')
    }
  })

  it('comes with or without weekday and year', () => {
    expect(dayInWords(english, '2026-03-12', townZone)).toBe('Thursday, 12 March 2026')
    expect(dateInWords(german, '2026-03-12', townZone)).toBe('12. März 2026')
    expect(shortDay(german, '2026-03-12', townZone, evening)).toBe('12. März')
    expect(shortDay(german, '2025-03-12', townZone, evening)).toBe('12. März 2025')
  })
})

describe('near moments', () => {
  it('are today, yesterday, tomorrow, else the date', () => {
    expect(nearMoment(german, '2026-03-12T16:20:00.000Z', townZone, evening)).toBe('heute, 17:20 Uhr')
    expect(nearMoment(german, '2026-03-11T20:12:00.000Z', townZone, evening)).toBe('gestern, 21:12 Uhr')
    expect(nearMoment(english, '2026-03-13T08:00:00.000Z', townZone, evening)).toBe('tomorrow, 9 am')
    expect(nearMoment(german, '2026-03-10T08:40:00.000Z', townZone, evening)).toBe('10. März, 9:40 Uhr')
    expect(nearMoment(german, '2025-12-31T08:40:00.000Z', townZone, evening)).toBe(
      '31. Dezember 2025, 9:40 Uhr',
    )
  })

  it('change at the town’s midnight, not at Greenwich’s', () => {
    const justAfterMidnight = '2026-03-12T23:30:00.000Z'
    expect(nearMoment(german, '2026-03-12T22:30:00.000Z', townZone, justAfterMidnight)).toBe(
      'gestern, 23:30 Uhr',
    )
  })
})

describe('what is left', () => {
  it('is counted in days, hours or minutes, one or many', () => {
    expect(timeLeft(german, '2026-03-15T17:00:00.000Z', townZone, evening)).toBe('noch 3 Tage')
    expect(timeLeft(german, '2026-03-13T18:00:00.000Z', townZone, evening)).toBe('noch 1 Tag')
    expect(timeLeft(german, '2026-03-12T23:30:00.000Z', townZone, evening)).toBe('noch 5 Stunden')
    expect(timeLeft(german, '2026-03-12T18:11:30.000Z', townZone, evening)).toBe('noch 12 Minuten')
    expect(timeLeft(english, '2026-03-12T19:00:00.000Z', townZone, evening)).toBe('1 hour left')
    expect(timeLeft(german, evening, townZone, evening)).toBe('vorbei')
  })

  it('lasts to the end of a bare day', () => {
    expect(timeLeft(german, '2026-03-12', townZone, evening)).toBe('noch 5 Stunden')
    expect(timeLeft(german, '2026-03-11', townZone, evening)).toBe('vorbei')
    expect(timeLeft(german, '2026-03-14', townZone, evening)).toBe('noch 2 Tage')
  })

  it('counts calendar days, so the day of 23 hours is a whole one', () => {
    expect(daysUntil('2026-03-30T06:00:00.000Z', townZone, '2026-03-28T12:00:00.000Z')).toBe(2)
    expect(daysUntil('2026-03-28', townZone, '2026-03-28T12:00:00.000Z')).toBe(0)
    expect(daysUntil('2026-03-27', townZone, '2026-03-28T12:00:00.000Z')).toBe(-1)
  })
})
