// Knows days and months as a calendar counts them: '2028-02-29', without hours, so that no change of clocks can move one.

const msPerDay = 86_400_000

/** Whole days from one day to another; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((momentOf(to) - momentOf(from)) / msPerDay)
}

export function addDays(day: string, days: number): string {
  return dayOf(momentOf(day) + days * msPerDay)
}

/**
 * The same day some months later, or the last of that month where it has no such day: a month after 31 January is
 * 28 or 29 February. Always counted from the first day, never month by month, so that 31 stays 31 where it can.
 */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)))
}

function momentOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10)
}
