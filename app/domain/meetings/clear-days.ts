// Knows when an invitation comes in time: clear days between it and the meeting, counted on the town's calendar.

/** 'calendar' counts every day, 'working' leaves out Saturdays, Sundays and public holidays. */
export const dayCounts = ['calendar', 'working'] as const
export type DayCount = (typeof dayCounts)[number]

export interface InvitationPeriod {
  readonly days: number
  readonly count: DayCount
}

export type InvitationCheck =
  | { readonly state: 'in-time'; readonly clearDays: number }
  | { readonly state: 'too-late'; readonly clearDays: number; readonly missing: number }

/**
 * Whether an invitation sent at `sentAt` keeps the period before a meeting at `startsAt` (moments, ISO 8601 in UTC).
 * Clear days: neither the day of sending nor the day of the meeting counts. A change of the clocks makes no
 * difference, since days are counted on the calendar of `timeZone` and never in hours.
 */
export function checkInvitation(
  sentAt: string,
  startsAt: string,
  period: InvitationPeriod,
  timeZone: string,
): InvitationCheck {
  const clearDays = countClearDays(dayIn(sentAt, timeZone), dayIn(startsAt, timeZone), period.count)
  if (clearDays >= period.days) return { state: 'in-time', clearDays }
  return { state: 'too-late', clearDays, missing: period.days - clearDays }
}

/** The last day (2026-03-12) on which an invitation still keeps the period. */
export function lastInvitationDay(startsAt: string, period: InvitationPeriod, timeZone: string): string {
  const meeting = dayIn(startsAt, timeZone)
  let day = nextDay(meeting, -1)
  while (countClearDays(day, meeting, period.count) < period.days) day = nextDay(day, -1)
  return day
}

/** Days strictly between two days of the calendar. Nothing lies between a day and an earlier one. */
export function countClearDays(from: string, to: string, count: DayCount): number {
  let days = 0
  for (let day = nextDay(from, 1); day < to; day = nextDay(day, 1)) {
    if (count === 'calendar' || isWorkingDay(day)) days++
  }
  return days
}

export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays(Number(day.slice(0, 4))).includes(day)
}

/** The public holidays of North Rhine-Westphalia (Feiertagsgesetz NW, § 2), as days of the calendar. */
export function holidays(year: number): readonly string[] {
  const easter = easterSunday(year)
  return [
    `${year}-01-01`,
    nextDay(easter, -2),
    nextDay(easter, 1),
    `${year}-05-01`,
    nextDay(easter, 39),
    nextDay(easter, 50),
    nextDay(easter, 60),
    `${year}-10-03`,
    `${year}-11-01`,
    `${year}-12-25`,
    `${year}-12-26`,
  ]
}

/** Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
export function easterSunday(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const day = (h + l - 7 * m + 33 * month + 19) % 32
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The day of the calendar on which a moment falls in that zone. */
export function dayIn(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(at))
}

function nextDay(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
}

/** The moment at which the wall clock of that zone shows this day and time ('19:00'). */
export function momentAt(day: string, time: string, timeZone: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  // Twice: the first guess may stand on the other side of a change of the clocks.
  let moment = wanted - offsetAt(wanted, timeZone)
  moment = wanted - offsetAt(moment, timeZone)
  return new Date(moment).toISOString()
}

function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value)
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return shown - Math.floor(moment / 1000) * 1000
}
