// Knows which moment a day of the calendar means in a town: where it begins, and any hour of it.

/**
 * @param day such as '2027-03-12'
 * @param hour 0 to 24; 24 is the end of the day
 * @returns the moment in UTC, by the town's own clock, summer time included
 */
export function momentOf(day: string, hour: number, timeZone: string): string {
  const asUtc = Date.parse(`${day}T00:00:00.000Z`) + hour * 3_600_000
  // The offset before and after a change of the clock differ, so it is looked up where the guess lies.
  const guess = asUtc - offsetAt(asUtc, timeZone)
  return new Date(asUtc - offsetAt(guess, timeZone)).toISOString()
}

function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value)
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) -
    Math.floor(moment / 60_000) * 60_000
  )
}

/** The same day so many months later; the last of a shorter month stands for days it has not. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
