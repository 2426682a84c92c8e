// Days and times in people's words. No clock and no zone of its own: `now` and `zone` come from the caller, so server
// and browser write the same. Names come from Intl, their order from the catalogue, since ICU versions differ in commas.
import type { Words } from './words.tsx'

/** Where the town's clocks stand. */
export const townZone = 'Europe/Berlin'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** "Donnerstag, 12. März 2026, 19 Uhr"; for a bare day (2026-03-12) without the time. */
export function momentInWords(words: Words, at: string, zone: string): string {
  if (isBareDay(at)) return dayInWords(words, at, zone)
  return words.t('components:date.moment', {
    day: dayInWords(words, at, zone),
    time: timeInWords(words, at, zone),
  })
}

/** "Donnerstag, 12. März 2026" */
export function dayInWords(words: Words, at: string, zone: string): string {
  return words.t('components:date.day-long', parts(words, at, zone))
}

/** "12. März 2026" */
export function dateInWords(words: Words, at: string, zone: string): string {
  return words.t('components:date.day-year', parts(words, at, zone))
}

/** "12. März", with the year when it is not this one. */
export function shortDay(words: Words, at: string, zone: string, now: string): string {
  const date = parts(words, at, zone)
  const sameYear = date.year === parts(words, now, zone).year
  return words.t(sameYear ? 'components:date.day-short' : 'components:date.day-year', date)
}

/** "19 Uhr", "17:20 Uhr"; "7 pm", "5:20 pm" */
export function timeInWords(words: Words, at: string, zone: string): string {
  return words.t('components:date.time', {
    time: words.lang === 'de' ? germanClock(at, zone) : englishClock(at, zone),
  })
}

/** "19:42", "09:05": for columns of times, the same in every language. */
export function clock(at: string, zone: string): string {
  const { hours, minutes } = wallClock(at, zone)
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** "heute, 17:20 Uhr", "gestern, 9 Uhr", "17. Mai, 9:40 Uhr" */
export function nearMoment(words: Words, at: string, zone: string, now: string): string {
  const away = calendarDays(now, at, zone)
  const day = Math.abs(away) <= 1 ? nearDay(words, away) : shortDay(words, at, zone, now)
  if (isBareDay(at)) return day
  return words.t('components:date.moment', { day, time: timeInWords(words, at, zone) })
}

/** "noch 3 Tage", "noch 5 Stunden", "noch 12 Minuten", "vorbei" */
export function timeLeft(words: Words, until: string, zone: string, now: string): string {
  const left = msUntil(until, zone, now)
  if (left <= 0) return words.t('components:date.over')
  if (left < hour) return words.t('components:date.minutes-left', { count: Math.ceil(left / minute) })
  if (left < day) return words.t('components:date.hours-left', { count: Math.floor(left / hour) })
  return words.t('components:date.days-left', { count: daysUntil(until, zone, now) })
}

/** The hour that runs. Days begin with one, so what is told by days stays the same for that long. */
export function hourOf(now: string): string {
  return `${now.slice(0, 13)}:00:00.000Z`
}

/** Days on the calendar from `now` to `until` in that zone: 0 today, 1 tomorrow, negative when past. */
export function daysUntil(until: string, zone: string, now: string): number {
  return calendarDays(now, until, zone)
}

function nearDay(words: Words, away: number): string {
  if (away === 0) return words.t('components:date.today')
  return words.t(away < 0 ? 'components:date.yesterday' : 'components:date.tomorrow')
}

function parts(words: Words, at: string, zone: string) {
  const date = onTheWall(at, zone)
  const key = `${words.lang} ${date.getUTCFullYear()}-${date.getUTCMonth()}-${date.getUTCDate()}`
  const known = named.get(key)
  if (known) return known
  const names = formatter(words.lang === 'de' ? 'de-DE' : 'en-GB', 'UTC', 'names').formatToParts(date)
  const part = (type: Intl.DateTimeFormatPartTypes) => names.find((name) => name.type === type)?.value ?? ''
  const day = { weekday: part('weekday'), day: part('day'), month: part('month'), year: part('year') }
  return remember(named, key, day)
}

function germanClock(at: string, zone: string): string {
  const { hours, minutes } = wallClock(at, zone)
  return minutes === 0 ? String(hours) : `${hours}:${String(minutes).padStart(2, '0')}`
}

function englishClock(at: string, zone: string): string {
  const { hours, minutes } = wallClock(at, zone)
  const half = hours < 12 ? 'am' : 'pm'
  const twelve = hours % 12 === 0 ? 12 : hours % 12
  return minutes === 0 ? `${twelve} ${half}` : `${twelve}:${String(minutes).padStart(2, '0')} ${half}`
}

function wallClock(at: string, zone: string): { hours: number; minutes: number } {
  const date = onTheWall(at, zone)
  return { hours: date.getUTCHours(), minutes: date.getUTCMinutes() }
}

/** A bare day lasts until the town's midnight. */
function msUntil(until: string, zone: string, now: string): number {
  if (!isBareDay(until)) return Date.parse(until) - Date.parse(now)
  const { hours, minutes } = wallClock(now, zone)
  return (calendarDays(now, until, zone) + 1) * day - hours * hour - minutes * minute
}

/** Counted on the wall, not in hours: a day with a clock change has 23 or 25. */
function calendarDays(from: string, to: string, zone: string): number {
  return Math.round((calendarDay(to, zone) - calendarDay(from, zone)) / day)
}

function calendarDay(at: string, zone: string): number {
  const date = onTheWall(at, zone)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate())
}

/** What clocks and calendars on the wall say there, as if it were UTC. */
function onTheWall(at: string, zone: string): Date {
  const moment = Date.parse(at)
  return new Date(isBareDay(at) ? moment : moment + ahead(moment, zone))
}

const quarter = 15 * minute

/** How far the zone's clocks are ahead of UTC. They are changed on the quarter of an hour, so one question does for all of it. */
function ahead(moment: number, zone: string): number {
  const begins = Math.floor(moment / quarter) * quarter
  const key = `${zone} ${begins}`
  const known = aheads.get(key)
  if (known !== undefined) return known
  const numbers = formatter('en-GB', zone, 'wall').formatToParts(new Date(begins))
  const number = (type: Intl.DateTimeFormatPartTypes) =>
    Number(numbers.find((part) => part.type === type)?.value)
  const date = Date.UTC(number('year'), number('month') - 1, number('day'), number('hour'), number('minute'))
  return remember(aheads, key, date - begins)
}

const named = new Map<string, { weekday: string; day: string; month: string; year: string }>()
const aheads = new Map<string, number>()
const most = 5000

/** A page says a hundred dates, and most of them again with the next reader. */
function remember<T>(kept: Map<string, T>, key: string, value: T): T {
  if (kept.size >= most) kept.clear()
  kept.set(key, value)
  return value
}

const shapes = {
  names: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  wall: {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making one costs fifty times what using it does, and a page says a hundred dates. */
function formatter(language: string, timeZone: string, shape: keyof typeof shapes): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${shape}`
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(language, { timeZone, ...shapes[shape] })
  formatters.set(key, made)
  return made
}

function isBareDay(at: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(at)
}
