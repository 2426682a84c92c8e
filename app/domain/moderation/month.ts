// Knows when a month begins and ends by a town's own clock.

/** '2027-03' → its first moment and the first one of the next month, in UTC. */
export function monthBounds(month: string, timeZone: string): { from: string; until: string } {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return { from: midnight(year, number, timeZone), until: midnight(year, number + 1, timeZone) }
}

/** The month a moment lies in, as '2027-03'. */
export function monthOf(at: string, timeZone: string): string {
  const { year, month } = wall(Date.parse(at), timeZone)
  return `${year}-${String(month).padStart(2, '0')}`
}

/** '2027-01' → '2026-12' */
export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

function midnight(year: number, month: number, timeZone: string): string {
  const asUtc = Date.UTC(year, month - 1, 1)
  const shown = wall(asUtc, timeZone)
  const ahead = Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute) - asUtc
  return new Date(asUtc - ahead).toISOString()
}

function wall(moment: number, timeZone: string) {
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
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  }
}
