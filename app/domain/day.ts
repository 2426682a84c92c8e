// Knows when a day of the town ends: what is promised "at the latest on 21 April" is late on the 22nd, not before.

/** The day a moment falls on by the clocks of `timeZone`, as 2027-04-21. */
export function dayOf(at: string, timeZone: string): string {
  return wallClock(Date.parse(at), timeZone).slice(0, 10)
}

/** The last second of a day (2027-04-21) by the clocks of `timeZone`, as a moment in UTC. */
export function endOfDay(day: string, timeZone: string): string {
  const asUtc = Date.parse(`${day}T23:59:59Z`)
  // Clocks are changed at night; one second before midnight the way from UTC is that of the whole evening.
  const ahead = Date.parse(`${wallClock(asUtc, timeZone)}Z`) - asUtc
  return new Date(asUtc - ahead).toISOString()
}

/** A day and a time of the town's clocks (2027-04-21, 18:30) as a moment in UTC. */
export function momentOf(day: string, time: string, timeZone: string): string {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const ahead = Date.parse(`${wallClock(asUtc, timeZone)}Z`) - asUtc
  // Near a change of the clocks the first guess may lie on its other side: ask again from there.
  const guess = asUtc - ahead
  const there = Date.parse(`${wallClock(guess, timeZone)}Z`) - guess
  return new Date(asUtc - there).toISOString()
}

/** Day and time of the town's clocks for a moment, as a form fills them in again. */
export function wallTimeOf(at: string, timeZone: string): { readonly day: string; readonly time: string } {
  const shown = wallClock(Date.parse(at), timeZone)
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) }
}

/** What the clock on the wall shows, as 2027-04-21T23:59:59. */
function wallClock(moment: number, timeZone: string): string {
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
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`
}
