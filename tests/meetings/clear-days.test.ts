import { describe, expect, test } from 'vitest'
import {
  checkInvitation,
  countClearDays,
  easterSunday,
  holidays,
  lastInvitationDay,
  momentAt,
} from '#app/domain/meetings/clear-days.ts'

const zone = 'Europe/Berlin'
const twoWeeks = { days: 14, count: 'calendar' } as const

describe('the period of an invitation', () => {
  test('counts neither the day of sending nor the day of the meeting', () => {
    expect(countClearDays('2027-03-01', '2027-03-16', 'calendar')).toBe(14)
    expect(countClearDays('2027-03-02', '2027-03-16', 'calendar')).toBe(13)
    expect(countClearDays('2027-03-16', '2027-03-16', 'calendar')).toBe(0)
    expect(countClearDays('2027-03-20', '2027-03-16', 'calendar')).toBe(0)
  })

  test('is kept on the last day and missed by a day on the next, at any hour', () => {
    const startsAt = momentAt('2027-03-16', '19:00', zone)
    const late = momentAt('2027-03-01', '23:59', zone)
    const nextMorning = momentAt('2027-03-02', '00:01', zone)
    expect(checkInvitation(late, startsAt, twoWeeks, zone)).toEqual({ state: 'in-time', clearDays: 14 })
    expect(checkInvitation(nextMorning, startsAt, twoWeeks, zone)).toEqual({
      state: 'too-late',
      clearDays: 13,
      missing: 1,
    })
    expect(lastInvitationDay(startsAt, twoWeeks, zone)).toBe('2027-03-01')
  })

  test.each([
    ['to summer time', '2027-03-20', '2027-04-04'],
    ['to winter time', '2027-10-24', '2027-11-08'],
  ])('is the same when the clocks change %s', (_, sent, meeting) => {
    for (const [time, start] of [
      ['00:05', '23:30'],
      ['23:55', '00:30'],
    ] as const) {
      const check = checkInvitation(
        momentAt(sent, time, zone),
        momentAt(meeting, start, zone),
        twoWeeks,
        zone,
      )
      expect(check).toEqual({ state: 'in-time', clearDays: 14 })
    }
  })

  test('shortly after midnight it is already the next day in town, though not yet in UTC', () => {
    const sentAt = '2027-06-30T22:30:00.000Z'
    expect(checkInvitation(sentAt, momentAt('2027-07-15', '19:00', zone), twoWeeks, zone).state).toBe(
      'too-late',
    )
    expect(
      checkInvitation('2027-06-30T21:30:00.000Z', momentAt('2027-07-15', '19:00', zone), twoWeeks, zone)
        .state,
    ).toBe('in-time')
  })

  test('in working days leaves out weekends and the holidays around Easter', () => {
    // Good Friday 26 and Easter Monday 29 March 2027.
    expect(countClearDays('2027-03-24', '2027-03-31', 'working')).toBe(2)
    expect(countClearDays('2027-03-24', '2027-03-31', 'calendar')).toBe(6)
    expect(
      lastInvitationDay(momentAt('2027-03-31', '19:00', zone), { days: 3, count: 'working' }, zone),
    ).toBe('2027-03-23')
  })

  test('knows when Easter is', () => {
    const known = ['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25', '2285-03-22']
    expect(known.map((day) => easterSunday(Number(day.slice(0, 4))))).toEqual(known)
    expect(holidays(2026)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-06-04',
      '2026-10-03',
      '2026-11-01',
      '2026-12-25',
      '2026-12-26',
    ])
  })

  test('a wall clock in town becomes the right moment in summer and in winter', () => {
    expect(momentAt('2027-03-27', '19:00', zone)).toBe('2027-03-27T18:00:00.000Z')
    expect(momentAt('2027-03-28', '19:00', zone)).toBe('2027-03-28T17:00:00.000Z')
    expect(momentAt('2027-10-31', '12:00', zone)).toBe('2027-10-31T11:00:00.000Z')
  })
})
